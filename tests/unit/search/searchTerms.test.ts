import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/dossier/folding.ts';
import {
  corrections,
  likeness,
  LIKENESS,
  LONGEST_QUERY,
  matchesIn,
  MOST_TERMS,
  queryWords,
  type Term,
} from '../../../src/dossier/searchTerms.ts';
import { likenessByDistance } from './bruteForce.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
const term = fc.record({ word, errors: fc.constantFrom('any' as const, 'none' as const) });

describe('how a word resembles a term', () => {
  it('is what the distance between them tells', () => {
    fc.assert(
      fc.property(word, term, (other, typed) => {
        expect(likeness(other, typed)).toBe(likenessByDistance(other, typed));
      }),
      { numRuns: 5000 },
    );
  });

  it('is the same where it is looked up by its corrections', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        word,
        fc.constantFrom('any' as const, 'inner' as const),
        (words, typed, errors) => {
          const after = (beginning: string) =>
            words
              .filter((each) => each.startsWith(beginning))
              .flatMap((each) => each[beginning.length] ?? []);
          const beginnings = [...corrections({ word: typed, errors }, after)];
          for (const each of words) {
            const like = likeness(each, { word: typed, errors });
            const isMended = beginnings.some((beginning) => each.startsWith(beginning));
            if (like === null) expect(isMended).toBe(false);
            if (like === LIKENESS.mistyped) expect(beginnings).toContain(each);
            if (like === LIKENESS.begunMistyped) expect(isMended).toBe(true);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['kostanay', 'kostanay', LIKENESS.same],
    ['kostanay', 'kost', LIKENESS.begun],
    ['kostanay', 'kostnay', LIKENESS.mistyped],
    ['kostanay', 'kotsanay', LIKENESS.mistyped],
    ['kostanay', 'kosstanay', LIKENESS.mistyped],
    ['kostanay', 'kistanay', LIKENESS.mistyped],
    ['kostanay', 'kostnaa', LIKENESS.begunMistyped],
    ['kostanay', 'kastonay', null],
    ['kostanay', 'kotsa', LIKENESS.begunMistyped],
    ['kostanay', 'gostanay', null],
    ['kostanay', 'okstanay', LIKENESS.mistyped],
    ['kostanay', 'kkostanay', LIKENESS.mistyped],
  ])('“%s” and “%s”, with its first letter right', (other, typed, like) => {
    expect(likeness(other, { word: typed, errors: 'inner' })).toBe(like);
  });
});

describe('a query', () => {
  it('has each of its words once', () => {
    expect(queryWords('Kostanay, kostanay! ҚОСТАНАЙ')).toEqual(['kostanay', 'костанаи']);
    expect(queryWords(' – ')).toEqual([]);
  });

  it('is cut where it is very long', () => {
    const many = Array.from({ length: 5000 }, (_, number) => `w${number}`).join(' ');
    expect(queryWords(many)).toHaveLength(MOST_TERMS);
    const [only, ...others] = queryWords('x'.repeat(100_000));
    expect(others).toEqual([]);
    expect('x'.repeat(LONGEST_QUERY).startsWith(only ?? '?')).toBe(true);
    expect(queryWords(`${' '.repeat(LONGEST_QUERY)}late`)).toEqual([]);
  });
});

describe('what is marked', () => {
  const marked = (text: string, query: string, errors: Term['errors'] = 'none') => {
    const terms = queryWords(query).map((each) => ({ word: each, errors }));
    return matchesIn(text, terms).map(([start, end]) => text.slice(start, end));
  };

  it('is as the text is written', () => {
    expect(marked('Oʻzbekiston–Qozogʻiston', "o'zbek qozogiston")).toEqual([
      'Oʻzbek',
      'Qozogʻiston',
    ]);
    expect(marked('в Костанае, Қостанай', 'костана')).toEqual(['Костана', 'Қостана']);
    expect(marked('cafe\u0301s', 'café')).toEqual(['cafe\u0301']);
    expect(marked('The Aral Sea', 'sea the')).toEqual(['The', 'Sea']);
  });

  it('is a word mistyped, the whole of it, where that was searched for', () => {
    expect(marked('Kostanay', 'kostnay')).toEqual([]);
    expect(marked('Kostanay', 'kostnay', 'any')).toEqual(['Kostanay']);
    expect(marked('Kostanay’s', 'kotsan', 'any')).toEqual(['Kostanay’s']);
  });

  describe('of places by their other names', () => {
    const SAMARKAND = { name: { en: 'Samarkand region', uz: 'Samarqand viloyati' } };
    const KOSTANAY = { name: { en: 'Kostanay' }, spellings: ['Kustanai', 'Кустанай'] };
    const markedBy = (text: string, query: string, errors: Term['errors'] = 'none') => {
      const terms = queryWords(query).map((each) => ({ word: each, errors }));
      return matchesIn(text, terms, [SAMARKAND, KOSTANAY]).map(([start, end]) =>
        text.slice(start, end),
      );
    };

    it('is the name that stands there, whole', () => {
      expect(markedBy('A plant in Samarkand region', 'samarqand')).toEqual(['Samarkand region']);
      expect(markedBy('Cars from KOSTANAY, Kazakhstan', 'kustan')).toEqual(['KOSTANAY']);
      expect(markedBy('Cars from Kostanay', 'kustamai', 'any')).toEqual(['Kostanay']);
      expect(markedBy('Автомобили, Кустанай', 'kostanay')).toEqual(['Кустанай']);
    });

    it('is beside what stands there as it was typed', () => {
      expect(markedBy('Plant, Samarkand region', 'samarqand plant')).toEqual([
        'Plant',
        'Samarkand region',
      ]);
      expect(markedBy('A region: Samarkand region', 'samarqand region')).toEqual([
        'region',
        'Samarkand region',
      ]);
    });

    it('is nothing where the text has the word itself, or calls the place otherwise', () => {
      expect(markedBy('Samarkand region', 'samarkand')).toEqual(['Samarkand']);
      expect(markedBy('The region of Samarkand', 'samarqand')).toEqual([]);
      expect(markedBy('A plant in Samarkand region', 'tashkent')).toEqual([]);
    });
  });

  it('is the longest of several', () => {
    expect(marked('Kostanay', 'k kosta ko')).toEqual(['Kosta']);
  });

  it('lies in the text, in order and apart, for any text and query', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('any' as const, 'inner' as const, 'none' as const),
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3 }),
        (text, query, errors, cuts) => {
          // Called by parts of the text, and by what is sought.
          const places = cuts.map(([from, length]) => ({
            name: { en: text.slice(from, from + length) },
            spellings: [query],
          }));
          const terms = queryWords(`${query} ${text.slice(0, 5)}`).map((each) => ({
            word: each,
            errors,
          }));
          const starts = new Set(wordsOf(text).map(({ start }) => start));
          let before = 0;
          for (const [start, end] of matchesIn(text, terms, places)) {
            expect(starts).toContain(start);
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
