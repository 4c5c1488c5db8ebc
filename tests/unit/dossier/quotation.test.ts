import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, nearestPassage, openingWords } from '../../../src/dossier/quotation.ts';
import { TEXT } from './fixture.ts';

const anything = fc.string({ unit: 'binary', maxLength: 60 });

/** Texts in which words and letters are often repeated. */
const wordy = fc
  .array(fc.constantFrom('the', 'two', 'countries', '“a', 'a”', 'aa', '😀', '.', '\n\n', ' '))
  .map((words) => words.join(' '));
const text = fc.oneof(wordy, fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), anything);

/** A text and a range in it that isn't empty. */
const quoted = text
  .filter(({ length }) => length > 0)
  .chain((whole) =>
    fc.tuple(fc.nat(whole.length - 1), fc.nat(whole.length)).map(([start, length]) => ({
      whole,
      start,
      end: Math.min(whole.length, start + 1 + length),
    })),
  );

describe('a quotation', () => {
  it('is found where it stands', () => {
    const start = TEXT.indexOf('a power plant');
    expect(anchor(TEXT, { exact: 'a power plant' })).toEqual({
      outcome: 'found',
      start,
      end: start + 'a power plant'.length,
    });
  });

  it('is found across paragraphs', () => {
    expect(anchor('One.\n\nTwo.', { exact: 'One.\n\nTwo.' })).toMatchObject({ outcome: 'found' });
  });

  it('is not found where a letter, a case or a quotation mark differs', () => {
    for (const exact of ['a power plants', 'A power plant', '"The two countries', ''])
      expect(anchor(TEXT, { exact })).toEqual({ outcome: 'missing' });
  });

  it('is ambiguous where it stands several times, overlapping or not', () => {
    expect(anchor(TEXT, { exact: 'two countries' })).toEqual({
      outcome: 'ambiguous',
      occurrences: 3,
    });
    expect(anchor('aaaa', { exact: 'aa' })).toEqual({ outcome: 'ambiguous', occurrences: 3 });
  });

  it('is told apart by its prefix or suffix, which are no part of it', () => {
    const start = TEXT.indexOf('two countries are');
    const end = start + 'two countries'.length;
    const exact = 'two countries';
    expect(anchor(TEXT, { exact, prefix: '“The ' })).toEqual({ outcome: 'found', start, end });
    expect(anchor(TEXT, { exact, suffix: ' are' })).toEqual({ outcome: 'found', start, end });
    expect(anchor(TEXT, { exact, prefix: 'between the ', suffix: ' are' })).toEqual({
      outcome: 'missing',
    });
  });

  it('is found with all that stands around it, whatever the text', () => {
    fc.assert(
      fc.property(quoted, ({ whole, start, end }) => {
        const selector = {
          exact: whole.slice(start, end),
          prefix: whole.slice(0, start),
          suffix: whole.slice(end),
        };
        expect(anchor(whole, selector)).toEqual({ outcome: 'found', start, end });
      }),
      { numRuns: 1000 },
    );
  });

  it('is found at its only place, or ambiguous with the number of its places', () => {
    fc.assert(
      fc.property(quoted, ({ whole, start, end }) => {
        const exact = whole.slice(start, end);
        const places = whole.split('').filter((_, at) => whole.startsWith(exact, at)).length;
        expect(anchor(whole, { exact })).toEqual(
          places === 1
            ? { outcome: 'found', start, end }
            : { outcome: 'ambiguous', occurrences: places },
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and what it finds is what was quoted', () => {
    fc.assert(
      fc.property(text, anything, anything, anything, (whole, exact, prefix, suffix) => {
        const found = anchor(whole, { exact, prefix, suffix });
        expect(found.outcome === 'found' ? whole.slice(found.start, found.end) : exact).toBe(exact);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the nearest passage', () => {
  it.each([
    ['a letter wrong', 'a power plent in the river region', 'a power plant in the river region'],
    ['a word too many', 'held in late December', 'held in December'],
    ['a word too few', 'a Congress was held in December', 'Youth Congress was held in December'],
    ['a word cut short', 'ower plant in the riv', 'power plant in the river'],
    ['straight quotes', '"The two countries are neighbours"', '“The two countries are neighbours”'],
    ['nothing wrong', 'a power plant', 'a power plant'],
  ])('is suggested in whole words for a quotation with %s', (_, exact, nearest) => {
    expect(nearestPassage(TEXT, exact)).toBe(nearest);
  });

  it('is none for what resembles nothing', () => {
    expect(nearestPassage(TEXT, 'ЖШЖШЖШЖШ')).toBeNull();
  });

  it('of a long quotation holds a difference near its end', () => {
    const long = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');
    expect(long.length).toBeGreaterThan(800);
    expect(nearestPassage(`Before. ${long} After.`, long.replace('word118', 'ward118'))).toBe(long);
  });

  it('never throws, and is always words of the text', () => {
    fc.assert(
      fc.property(text, fc.oneof(text, anything), (whole, exact) => {
        const nearest = nearestPassage(whole, exact);
        expect(nearest === null || whole.includes(nearest)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the opening words of a passage', () => {
  it('are five where these stand nowhere else', () => {
    const start = TEXT.indexOf('They spoke');
    expect(openingWords(TEXT, start, TEXT.length)).toBe('They spoke of the salt');
  });

  it('are no more than the passage where it is shorter', () => {
    const start = TEXT.indexOf('salt lake');
    expect(openingWords(TEXT, start, start + 'salt lake'.length)).toBe('salt lake');
  });

  it('are as many as it takes to be unique', () => {
    const whole = 'one two three four five six. one two three four five seven.';
    expect(openingWords(whole, 0, whole.length)).toBe('one two three four five six.');
    expect(openingWords(whole, 29, whole.length)).toBe('one two three four five seven.');
  });

  it('anchor at the passage’s start, unless all that follows it stands elsewhere too', () => {
    fc.assert(
      fc.property(quoted, ({ whole, start, end }) => {
        const words = openingWords(whole, start, end);
        const rest = whole.slice(start);
        expect(rest.startsWith(words)).toBe(true);
        expect(anchor(whole, { exact: words })).toMatchObject(
          whole.indexOf(rest) === start ? { outcome: 'found', start } : { outcome: 'ambiguous' },
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never throw, whatever the range', () => {
    fc.assert(
      fc.property(text, fc.integer(), fc.integer(), (whole, start, end) => {
        expect(whole).toContain(openingWords(whole, start, end));
      }),
      { numRuns: 500 },
    );
  });
});
