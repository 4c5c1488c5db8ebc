import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharedBeginnings } from '../../../geodata/compile/sharedBeginnings.ts';

it('shared beginnings are those of which words weigh too much together, each once', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 9 })), {
        selector: ([each]) => each,
      }),
      fc.nat(30),
      (entries, most) => {
        entries.sort(([a], [b]) => (a < b ? -1 : 1));
        const words = entries.map(([each]) => each);
        const weights = Float64Array.from([0, ...words], (_, at) =>
          entries.slice(0, at).reduce((sum, [, weight]) => sum + weight, 0),
        );
        const shared = sharedBeginnings(words, weights, most);
        // For each beginning that is typed, the first that goes on with it has all words that do.
        const beginnings = new Set(
          words.flatMap((each) => Array.from(each, (_, at) => each.slice(0, at + 1))),
        );
        for (const typed of beginnings) {
          const all = words.filter((each) => each.startsWith(typed));
          const weight = entries.reduce(
            (sum, [each, own]) => sum + (each.startsWith(typed) ? own : 0),
            0,
          );
          const united = shared
            .filter(({ beginning }) => beginning.startsWith(typed))
            .sort((a, b) => (a.beginning < b.beginning ? -1 : 1))[0];
          if (all.length > 1 && weight > most)
            expect(words.slice(united?.first, united?.end)).toEqual(all);
          else expect(united).toBeUndefined();
        }
        expect(new Set(shared.map(({ beginning }) => beginning)).size).toBe(shared.length);
        const inOrder = shared.toSorted((a, b) => a.first - b.first || b.end - a.end);
        expect(shared).toEqual(inOrder);
      },
    ),
    { numRuns: 1000 },
  );
});
