import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor } from '../../../../src/dossier/quotation.ts';
import type { Article } from '../../../../src/dossier/types.ts';
import { addressWith } from '../../../../src/share/export/addresses.ts';
import { fileName } from '../../../../src/share/export/fileName.ts';
import { periodOf } from '../../../../src/share/export/period.ts';
import { selectorOf } from '../../../../src/share/export/quotations.ts';
import { jsonText } from '../../../../src/share/export/text.ts';
import { arbitraryText } from './content.ts';

describe('a file’s name', () => {
  const dossier = { id: 'a-dossier', title: { en: 'A title' }, revised: null, articles: [] };
  const article = (date: string): Article => ({
    id: date,
    title: 'An article',
    date,
    lang: 'en',
    source: null,
    text: '',
  });

  test.each([
    [{ ...dossier, revised: '2023-01-02' }, 'a-title-2023-01-02.csv'],
    [
      { ...dossier, articles: [article('2022-12-24'), article('2022-11-01')] },
      'a-title-2022-12-24.csv',
    ],
    [dossier, 'a-title.csv'],
    [{ ...dossier, title: { en: '../..\\ “a:b|c?”\0' } }, 'a-b-c.csv'],
    [{ ...dossier, title: { en: '…' } }, 'a-dossier.csv'],
    [{ ...dossier, title: { en: 'Қазақстан мен Өзбекстан' } }, 'қазақстан-мен-өзбекстан.csv'],
  ])('%#: is made of title and date', (given, name) => {
    expect(fileName(given, 'en', 'csv')).toBe(name);
  });

  test('is one that every file system takes, whatever the title', () => {
    fc.assert(
      fc.property(arbitraryText, (en) => {
        const name = fileName({ ...dossier, title: { en } }, 'en', 'csv');
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*\.csv$/u);
        expect(new TextEncoder().encode(name).length).toBeLessThan(255);
      }),
    );
  });
});

describe('a time', () => {
  test.each([
    ['2022', { start: '2022', end: null, isInterval: false }],
    ['2022-10-05', { start: '2022-10-05', end: null, isInterval: false }],
    ['2022-10/2022-12', { start: '2022-10', end: '2022-12', isInterval: true }],
    ['../2022', { start: null, end: '2022', isInterval: true }],
    ['2022/..', { start: '2022', end: null, isInterval: true }],
    ['2022-21', null],
    ['2022~', null],
    ['soon', null],
  ])('%s', (when, period) => expect(periodOf(when)).toEqual(period));
});

describe('a selector', () => {
  test('leads to its passage and no other, however often the words stand there', () => {
    const words = fc.array(fc.constantFrom('the', 'plant', '😀', ' ', '.'), { minLength: 1 });
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(),
        fc.nat(),
        (parts, times, from, to) => {
          const text = parts.join('').repeat(times);
          const [start, end] = [from % text.length, to % text.length].sort((a, b) => a - b);
          if (start === undefined || end === undefined || start === end) return;
          const article = { id: 'a', title: '', date: '', lang: 'en', source: null, text };
          const selector = selectorOf({ article, start, end });
          expect(selector.exact).toBe(text.slice(start, end));
          const isWhole = selector.exact.isWellFormed();
          if (isWhole) expect(anchor(text, selector)).toEqual({ outcome: 'found', start, end });
        },
      ),
    );
  });
});

test('an address of its own keeps its page, query and fragment', () => {
  expect(addressWith('https://a.b/c', 'n', '1')).toBe('https://a.b/c?n=1');
  expect(addressWith('https://a.b/c?x=y#p=q#r', 'n', 'é&')).toBe(
    'https://a.b/c?x=y&n=%C3%A9%26#p=q#r',
  );
});

test('JSON is well-formed text, whatever is in it', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const json = jsonText({ text, texts: [text] });
      expect(JSON.parse(json)).toEqual({ text: text.toWellFormed(), texts: [text.toWellFormed()] });
    }),
  );
});
