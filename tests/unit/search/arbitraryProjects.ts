import fc from 'fast-check';
import type { SearchSizes } from '../../../geodata/compile/searchIndex.ts';
import type { SearchedProject } from '../../../geodata/compile/wordTable.ts';

/** Of few letters, so that words resemble each other. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 }),
  },
  fc.constantFrom('Қостанай', 'Костанай', 'Oʻzbek', "o'zbek", 'é', '30', '𐐀𐐀', 'the', 'then'),
);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const texts = fc.record(
  { en: text, uz: text, kk: text, ru: text },
  { requiredKeys: ['en'], noNullPrototype: true },
);

/** A project with what is searched of it. */
export const searchedProject: fc.Arbitrary<SearchedProject> = fc
  .record({
    name: texts,
    sector: texts,
    place: fc.option(fc.record({ name: texts, spellings: fc.array(text, { maxLength: 2 }) })),
    quoted: fc.array(text, { minLength: 1, maxLength: 2 }),
  })
  .map(({ name, sector, place, quoted: [exact = 'a', ...others] }) => {
    const cite = (words: string) => ({ exact: words, title: 'A', url: 'https://example.org/' });
    return {
      name,
      sector: { id: 'sector', name: sector, color: '#336699', icon: 'industry' },
      location: place && {
        place: { ...place, level: 'site', countries: [] },
        geometry: { type: 'Point', coordinates: [0, 0] },
      },
      citations: [cite(exact), ...others.map(cite)],
    };
  });

/** Small pieces, so that a small index has many. */
export const searchSizes: fc.Arbitrary<SearchSizes> = fc.record({
  shard: fc.integer({ min: 1, max: 200 }),
  inline: fc.nat(8),
  lists: fc.integer({ min: 1, max: 40 }),
  united: fc.nat(12),
  batch: fc.integer({ min: 1, max: 60 }),
});

/** Words as they may stand in the projects, or resemble those. */
export const someQuery = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));
