import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/dossier/localized.ts';
import { ranksOfRows, ranksOfWords, rowsPassing, sortRows } from '../../../src/view/order.ts';

/** Ranks of up to 60 projects, many of them alike and some without; and some of their rows. */
const some = fc.array(fc.nat(12), { maxLength: 60 }).chain((ranks) =>
  fc.tuple(
    fc.constant(Uint32Array.from(ranks)),
    fc.shuffledSubarray([...ranks.keys()]).map((rows) => Uint32Array.from(rows)),
  ),
);

test('rows come in the order of their ranks, alike ones as they came, those without last', () => {
  fc.assert(
    fc.property(some, fc.boolean(), ([ranks, rows], descending) => {
      const rankOf = (row: number) => ranks[row] ?? 0;
      const compare = (a: number, b: number) => {
        if (rankOf(a) === 0 || rankOf(b) === 0)
          return Number(rankOf(a) === 0) - Number(rankOf(b) === 0);
        return descending ? rankOf(b) - rankOf(a) : rankOf(a) - rankOf(b);
      };
      // `toSorted` is stable.
      expect([...sortRows(rows, ranks, descending)]).toEqual([...rows].toSorted(compare));
    }),
  );
});

test('words are ranked as a reader of the language sorts them', () => {
  const word = fc.option(
    fc.string({ unit: fc.constantFrom('a', 'Á', 'b', 'é', 'қ', 'к', '1', '9', ' ') }),
  );
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom(...LANGUAGES), (words, language) => {
      const ranks = ranksOfWords(words, language);
      const { compare } = new Intl.Collator(language, { numeric: true });
      words.forEach((a, number) => {
        expect(ranks[number] === 0).toBe(a === null);
        words.forEach((b, other) => {
          if (a === null || b === null) return;
          expect(Math.sign((ranks[number] ?? 0) - (ranks[other] ?? 0))).toBe(
            Math.sign(compare(a, b)),
          );
        });
      });
    }),
  );
});

test('a number in words counts as one, and letters in the order of the language', () => {
  expect([...ranksOfWords(['Line 10', 'Line 9', null, 'line 9'], 'en')]).toEqual([3, 2, 0, 1]);
  // Kazakh has қ after к, and і after ы.
  expect([...ranksOfWords(['қала', 'кала', 'лала'], 'kk')]).toEqual([2, 1, 3]);
  expect([...ranksOfWords(['іс', 'ыс', 'эс'], 'kk')]).toEqual([2, 1, 3]);
});

test('rows have the ranks of what their column leads to', () => {
  const column = Uint16Array.of(2, 0, 1, 2);
  expect([...ranksOfRows(column, Uint32Array.of(7, 0, 5))]).toEqual([5, 7, 0, 5]);
});

test('the rows that pass are those of the mask', () => {
  fc.assert(
    fc.property(fc.uint8Array({ max: 1 }), (mask) => {
      const rows = [...mask.keys()].filter((row) => mask[row] === 1);
      const filtered = { mask, count: rows.length };
      expect([...rowsPassing(filtered)]).toEqual(rows);
    }),
  );
});
