import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../src/article/segments.ts';
import { paragraphs } from '../../../src/dossier/articleFile.ts';
import type { Article, Project } from '../../../src/dossier/types.ts';

const article: Article = {
  id: 'a',
  title: 'A',
  date: '2022-12-24',
  lang: 'en',
  source: null,
  text: 'One two three four five.\n\nSix seven eight.',
};

function citing(id: string, ...ranges: (readonly [number, number])[]): Project {
  const [first, ...others] = ranges.map(([start, end]) => ({
    exact: article.text.slice(start, end),
    passage: { article, start, end },
  }));
  if (first === undefined) throw new Error('A project cites something.');
  return {
    id,
    aliases: [],
    name: { en: id },
    kind: 'project',
    sector: { id: 's', name: { en: 'S' }, color: '#000000', icon: 'car' },
    status: null,
    when: null,
    location: null,
    citations: [first, ...others],
  };
}

const PARAGRAPH = { start: 0, end: 24 };
const shape = (projects: readonly Project[]) =>
  segmentsOf(article, PARAGRAPH, projects, null).map(({ text, projects, isFirst }) => [
    text,
    projects.map(({ id }) => id).join('+'),
    isFirst,
  ]);

describe('a paragraph', () => {
  test('without citations is one run', () => {
    expect(shape([])).toEqual([['One two three four five.', '', false]]);
  });

  test('is cut where overlapping citations begin and end', () => {
    expect(shape([citing('a', [4, 13]), citing('b', [8, 18])])).toEqual([
      ['One ', '', false],
      ['two ', 'a', true],
      ['three', 'a+b', true],
      [' four', 'b', false],
      [' five.', '', false],
    ]);
  });

  test('names a project once for nested citations of its own', () => {
    expect(shape([citing('a', [4, 18], [8, 13])])[2]).toEqual(['three', 'a', true]);
  });

  test('marks the passage of the link, cited or not', () => {
    const marked = segmentsOf(article, PARAGRAPH, [], { article, start: 4, end: 7 });
    expect(marked.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['two']);
  });

  test('is its own text again, whatever cites it', () => {
    const range = fc
      .tuple(fc.nat(article.text.length - 1), fc.integer({ min: 1, max: article.text.length }))
      .map(([start, length]) => [start, Math.min(article.text.length, start + length)] as const);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const projects = ranges.map((each, index) => citing(String(index), each));
        for (const paragraph of paragraphs(article.text)) {
          const segments = segmentsOf(article, paragraph, projects, null);
          expect(segments.map(({ text }) => text).join('')).toBe(
            article.text.slice(paragraph.start, paragraph.end),
          );
          for (const segment of segments) expect(segment.end).toBeGreaterThan(segment.start);
        }
      }),
    );
  });
});
