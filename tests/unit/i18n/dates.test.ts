import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import load from 'messages:interface';
import { LANGUAGES, type Language } from '../../../src/dossier/localized.ts';
import { formatWhen } from '../../../src/i18n/dates.ts';
import { partsIn } from '../../../src/i18n/parts.ts';

async function words(language: Language) {
  return (await load[language]()).default(partsIn(language)).date;
}

describe('a time in words', () => {
  it.each([
    ['2022', 'en', '2022'],
    ['2022-10', 'en', 'October 2022'],
    ['2022-12-24', 'en', 'December 24, 2022'],
    ['2022-10/2022-12', 'en', 'October 2022 – December 2022'],
    ['2022-10/2022-10', 'en', 'October 2022'],
    ['0022', 'en', '22'],
    ['2022-12-24', 'uz', '2022-yil 24-dekabr'],
    ['2022-12', 'uz', '2022-yil dekabr'],
    ['2022', 'uz', '2022-yil'],
    ['2022-12-24', 'kk', '2022 жылғы 24 желтоқсан'],
    ['2022', 'kk', '2022 жыл'],
    ['2022-12-24', 'ru', '24 декабря 2022 года'],
    ['2022-10', 'ru', 'октябрь 2022 года'],
  ] as const)(
    'says %s in %s as “%s”, no more exactly than it is written',
    async (when, language, said) => {
      expect(formatWhen(when, await words(language)).replaceAll('\u00a0', ' ')).toBe(said);
    },
  );

  it.each(['2022~', '202X', '2022/..', '2022-21', 'soon', '2022-02-29'])(
    'leaves %s as it is written',
    (when) => {
      expect(formatWhen(when)).toBe(when);
    },
  );

  it('has every month in every language, and by its day and by itself', async () => {
    for (const language of LANGUAGES) {
      const date = await words(language);
      const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
      for (const days of ['', '-09']) {
        const said = months.map((month) => formatWhen(`2022-${month}${days}`, date));
        expect(new Set(said).size).toBe(12);
        for (const text of said) expect(text).toMatch(/\p{L}{3}/u);
      }
    }
  });

  it('never throws, and is never empty but for nothing', () => {
    const part = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}(-\d\d?){0,2}[~?X]?$/));
    const any = fc.oneof(
      part,
      fc.tuple(part, part).map((ends) => ends.join('/')),
    );
    fc.assert(
      fc.property(any, (when) => {
        expect(formatWhen(when) === '').toBe(when === '');
      }),
      { numRuns: 1000 },
    );
  });
});
