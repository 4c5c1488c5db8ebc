import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CitedPassages } from '../../../src/dossier/citedPassages.ts';
import type { Article } from '../../../src/dossier/types.ts';

const article = (id: string): Article => ({
  id,
  title: id,
  date: '2022-12-24',
  lang: 'en',
  source: null,
  text: '',
});
const ARTICLES = [article('a'), article('b')];

const citation = fc.record({
  article: fc.constantFrom(...ARTICLES),
  start: fc.nat(30),
  length: fc.integer({ min: 1, max: 12 }),
  project: fc.nat(10),
});

it('the passages cited are found by any range of their article, each once', () => {
  fc.assert(
    fc.property(
      fc.array(citation, { maxLength: 40 }),
      fc.nat(40),
      fc.integer({ min: 0, max: 15 }),
      (citations, from, span) => {
        const passages = new CitedPassages();
        for (const { article, start, length, project } of citations)
          passages.add({ article, start, end: start + length }, project);
        for (const each of ARTICLES) {
          const own = citations.filter(({ article }) => article === each);
          const touching = own.filter(
            ({ start, length }) => start < from + span && start + length > from,
          );
          const projects = [...new Set(touching.map(({ project }) => project))];
          expect(passages.citing(each, from, from + span)).toEqual(projects.sort((a, b) => a - b));

          const ranges = passages.ranges(each);
          const keys = ranges.map(([start, end]) => [start, end]);
          expect(keys).toEqual(keys.toSorted((a = [], b = []) => compare(a, b)));
          const expected = new Map<string, Set<number>>();
          for (const { start, length, project } of own) {
            const key = [start, start + length].join();
            expected.set(key, (expected.get(key) ?? new Set()).add(project));
          }
          expect(new Map(ranges.map(([start, end, all]) => [[start, end].join(), all]))).toEqual(
            new Map([...expected].map(([key, all]) => [key, [...all].sort((a, b) => a - b)])),
          );
          expect(ranges).toHaveLength(expected.size);
        }
      },
    ),
    { numRuns: 300 },
  );
});

function compare([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]): number {
  return a - c || b - d;
}
