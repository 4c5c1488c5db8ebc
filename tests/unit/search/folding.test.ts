import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, LONGEST_WORD, wordsOf } from '../../../src/dossier/folding.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  // Lone surrogates too.
  fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.constantFrom(...Array.from("aZ0éё’ʻ'` -ҚғÖßİſﬃ½ﷺ𐐀\u0301\u00ad"), 'a'.repeat(38)))
    .map((parts) => parts.join('')),
);

describe('the normal form of a text', () => {
  it.each([
    ['O‘zbekiston', 'ozbekiston'],
    ['Oʻzbekiston', 'ozbekiston'],
    ["O'zbekiston", 'ozbekiston'],
    ['Oʼzbekiston', 'ozbekiston'],
    ['O`zbekiston', 'ozbekiston'],
    ['O´zbekiston', 'ozbekiston'],
    ['OZBEKISTON', 'ozbekiston'],
    ['Қостанай', 'костанаи'],
    ['Костанай', 'костанаи'],
    ['Ўзбекистон', 'узбекистон'],
    ['Молодёжный', 'молодежныи'],
    ['әғқңөұүһі', 'агкноуухи'],
    ['Straße', 'strasse'],
    ['İstanbul ıssız', 'istanbul issiz'],
    ['naïve café', 'naive cafe'],
    ['nai\u0308ve', 'naive'],
    ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['“The Pearl of the Aral Sea”', 'the pearl of the aral sea'],
    ['Inter-Parliamentary', 'inter parliamentary'],
    ['30-летие', '30 летие'],
    ['ﬁne №5 x²', 'fine no5 x2'],
    ['soft\u00adhyphen zero\u200dwidth', 'softhyphen zerowidth'],
    ['each other’s', 'each others'],
    ['', ''],
    ['’ – …', ''],
  ])('of “%s” is “%s”', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is its own normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
    for (let code = 0; code < 0x30000; code++) {
      const folded = fold(String.fromCodePoint(code));
      if (fold(folded) !== folded) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it('is the same in capitals, and however marks are written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-яўқғҳәіңғүұқөһé' -]*$/u), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  it('stand where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0;
        for (const { folded, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(fold(text.slice(start, end))).toBe(folded);
          expect(folded.length).toBeLessThanOrEqual(LONGEST_WORD);
          before = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('take in their marks, and apostrophes only within', () => {
    const written = (text: string) => wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(written('‘Oʻzbekiston’ – cafe\u0301!')).toEqual(['Oʻzbekiston', 'cafe\u0301']);
    expect(written('a’\u0301')).toEqual(['a']);
  });
});
