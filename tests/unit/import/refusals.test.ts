import { describe, expect, it } from 'vitest';
import {
  features,
  importTable,
  PLACED,
  reasonsFor,
  SOUND,
  table,
  written,
  type Cells,
} from './run.ts';

const LEVEL =
  'how exactly it is placed, one of “site”, “settlement”, “water”, “region”, “country”, “border”';
const placed = (row: Cells) => ({ ...PLACED, ...row });

describe('a row is left out', () => {
  it.each<[string, Cells, string[]]>([
    ['without a name', { name: ' ' }, ['name: found nothing; expected the name of the project']],
    [
      'without a sector',
      { sector: '' },
      ['sector: found nothing; expected the field that the project belongs to'],
    ],
    [
      'without a quotation',
      { quotation: ' \n' },
      ['quotation: found nothing; expected the words of the source, verbatim'],
    ],
    [
      'without the title of what it quotes',
      { title: '' },
      [
        'title: found nothing; expected the title of what is quoted, as no article is published along',
      ],
    ],
    [
      'without the link of what it quotes',
      { url: '' },
      ['url: found nothing; expected the link of what is quoted, as no article is published along'],
    ],
    [
      'with a link that is none',
      { url: 'example.org' },
      ['url: found “example.org”; expected a web address that begins with https:// or http://'],
    ],
    [
      'that names an article where none is published',
      { article: 'speech' },
      ['article: found “speech”; expected one that --article gives'],
    ],
    [
      'of no known kind',
      { kind: 'plant' },
      [
        'kind: found “plant”; expected one of “project”, “event”, “agreement”, “institution”, “initiative”',
      ],
    ],
    [
      'of no known status',
      { status: 'Ongoing' },
      [
        'status: found “Ongoing”; expected one of “agreed”, “launched”, “planned”, “held”, “ongoing”, “signed”',
      ],
    ],
    [
      'with a date of another notation',
      { when: '24.12.2022' },
      [
        'when: found “24.12.2022”; expected an EDTF date or interval, as in 2022-10 or 2022-10/2022-12',
      ],
    ],
    [
      'with an interval that ends before it begins',
      { when: '2023/2022' },
      [
        'when: found “2023/2022”; expected an EDTF date or interval, as in 2022-10 or 2022-10/2022-12',
      ],
    ],
    [
      'with an id in which nothing can be kept',
      { id: 'завод' },
      ['id: found “завод”; expected an id of lower-case letters, digits and hyphens'],
    ],
    [
      'with a former id that is none',
      { aliases: 'old-one, Old Two' },
      ['aliases: found “Old Two”; expected an id of lower-case letters, digits and hyphens'],
    ],

    [
      'with a latitude that is no number',
      placed({ lat: '4o.2' }),
      ['lat: found “4o.2”; expected degrees as a decimal number, as in 39.815'],
    ],
    [
      'with degrees, minutes and seconds',
      placed({ lng: '66°57′36″E' }),
      ['lng: found “66°57′36″E”; expected degrees as a decimal number, as in 39.815'],
    ],
    [
      'with a number of two marks',
      placed({ lat: '39,654.1' }),
      ['lat: found “39,654.1”; expected degrees as a decimal number, as in 39.815'],
    ],
    [
      'with a latitude only',
      placed({ lng: '' }),
      ['lng: found nothing; expected a longitude, as there is a latitude'],
    ],
    [
      'with a longitude only',
      placed({ lat: '' }),
      ['lat: found nothing; expected a latitude, as there is a longitude'],
    ],
    [
      'beyond the pole, as swapped coordinates are',
      placed({ lat: '139.7', lng: '35.7' }),
      [
        'lat, lng: found 139.7, 35.7; expected a latitude from -90 to 90: latitude and longitude look swapped',
      ],
    ],
    [
      'beyond the pole',
      placed({ lat: '-90.1', lng: '139' }),
      ['lat, lng: found -90.1, 139; expected a latitude from -90 to 90'],
    ],
    [
      'beyond the antimeridian',
      placed({ lat: '39', lng: '181' }),
      ['lat, lng: found 39, 181; expected a longitude from -180 to 180'],
    ],
    [
      'with metres of a projected system',
      placed({ lat: '4391234.5', lng: '667000' }),
      [
        'lat, lng: found 4391234.5, 667000; expected degrees of WGS 84: these look like metres of a projected system',
      ],
    ],
    [
      'at 0, 0',
      placed({ lat: '0.0', lng: '0' }),
      [
        'lat, lng: found 0, 0; expected coordinates of the place: 0, 0 is what tables have for “not known”',
      ],
    ],
    [
      'in another country than it says',
      placed({ countries: 'KZ' }),
      ['lat, lng: found 39.65, 66.96; expected a point in KZ'],
    ],
    [
      'where its country is found with the coordinates swapped',
      placed({ lat: '66.96', lng: '39.65' }),
      ['lat, lng: found 66.96, 39.65; expected a point in UZ; latitude and longitude look swapped'],
    ],

    [
      'with coordinates of no place',
      placed({ place: '' }),
      ['place: found nothing; expected the name of the place'],
    ],
    [
      'that doesn’t say how exactly it is placed',
      placed({ level: '' }),
      [`level: found nothing; expected ${LEVEL}`],
    ],
    [
      'placed on a level that isn’t known',
      placed({ level: 'city' }),
      [`level: found “city”; expected ${LEVEL}`],
    ],
    [
      'with a place without coordinates',
      placed({ lat: '', lng: '' }),
      ['lat, lng: found nothing; expected coordinates, as there is a place, “Samarkand”'],
    ],
    [
      'with only the id of a place',
      { 'place.id': 'Q5753' },
      [
        'place: found nothing; expected the name of the place',
        `level: found nothing; expected ${LEVEL}`,
      ],
    ],
    [
      'in a region without code',
      placed({ level: 'region' }),
      ['place.id: found nothing; expected the ISO 3166-2 code of the region, as in UZ-SA'],
    ],
    [
      'in a region with another kind of id',
      placed({ level: 'region', 'place.id': 'Q5753' }),
      ['place.id: found “Q5753”; expected the ISO 3166-2 code of the region, as in UZ-SA'],
    ],
    [
      'in a region that the basemap doesn’t have',
      placed({ level: 'region', 'place.id': 'UZ-XX' }),
      ['place.id: found UZ-XX; expected the id of a region of the basemap'],
    ],
    [
      'outside of its region',
      placed({ level: 'region', 'place.id': 'UZ-BU', place: 'Bukhara region' }),
      ['lat, lng: found 39.65, 66.96; expected a point in Bukhara region'],
    ],
    [
      'in a settlement with the code of a region',
      placed({ 'place.id': 'UZ-SA' }),
      ['place.id: found “UZ-SA”; expected a Wikidata id, as the level is “settlement”'],
    ],
    [
      'with an id of a place that is none',
      placed({ 'place.id': 'samarkand' }),
      ['place.id: found “samarkand”; expected a Wikidata id (Q269) or an ISO 3166-2 code (UZ-SA)'],
    ],
    [
      'in a country that is no code',
      placed({ countries: 'Uzbekistan' }),
      ['countries: found “Uzbekistan”; expected an ISO 3166-1 code of two letters, as in UZ'],
    ],
    [
      'in a region of another country',
      placed({ level: 'region', 'place.id': 'UZ-SA', countries: 'KZ; KG' }),
      ['countries: found “KZ, KG”; expected UZ, as in UZ-SA'],
    ],
    [
      'on a border, which is a line',
      placed({ level: 'border' }),
      ['level: found “border”; expected another level: a border is a line, which only GeoJSON has'],
    ],

    [
      'for everything that is wrong with it',
      placed({ name: '', sector: '', lat: 'x', level: 'x', quotation: '', url: 'x', kind: 'x' }),
      [
        'name: found nothing; expected the name of the project',
        'sector: found nothing; expected the field that the project belongs to',
        'lat: found “x”; expected degrees as a decimal number, as in 39.815',
        `level: found “x”; expected ${LEVEL}`,
        'quotation: found nothing; expected the words of the source, verbatim',
        'url: found “x”; expected a web address that begins with https:// or http://',
        'kind: found “x”; expected one of “project”, “event”, “agreement”, “institution”, “initiative”',
      ],
    ],
  ])('%s', async (_, row, reasons) => {
    expect(await reasonsFor(row)).toEqual(reasons);
  });

  it('under the name of the column that its author knows', async () => {
    const reasons = await reasonsFor({ Breite: '4o.2', lng: '66' }, '--lat', 'Breite');
    expect(reasons).toContain(
      'lat (“Breite”): found “4o.2”; expected degrees as a decimal number, as in 39.815',
    );
  });
});

describe('a row is taken', () => {
  it.each<[string, Cells, [number, number]]>([
    ['with a decimal point', { lat: '39.65', lng: '66.96' }, [66.96, 39.65]],
    ['with decimal commas', { lat: '39,65', lng: '+66,96' }, [66.96, 39.65]],
    ['with whole degrees', { lat: ' 39 ', lng: '66.' }, [66, 39]],
    ['in scientific notation', { lat: '3.965E1', lng: '66.96' }, [66.96, 39.65]],
    ['south and west', { lat: '-33.45', lng: '-70,66', countries: '' }, [-70.66, -33.45]],
    ['on the equator', { lat: '0', lng: '32.5', countries: '' }, [32.5, 0]],
  ])('%s', async (_, cells, coordinates) => {
    const { code, err, place } = await importTable(table(placed(cells)));
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect((await features(place))[0]?.geometry).toEqual({ type: 'Point', coordinates });
  });

  it('without a place as one that its source doesn’t place, whatever else it says', async () => {
    const { code, out, place } = await importTable(
      table({ level: 'site', countries: 'UZ' }, { level: '' }),
    );
    expect(code).toBe(0);
    expect((await features(place)).map(({ geometry }) => geometry)).toEqual([null, null]);
    expect(out).toContain('0 placed, 2 not placed by their source.');
    expect(out).toContain(
      'Note: 1 row with a level or countries, but no place, not placed: these cells are in no file.',
    );
  });

  it.each<[string, Cells, string]>([
    ['a region', { 'place.id': 'UZ-SA', level: 'region' }, 'Point'],
    ['a country', { countries: 'UZ', level: 'country' }, 'Point'],
    ['countries together', { countries: 'UZ, KZ', level: 'country' }, 'MultiPoint'],
    ['a lake', { 'place.id': 'Q35883', level: 'water' }, 'Point'],
  ])('where the basemap has the label of %s, without coordinates', async (_, cells, type) => {
    const { err, out, place } = await importTable(table({ place: 'There', ...cells }));
    expect(err).toEqual([]);
    expect((await features(place))[0]?.geometry?.type).toBe(type);
    expect(out).toContain(
      'Note: 1 place without coordinates marked where the basemap has the label of the region, country or water.',
    );
  });

  it('but not at the label of one country for another that has none', async () => {
    expect(await reasonsFor({ place: 'Both', level: 'country', countries: 'UZ, QQ' })).toEqual([
      'lat, lng: found nothing; expected coordinates, as there is a place, “Both”',
    ]);
  });
});

describe('an import', () => {
  it('writes nothing where no row can be taken', async () => {
    const { code, err, place } = await importTable(table({ quotation: '' }));
    expect(code).toBe(1);
    expect(err).toEqual([
      'row 1 (line 2): quotation: found nothing; expected the words of the source, verbatim',
      'rows.csv: found no row that can be taken; nothing is written',
    ]);
    expect(await written(place)).toEqual([]);
  });

  it('shows fifty rows, and says how many more there are', async () => {
    const rows = Array.from({ length: 60 }, (): Cells => ({ ...SOUND, sector: '', quotation: '' }));
    const { err } = await importTable(table(SOUND, ...rows));
    expect(err).toHaveLength(101);
    expect(err.at(-1)).toBe('and 10 more rows: use --report <file> to have them all');
  });
});
