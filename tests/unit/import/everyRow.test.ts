import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { features, PLACED, problems, SOUND, workplace, written, type Cells } from './run.ts';

const COLUMNS = [
  ...Object.keys({ ...SOUND, ...PLACED }),
  ...['id', 'name.ru', 'aliases', 'kind', 'status', 'when', 'place.id', 'prefix', 'article'],
];

const UNPLACED: Cells = {};
const IN_REGION: Cells = { place: 'Region', 'place.id': 'UZ-SA', level: 'region', countries: 'UZ' };
const IN_COUNTRIES: Cells = { place: 'Both', level: 'country', countries: 'UZ; KZ' };

/** What may stand in any column, rightly or not. */
const CELL = fc.oneof(
  fc.constantFrom(
    ...['', ' ', 'x', '-', '0', '-91', '39,65', '4391234', '1e3', 'N/A', '"', '\n', ';,', '=1+1'],
    ...['a', 'b', 'A 1', 'Завод', 'a "b"\nc', 'project', 'planned', '2022', '2022-13', 'site'],
    ...['region', 'UZ', 'KZ', 'Q5753', 'UZ-BU', 'https://example.org/b', '“words”\n of the source'],
  ),
  fc.string({ unit: 'grapheme' }),
);

/** Sound rows, each with a few cells exchanged. */
const ROW = fc
  .record({
    where: fc.constantFrom(UNPLACED, PLACED, IN_REGION, IN_COUNTRIES),
    exchanged: fc.array(fc.tuple(fc.constantFrom(...COLUMNS), CELL), { maxLength: 3 }),
  })
  .map(({ where, exchanged }): Cells => ({
    ...Object.fromEntries(COLUMNS.map((column) => [column, ''])),
    ...SOUND,
    ...where,
    ...Object.fromEntries(exchanged),
  }));

/** Marks that divide a file, among others. */
const MARK = fc.constantFrom(
  ...['a', ',', ';', '"', '\n', '\r', '\t', '{', '}', '[', ']', ':', 'é'],
);

describe('whatever stands in a table', () => {
  it('every row is either taken, and passes the check, or told of', async () => {
    const total = { taken: 0, left: 0 };

    async function check(rows: readonly Cells[], delimiter: string, newline: string) {
      const place = await workplace();
      const content = Papa.unparse([...rows], { delimiter, newline, quotes: true });
      const flags = ['--delimiter', delimiter, '--report', 'report.txt'];
      const { code, err, out } = await place.import('rows.csv', content, ...flags);
      const report = await readFile(path.join(place.folder, 'report.txt'), 'utf8');
      const told = [...report.matchAll(/^row (\d+) \(line \d+\): [^]*?; expected /gm)];
      const left = new Set(told.map(([, row]) => Number(row)));
      total.left += left.size;
      if (left.size === rows.length) {
        expect(code).toBe(1);
        expect(err.at(-1)).toContain('found no row that can be taken');
        expect(await written(place)).toEqual([]);
        return;
      }
      expect(code).toBe(left.size === 0 ? 0 : 2);
      const [read, taken, out_] = out[0]?.match(/\d+/g)?.map(Number) ?? [];
      expect([read, taken, out_]).toEqual([rows.length, rows.length - left.size, left.size]);

      const whole = await features(place);
      total.taken += whole.length;
      expect(whole.map(({ properties }) => properties.citations[0]?.exact)).toEqual(
        rows
          .filter((_, index) => !left.has(index + 1))
          .map((row) => row['quotation']?.replaceAll(/\r\n?/g, '\n').trim()),
      );
      expect(await problems(place)).toEqual([]);
    }

    const rows = fc.array(ROW, { minLength: 1, maxLength: 12 });
    const delimiters = fc.constantFrom(',', ';', '\t');
    const newlines = fc.constantFrom('\n', '\r\n');
    await fc.assert(fc.asyncProperty(rows, delimiters, newlines, check), { numRuns: 40 });
    expect(total.taken).toBeGreaterThan(30);
    expect(total.left).toBeGreaterThan(30);
  });

  it('the import ends with a code, never with an exception', async () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: MARK }));
    const names = fc.constantFrom('rows.csv', 'rows.tsv', 'rows.geojson', 'rows.geojsonl');
    const header = fc.constantFrom('', 'name,sector,quotation,title,url\n');
    await fc.assert(
      fc.asyncProperty(names, header, text, async (name, begin, rest) => {
        const place = await workplace();
        const { code, err } = await place.import(name, begin + rest);
        expect([0, 1, 2]).toContain(code);
        if (code !== 0) expect(err).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
