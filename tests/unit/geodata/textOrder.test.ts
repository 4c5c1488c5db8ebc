import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextOrder } from '../../../geodata/compile/textOrder.ts';
import { LANGUAGES, localized, type LocalizedText } from '../../../src/dossier/localized.ts';
import { expectOrder } from './expectOrder.ts';

/** Letters, accents, digits and blanks that collate in all the ways there are. */
const tricky = fc.constantFrom(
  ...['a', 'A', 'á', 'a\u0301', 'ä', 'æ', 'ß', 'b', 'sh', 'ch', 'oʻ', 'gʻ', 'o’', 'ﬁ', 'z'],
  ...['е', 'ё', 'Ё', 'и', 'й', 'к', 'қ', 'і', 'ы', 'ұ', 'һ', 'я', '中', 'か', 'ー', 'ไ', 'ก'],
  ...['1', '10', '02', '٣', '-', '_', '.', '’', '“', '№', '\u200b', '\u0301', '\u00ad', '\u0001'],
  ...[' ', '  ', '\u00a0', '\t', '\u2028', '\u0085', '\ufffe', '\ufeff'],
);
const text = fc.oneof(
  fc.string({ unit: tricky, minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc
    .array(fc.constantFrom('power', 'Power', 'plant', 'plánt', 'of', 'Osh', '№ 7', 'no. 10'), {
      minLength: 1,
    })
    .map((words) => words.join(' ')),
);
const localizedText: fc.Arbitrary<LocalizedText> = fc.record(
  { en: text, uz: text, kk: text, ru: text },
  { requiredKeys: ['en'] },
);
const texts = fc.array(fc.option(localizedText), { maxLength: 40 });

/** Texts taken one after the other, and the ranks of all of them. */
function ranked(taken: readonly (LocalizedText | null)[]) {
  const order = new TextOrder();
  for (const each of taken) order.add(each);
  return order;
}

describe('texts of projects', () => {
  test('are ranked as a collator sorts them, in each language', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (taken, language) => {
        const projects = Uint32Array.from(taken.keys());
        const shown = taken.map((each) => each && localized(each, language));
        expectOrder(ranked(taken).ranks(language, projects), shown, language);
      }),
      { numRuns: 1000 },
    );
  });

  test('are ranked by rows, whichever projects these are', () => {
    const order = ranked([
      { en: 'Cotton' },
      null,
      { en: 'Apples' },
      { en: 'Bread' },
      { en: 'Bread' },
    ]);
    expect([...order.ranks('en', Uint32Array.of(4, 2, 0, 1, 3))]).toEqual([2, 1, 3, 0, 2]);
  });

  test('are sorted in English and in the languages in which any is another', () => {
    expect([...ranked([{ en: 'Almaty' }, null]).languages]).toEqual(['en']);
    const named = [
      { en: 'Almaty', kk: 'Almaty' },
      { en: 'Tashkent', uz: 'Toshkent' },
    ];
    expect([...ranked(named).languages]).toEqual(['en', 'uz']);
  });
});
