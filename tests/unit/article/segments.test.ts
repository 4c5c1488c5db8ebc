import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../../src/article/segments.ts';
import { paragraphs } from '../../../src/dossier/articleFile.ts';
import type { Article, CitedPassage } from '../../../src/dossier/types.ts';

const article: Article = {
  id: 'a',
  title: 'A',
  date: '2022-12-24',
  lang: 'en',
  source: null,
  text: 'One two three four five.\n\nSix seven eight.',
};

function cited(rows: readonly number[], start: number, end: number): CitedPassage {
  return { article, rows, start, end };
}

const PARAGRAPH = { start: 0, end: 24 };
const shape = (passages: readonly CitedPassage[]) =>
  segmentsOf(article, PARAGRAPH, passages, null).map(({ text, rows, isFirst }) => [
    text,
    rows.join('+'),
    isFirst,
  ]);

describe('a paragraph', () => {
  test('without citations is one run', () => {
    expect(shape([])).toEqual([['One two three four five.', '', false]]);
  });

  test('is cut where overlapping citations begin and end', () => {
    expect(shape([cited([1], 4, 13), cited([2], 8, 18)])).toEqual([
      ['One ', '', false],
      ['two ', '1', true],
      ['three', '1+2', true],
      [' four', '2', false],
      [' five.', '', false],
    ]);
  });

  test('names a project once for nested citations of its own', () => {
    expect(shape([cited([1], 4, 18), cited([1], 8, 13)])[2]).toEqual(['three', '1', true]);
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
        const passages = ranges.map(([start, end], row) => cited([row], start, end));
        for (const paragraph of paragraphs(article.text)) {
          const segments = segmentsOf(article, paragraph, passages, null);
          expect(segments.map(({ text }) => text).join('')).toBe(
            article.text.slice(paragraph.start, paragraph.end),
          );
          for (const segment of segments) expect(segment.end).toBeGreaterThan(segment.start);
        }
      }),
    );
  });
});
