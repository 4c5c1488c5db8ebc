import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { csv } from '../../../../src/share/export/csv.ts';
import { FORMULA } from '../../../../src/share/export/text.ts';
import {
  arbitraryProjects,
  arbitraryText,
  fileOf,
  publishedContent,
  type Published,
} from './content.ts';

let published: Published;
beforeAll(async () => {
  published = await publishedContent();
});

type Row = Record<string, string>;

/** Rows as a program reads them that knows of the apostrophe. */
function read(file: string): Row[] {
  const { data, errors } = Papa.parse<Row>(file, {
    header: true,
    skipEmptyLines: true,
    delimiter: ',',
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}
const plain = (cell = '') => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
const fit = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD');

test('has a row for each project, with its quotation, and how exactly it is placed', () => {
  const { content, projects } = published;
  const rows = read(fileOf(csv, content, projects));
  expect(rows).toHaveLength(39);
  expect(rows.find(({ id }) => id === 'samarkand-thermal-power-plant')).toMatchObject({
    name: 'Thermal power plant in Samarkand region',
    sector: 'Energy',
    status: 'launched',
    status_as_of: '2022-12-24',
    place_id: 'UZ-SA',
    level: 'region',
    placed: 'Samarkand region: placed in this region, no closer',
    quotation: 'the construction of a thermal power plant in Samarkand region',
    article: 'Uzbekistan, Kazakhstan strengthen allied relations',
    article_date: '2022-12-24',
    link: 'https://atlas.example/atlas/#project=samarkand-thermal-power-plant',
  });
});

test('gives no position of what isn’t placed at a site or in a town, but where its mark stands', () => {
  const { content, projects } = published;
  for (const row of read(fileOf(csv, content, projects))) {
    const isExact = row['level'] === 'site' || row['level'] === 'settlement';
    expect(row['longitude'] !== '').toBe(isExact);
    expect(row['marker_longitude'] !== '').toBe(!isExact && row['level'] !== '');
  }
});

test('names the view and who is to be credited in each row', () => {
  const { content, projects } = published;
  const rows = read(fileOf(csv, content, projects));
  expect(new Set(rows.map(({ view }) => view))).toEqual(new Set([content.links.view]));
  const [credits, ...others] = new Set(rows.map(({ credits }) => credits));
  expect(credits).toContain('GeoNames, CC BY 4.0');
  expect(credits).toContain('no opinion on the status of any territory');
  expect(others).toEqual([]);
});

test('of nothing is a file of column names', () => {
  expect(read(fileOf(csv, published.content, []))).toEqual([]);
  expect(fileOf(csv, published.content, [])).toMatch(/^\uFEFFid,name,.*\r\n$/);
});

describe('whatever the words are', () => {
  test('they come back as they were', () => {
    const { content } = published;
    fc.assert(
      fc.property(arbitraryProjects, (projects) => {
        const rows = read(fileOf(csv, content, projects));
        expect(rows.map((row) => plain(row['name']))).toEqual(
          projects.map(({ name }) => fit(name.en)),
        );
        expect(rows.map((row) => plain(row['quotation']))).toEqual(
          projects.map(({ citations: [{ exact }] }) => fit(exact)),
        );
      }),
    );
  });

  test('no cell but a number begins as a formula does', () => {
    const { content } = published;
    fc.assert(
      fc.property(arbitraryProjects, (projects) => {
        for (const cells of read(fileOf(csv, content, projects)))
          for (const cell of Object.values(cells)) {
            if (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell)) continue;
            expect(cell.replaceAll(/[\p{White_Space}\p{Cc}\p{Cf}]/gu, '')).not.toMatch(
              /^[=+\-@＝＋－＠]/,
            );
            expect(cell).not.toMatch(/^[\t\r\n]/);
          }
      }),
    );
  });

  test.each(['=1', '+1', '-1', '@a', '\t1', '\r1', '\n1', ' =1', '\u200B=1', '＝1', "'=1", "''+"])(
    'a formula is known: %j',
    (text) => expect(FORMULA.test(text)).toBe(true),
  );
  test.each(['a=1', "'a", '1-1', '“=”', '— he said', ''])('and what is none: %j', (text) =>
    expect(FORMULA.test(text)).toBe(false),
  );
  test('the apostrophe can be told from one of the text’s own', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const written = FORMULA.test(text) ? `'${text}` : text;
        expect(plain(written)).toBe(text);
      }),
    );
  });
});
