import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchedProject } from '../../../geodata/compile/wordTable.ts';
import { FEW_WORDS, MOST_WORDS } from '../../../src/dossier/searchEngine.ts';
import { searchedProject, searchSizes, someQuery } from './arbitraryProjects.ts';
import { bruteForce } from './bruteForce.ts';
import { withIndex } from './indexed.ts';

function project(name: string, exact: string): SearchedProject {
  return {
    name: { en: name },
    sector: { id: 'energy', name: { en: 'Energy' }, color: '#336699', icon: 'industry' },
    location: null,
    citations: [{ exact, title: 'A', url: 'https://example.org/' }],
  };
}

describe('a search index', () => {
  it('finds what comparing all words finds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(searchedProject, { maxLength: 8 }),
        searchSizes,
        fc.array(someQuery, { minLength: 1, maxLength: 8 }),
        async (projects, sizes, queries) => {
          await withIndex(projects, sizes, async ({ engine, problems }) => {
            const inRows = projects.toReversed();
            for (const query of queries) {
              const found = await engine.find(query);
              const expected = bruteForce(inRows, query);
              expect(found?.ranked).toEqual(expected);
              expect(found?.count).toBe(expected.length);
              const mask = inRows.map((_, row) => Number(expected.includes(row)));
              expect([...(found?.mask ?? [])]).toEqual(mask);
            }
            expect(problems).toEqual([]);
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('marks in a project’s texts why it was found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(searchedProject, { minLength: 1, maxLength: 6 }),
        someQuery,
        async (projects, query) => {
          await withIndex(projects, undefined, async ({ engine }) => {
            const found = await engine.find(query);
            for (const row of found?.ranked ?? []) {
              const { name, location, sector, citations } = projects.toReversed()[row] ?? {};
              const texts = [
                ...Object.values(name ?? {}),
                ...Object.values(location?.place.name ?? {}),
                ...(location?.place.spellings ?? []),
                ...Object.values(sector?.name ?? {}),
                ...(citations ?? []).map(({ exact }) => exact),
              ];
              const marks = texts.flatMap((text) => found?.matchesIn(text) ?? []);
              expect(marks).not.toEqual([]);
            }
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    'x'.repeat(100_000),
    'word '.repeat(5000),
    `${'a b c d e f g '.repeat(800)}z`,
    '\ud800',
  ])('answers a query however long', async (query) => {
    await withIndex([project('A power plant', 'the plant')], undefined, async ({ engine }) => {
      expect(await engine.find(query)).not.toBeNull();
    });
  });

  it('looks for another first letter where words aren’t too many', async () => {
    const find = (words: number) => {
      const exact = Array.from({ length: words }, (_, number) => `z${number}`).join(' ');
      return withIndex([project('Kostanay', exact)], undefined, async ({ engine }) => ({
        first: (await engine.find('gostanay'))?.count,
        missing: (await engine.find('ostanay'))?.count,
        swapped: (await engine.find('okstanay'))?.count,
        second: (await engine.find('kastanay'))?.count,
      }));
    };
    const all = { first: 1, missing: 1, swapped: 1, second: 1 };
    expect(await find(10)).toEqual(all);
    expect(await find(FEW_WORDS)).toEqual(all);
    expect(await find(MOST_WORDS)).toEqual({ ...all, first: 0, missing: 0 });
  });

  it('is fetched in part: of many words those that begin like what is typed', async () => {
    const texts = Array.from({ length: 200 }, (_, part) =>
      Array.from({ length: 300 }, (_, word) => (part * 300 + word).toString(36) + 'q').join(' '),
    );
    const projects = texts.map((exact, number) => project(`Project ${number}`, exact));
    await withIndex(projects, undefined, async ({ engine, fetched }) => {
      expect((await engine.find('project'))?.count).toBe(200);
      expect((await engine.find('3zzq'))?.count).toBe(1);
      expect(fetched.size).toBeLessThanOrEqual(4);
    });
  });

  it('has one list for what very many words share', async () => {
    const projects = Array.from({ length: 300 }, (_, number) =>
      project(`Project p${number}`, `p${number} p${number}a p${number}b of the plan`),
    );
    const sizes = { shard: 2 ** 9, inline: 2 ** 5, lists: 2 ** 10, united: 500, batch: 2 ** 10 };
    await withIndex(projects, sizes, async ({ engine, fetched }) => {
      expect((await engine.find('p'))?.count).toBe(300);
      expect(fetched.size).toBeLessThanOrEqual(3);
      expect((await engine.find('p29'))?.count).toBe(11);
    });
  });
});
