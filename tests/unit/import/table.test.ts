import { describe, expect, it } from 'vitest';
import { features, importTable, problems, SOUND, table, workplace, written } from './run.ts';

const HEADER = 'name,sector,quotation,title,url';
const ROW = 'Solar plant,Energy,a solar plant,Annual report,https://example.org/report';

describe('a table', () => {
  it('becomes a dossier that the check finds nothing wrong with', async () => {
    const { code, err, place } = await importTable(
      table(
        {
          id: 'solar-plant',
          name: 'Solar plant',
          'name.ru': 'Солнечная электростанция',
          aliases: 'sun-plant; old-plant',
          kind: 'initiative',
          status: 'planned',
          when: '2022-10/2022-12',
          lat: '39.65',
          lng: '66.96',
          place: 'Samarkand',
          'place.id': 'Q5753',
          level: 'settlement',
          countries: 'UZ',
        },
        { id: 'wind-plant', name: 'Wind plant', sector: 'Wind' },
      ),
    );
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(await problems(place)).toEqual([]);
    expect(await written(place)).toEqual([
      'plants',
      'plants/dossier.json',
      'plants/projects.geojsonl',
    ]);
    expect(await features(place)).toEqual([
      {
        type: 'Feature',
        id: 'solar-plant',
        geometry: { type: 'Point', coordinates: [66.96, 39.65] },
        properties: {
          name: { en: 'Solar plant', ru: 'Солнечная электростанция' },
          aliases: ['sun-plant', 'old-plant'],
          kind: 'initiative',
          sector: 'energy',
          status: 'planned',
          when: '2022-10/2022-12',
          place: {
            id: 'Q5753',
            name: { en: 'Samarkand' },
            level: 'settlement',
            countries: ['UZ'],
          },
          citations: [
            {
              title: 'Annual report',
              url: 'https://example.org/report',
              exact: 'a solar plant',
            },
          ],
        },
      },
      {
        type: 'Feature',
        id: 'wind-plant',
        geometry: null,
        properties: {
          name: { en: 'Wind plant' },
          aliases: [],
          kind: 'project',
          sector: 'wind',
          citations: [
            {
              title: 'Annual report',
              url: 'https://example.org/report',
              exact: 'a solar plant',
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['semicolons', `${HEADER}\n${ROW}`.replaceAll(',', ';')],
    ['bars', `${HEADER}\n${ROW}`.replaceAll(',', '|')],
    ['a byte-order mark', `\uFEFF${HEADER}\n${ROW}`],
    ['lines that end as on Windows', `${HEADER}\r\n${ROW}\r\n`],
    ['lines that end as on old Macs', `${HEADER}\r${ROW}\r`],
    ['empty lines before the header and at the end', `\n\n${HEADER}\n${ROW}\n\n`],
    ['names of columns in capitals', `${HEADER.toUpperCase()}\n${ROW}`],
    ['spaces around names of columns', `${HEADER.replaceAll(',', ' , ')}\n${ROW}`],
  ])('is read with %s', async (_, content) => {
    const { code, place } = await importTable(content);
    expect(code).toBe(0);
    expect((await features(place)).map(({ properties }) => properties.name.en)).toEqual([
      'Solar plant',
    ]);
  });

  it('is read with tabs where it is called so', async () => {
    const place = await workplace();
    const content = `${HEADER}\n${ROW}`.replaceAll(',', '\t');
    expect((await place.import('rows.tsv', content)).code).toBe(0);
    expect(await features(place)).toHaveLength(1);
  });

  it('is read with the delimiter that is given', async () => {
    const content = `${HEADER}\n${ROW}`.replaceAll(',', '~');
    const { code, place } = await importTable(content, '--delimiter', '~');
    expect(code).toBe(0);
    expect(await features(place)).toHaveLength(1);
  });

  it('has decimal commas where its cells are divided by semicolons', async () => {
    const content = [
      `${HEADER},lat,lng,place,level`.replaceAll(',', ';'),
      `${ROW.replaceAll(',', ';')};39,65;66,96;Samarkand;settlement`,
    ].join('\n');
    const { place } = await importTable(content);
    expect((await features(place))[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [66.96, 39.65],
    });
  });

  it('keeps quotations verbatim, over several lines, but for the spaces at their ends', async () => {
    const { place } = await importTable(
      `${HEADER}\n` +
        'One,Energy,"  The “first”  line,\nthe ""second"" ‘line’ —\t\n\nand the last. ",T,https://e.org\n' +
        'Two,Energy,second,T,https://e.org\n',
    );
    expect((await features(place)).map(({ properties }) => properties.citations[0]?.exact)).toEqual(
      ['The “first”  line,\nthe "second" ‘line’ —\t\n\nand the last.', 'second'],
    );
  });

  it('tells the line on which a row begins, after cells of several lines', async () => {
    const { code, err } = await importTable(
      `${HEADER}\nOne,Energy,"a\nb\r\nc",T,https://e.org\n\nTwo,Energy,,T,https://e.org\n`,
    );
    expect(code).toBe(2);
    expect(err).toEqual([
      'row 2 (line 6): quotation: found nothing; expected the words of the source, verbatim',
    ]);
  });

  it('has its ragged rows told, and the others taken', async () => {
    const { code, err, out, place } = await importTable(
      [HEADER, ROW, 'Wind plant,Energy', `${ROW},`, ROW].join('\n'),
    );
    expect(code).toBe(2);
    expect(err).toEqual([
      'row 2 (line 3): found 2 cells, the first of them “Wind plant”; expected 5, as many as the header has',
      'row 3 (line 4): found 6 cells, the first of them “Solar plant”; expected 5, as many as the header has',
    ]);
    expect(out).toContain('4 rows read: 2 taken, 2 left out.');
    expect(await features(place)).toHaveLength(2);
  });

  it('has rows with single quotation marks in quoted cells told', async () => {
    const { err, out } = await importTable(
      [HEADER, 'One,Energy,"the "great" plant",T,https://e.org', ROW].join('\n'),
    );
    expect(err).toEqual([
      'row 1 (line 2): found a single quotation mark inside a cell that has them around it; expected it doubled: ""',
    ]);
    expect(out).toContain('2 rows read: 1 taken, 1 left out.');
  });

  it('doesn’t count rows with nothing in them, but tells of them', async () => {
    const { code, out } = await importTable([HEADER, ',,,,', ROW, ', ,,,', ''].join('\n'));
    expect(code).toBe(0);
    expect(out).toContain('1 row read: 1 taken, 0 left out.');
    expect(out).toContain('2 rows with empty cells only not counted.');
  });

  it.each([
    [
      'in UTF-16',
      Buffer.from(`\uFEFF${HEADER}\n${ROW}`, 'utf16le'),
      'found text in UTF-16; expected text in UTF-8 (in a spreadsheet, save as “CSV UTF-8”)',
    ],
    [
      'in UTF-16 without a mark',
      Buffer.from(`${HEADER}\n${ROW}`, 'utf16le'),
      'found bytes 0, as in UTF-16 or in what is no text; expected text in UTF-8 (in a spreadsheet, save as “CSV UTF-8”)',
    ],
    [
      'in an older encoding',
      Buffer.from(`${HEADER}\n${ROW}\nCaf\u00e9,b,c,d,e\n`, 'latin1'),
      'line 3: found bytes that aren’t UTF-8; expected text in UTF-8 (in a spreadsheet, save as “CSV UTF-8”)',
    ],
    [
      'cut within a letter',
      Buffer.from(`${HEADER}\nCafé`).subarray(0, -1),
      'line 2: found bytes that aren’t UTF-8; expected text in UTF-8 (in a spreadsheet, save as “CSV UTF-8”)',
    ],
    [
      'that is a spreadsheet',
      Buffer.from('PK\u0003\u0004…'),
      'found a spreadsheet or another archive; expected text in UTF-8 (in a spreadsheet, save as “CSV UTF-8”)',
    ],
    ['without anything', '', 'found nothing; expected a row of column names'],
    [
      'with a quotation mark that isn’t closed',
      `${HEADER}\n${ROW}\nOne,Energy,"the plant,T,https://e.org\n${ROW}\n`,
      'line 3: found a cell that begins with a quotation mark and has no closing one; expected one before the next delimiter or line',
    ],
  ])('%s isn’t read at all', async (_, content, message) => {
    const { code, err, place } = await importTable(content);
    expect(err).toEqual([`rows.csv: ${message}`]);
    expect(code).toBe(1);
    expect(await written(place)).toEqual([]);
  });

  it('isn’t held in memory to its end for a quotation mark that isn’t closed', async () => {
    const begin = `${HEADER}\n${ROW}\nOne,"Energy\n${`${ROW}\n`.repeat(80_000)}`;
    // The last byte would be told of, if it were read.
    const { code, err } = await importTable(Buffer.from(`${begin}\u00e9`, 'latin1'));
    expect(err).toEqual([expect.stringContaining('rows.csv: line 3: found a cell that begins')]);
    expect(code).toBe(1);
  });

  it('is read alike where a line’s end is divided', async () => {
    const CHUNK = 2 ** 18;
    const begin = `${HEADER}\r\nOne,Energy,"`;
    const words = 'a'.repeat(CHUNK - begin.length - 1);
    const { err, place } = await importTable(
      `${begin}${words}\r\nb",T,https://e.org\r\nTwo,Energy,,T,https://e.org`,
    );
    expect(err).toEqual([expect.stringMatching(/^row 2 \(line 4\): quotation: /)]);
    const [first] = await features(place);
    expect(first?.properties.citations[0]?.exact).toBe(`${words}\nb`);
  });

  it('is read alike wherever its bytes are divided', async () => {
    // Letters of two to four bytes, and line ends of two, at every place of a chunk.
    const rows = Array.from({ length: 9000 }, (_, index) => ({
      name: `Ы𐍈${'€'.repeat(index % 13)} ${index}`,
      quotation: `"слова"\n${index}`,
    }));
    const { code, place } = await importTable(table(...rows).replaceAll('\n', '\r\n'));
    expect(code).toBe(0);
    const taken = await features(place);
    expect(taken.map(({ properties }) => properties.name.en)).toEqual(rows.map(({ name }) => name));
    expect(taken.map(({ properties }) => properties.citations[0]?.exact)).toEqual(
      rows.map((_, index) => `"слова"\n${index}`),
    );
  });

  it('needs a column of quotations', async () => {
    const { code, err, place } = await importTable('name,sector,quotatoin\nOne,Energy,words');
    expect(err).toEqual([
      'rows.csv: found no column for quotation; expected one with the words of the source: nothing without a source: name it by --quotation. There are “name”, “sector”, “quotatoin”; the nearest is “quotatoin”',
    ]);
    expect(code).toBe(1);
    expect(await written(place)).toEqual([]);
  });

  it.each([
    ['name', 'name', 'one with the names of projects: name it by --name'],
    ['sector', 'sector', 'one with the field that each belongs to: name it by --sector'],
    [
      'title',
      'title',
      'one with the title of what is quoted, as no --article is given: name it by --title-column',
    ],
    [
      'url',
      'url',
      'one with the link of what is quoted, as no --article is given: name it by --url',
    ],
  ])('needs a column for %s', async (_, field, expected) => {
    const columns = Object.keys(SOUND).filter((column) => column !== field);
    const { code, err } = await importTable(
      `${columns.join(',')}\n${columns.map(() => 'x').join(',')}`,
    );
    expect(err).toEqual([
      expect.stringContaining(`found no column for ${field}; expected ${expected}.`),
    ]);
    expect(code).toBe(1);
  });

  it('needs both coordinates', async () => {
    const { err } = await importTable(`${HEADER},lat\n${ROW},39`);
    expect(err).toEqual([
      expect.stringContaining('found no column for lng; expected one beside that of lat'),
    ]);
  });

  it('can’t have two columns for one field', async () => {
    const { code, err } = await importTable(`${HEADER},Name\n${ROW},x`);
    expect(err).toEqual(['rows.csv: found 2 columns for name: “name”, “Name”; expected one']);
    expect(code).toBe(1);
  });
});
