import { describe, expect, it } from 'vitest';
import { features, problems, SOUND, workplace, written, type Workplace } from './run.ts';

type Json = Readonly<Record<string, unknown>>;

const POINT = { type: 'Point', coordinates: [66.96, 39.65] };
const PLACE = { place: 'Samarkand', level: 'settlement', countries: ['UZ'] };

function feature(properties: Json = {}, geometry: unknown = null, members: Json = {}): Json {
  return { type: 'Feature', ...members, properties: { ...SOUND, ...properties }, geometry };
}

function collection(...items: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features: items }, null, 1);
}

function lines(...items: readonly unknown[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

async function importLines(items: readonly unknown[], ...flags: readonly string[]) {
  const place = await workplace();
  return { ...(await place.import('rows.geojsonl', lines(...items), ...flags)), place };
}

const names = async (place: Workplace) =>
  (await features(place)).map(({ properties }) => properties.name.en);

describe('GeoJSON', () => {
  it.each([
    ['a collection', 'rows.geojson', collection],
    ['a feature a line', 'rows.geojsonl', lines],
    [
      'a text sequence',
      'rows.geojsonl',
      (...items: Json[]) => lines(...items).replaceAll(/^/gm, '\u001e'),
    ],
    [
      'a collection with a byte-order mark',
      'rows.json',
      (...items: Json[]) => `\uFEFF${collection(...items)}`,
    ],
  ])('becomes a dossier out of %s', async (_, name, write) => {
    const place = await workplace();
    const content = write(
      feature({ ...PLACE, ID: 'one' }, POINT),
      feature({ name: 'Wind plant', count: 3 }, null, { id: 'two' }),
      feature(
        { ...PLACE, level: 'country', countries: 'UZ;KZ' },
        {
          type: 'MultiPoint',
          coordinates: [
            [64, 41],
            [67, 48, 350],
          ],
        },
      ),
    );
    const { code, err, out } = await place.import(name, content);
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(await problems(place)).toEqual([]);
    expect((await features(place)).map(({ id, geometry }) => [id, geometry?.type])).toEqual([
      ['one', 'Point'],
      ['two', undefined],
      ['solar-plant', 'MultiPoint'],
    ]);
    expect(out).toContain('Not used: “count”.');
  });

  it('takes the line of a border', async () => {
    const border = { place: 'The border', level: 'border' };
    const line = {
      type: 'LineString',
      coordinates: [
        [60, 45],
        [61, 45],
      ],
    };
    const { code, place } = await importLines([feature(border, line)]);
    expect(code).toBe(0);
    expect((await features(place))[0]?.geometry).toEqual(line);
  });

  it('has its properties named by paths', async () => {
    const { code, err, place } = await importLines(
      [
        feature(
          { name: { en: 'Plant', ru: 'Завод' }, 'a.b': 'Energy', citations: [{ exact: 'words' }] },
          null,
          { id: 7 },
        ),
      ],
      '--name',
      'name.en',
      '--name.ru',
      'name.ru',
      '--sector',
      'a.b',
      '--quotation',
      'citations.0.exact',
    );
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(await features(place)).toMatchObject([
      {
        id: '7',
        properties: {
          name: { en: 'Plant', ru: 'Завод' },
          sector: 'energy',
          citations: [{ exact: 'words' }],
        },
      },
    ]);
  });

  it.each([
    [
      'an area',
      feature(PLACE, {
        type: 'Polygon',
        coordinates: [
          [
            [60, 45],
            [61, 45],
            [60, 46],
            [60, 45],
          ],
        ],
      }),
      'geometry: found {"type":"Polygon","coordinates":[[[60,45],[61,45],[60,46],[60,45]]]}; expected a Point, a MultiPoint, the line of a border, or null',
    ],
    [
      'a line that is no border',
      feature(PLACE, {
        type: 'LineString',
        coordinates: [
          [60, 45],
          [61, 45],
        ],
      }),
      'geometry: found LineString; expected points, as only a border is a line',
    ],
    [
      'a border that is no line',
      feature({ ...PLACE, level: 'border' }, POINT),
      'geometry: found Point; expected a line, as the level is “border”',
    ],
    [
      'coordinates as texts',
      feature(PLACE, { type: 'Point', coordinates: ['66', '39'] }),
      'geometry: found {"type":"Point","coordinates":["66","39"]}; expected a Point, a MultiPoint, the line of a border, or null',
    ],
    [
      'swapped coordinates',
      feature(PLACE, { type: 'Point', coordinates: [39.65, 139.7] }),
      'geometry: found 39.65, 139.7; expected a latitude from -90 to 90: latitude and longitude look swapped',
    ],
    [
      'metres in one of its points',
      feature(PLACE, {
        type: 'MultiPoint',
        coordinates: [
          [66, 39],
          [7e5, 4e6],
        ],
      }),
      'geometry: found 700000, 4000000; expected degrees of WGS 84: these look like metres of a projected system',
    ],
    [
      'a point elsewhere than in its country',
      feature({ ...PLACE, countries: ['KZ'] }, POINT),
      'geometry: found 66.96, 39.65; expected a point in KZ',
    ],
    [
      'a place without geometry',
      feature(PLACE),
      'geometry: found nothing; expected coordinates, as there is a place, “Samarkand”',
    ],
    [
      'a name that is no text',
      feature({ name: ['Plant'] }),
      'name: found ["Plant"]; expected a text',
    ],
    [
      'no properties',
      { type: 'Feature', geometry: null },
      'found {"type":"Feature","geometry":null}; expected a GeoJSON Feature with “geometry” and “properties”',
    ],
    [
      'something else',
      'Feature',
      'found “Feature”; expected a GeoJSON Feature with “geometry” and “properties”',
    ],
  ])('leaves out a feature with %s', async (_, item, reason) => {
    const { code, err, out, place } = await importLines([feature(), item, feature()]);
    expect(err[0]).toBe(`row 2 (line 2): ${reason}`);
    expect(code).toBe(2);
    expect(out).toContain('3 rows read: 2 taken, 1 left out.');
    expect(await names(place)).toHaveLength(2);
  });

  it('tells the line of a feature of a collection', async () => {
    const place = await workplace();
    const content = collection(feature(), feature({ quotation: null }));
    const { err } = await place.import('rows.geojson', content);
    expect(err).toEqual([
      'row 2 (line 15): quotation: found nothing; expected the words of the source, verbatim',
    ]);
  });

  it('leaves out a line that is broken, and goes on', async () => {
    const place = await workplace();
    const content = `${lines(feature())}{"type": \n\n${lines(feature())}`;
    const { code, err, out } = await place.import('rows.ndjson', content);
    expect(code).toBe(2);
    expect(err).toEqual([
      expect.stringMatching(
        /^row 2 \(line 2\): found “\{"type": ” .*; expected a feature as JSON$/,
      ),
    ]);
    expect(out).toContain('3 rows read: 2 taken, 1 left out.');
  });

  it('may say that its coordinates are what they are', async () => {
    const place = await workplace();
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    const content = JSON.stringify({ type: 'FeatureCollection', crs, features: [feature()] });
    expect((await place.import('rows.geojson', content)).code).toBe(0);
  });

  it.each([
    [
      'has other coordinates',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
        features: [feature()],
      }),
      /^rows\.geojson › crs: found .*EPSG::3857.*; expected no “crs”: RFC 7946 knows only WGS 84/,
    ],
    ['isn’t JSON', 'name,sector\n', /^rows\.geojson:1: found “name,sector\n” .*; expected JSON$/],
    [
      'is cut short',
      collection(feature(), feature()).slice(0, -30),
      /^rows\.geojson:\d+: found the end of the file after 1 features/,
    ],
    [
      'is one feature',
      JSON.stringify(feature()),
      /^rows\.geojson › type: found “Feature”; expected “FeatureCollection”/,
    ],
    ['has no features', '{"type":"FeatureCollection"}', /^rows\.geojson › features: found nothing/],
    ['has none of them', collection(), /^rows\.geojson: found no row that can be taken/],
  ])('isn’t read where it %s', async (_, content, message) => {
    const place = await workplace();
    const { code, err } = await place.import('rows.geojson', content);
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringMatching(message)]);
    expect(await written(place)).toEqual([]);
  });

  it('isn’t read as lines where it is a collection', async () => {
    const place = await workplace();
    const { code, err } = await place.import('rows.geojsonl', collection(feature()));
    expect(code).toBe(1);
    expect(err).toEqual([
      'rows.geojsonl: found a FeatureCollection; expected a feature a line, or .geojson',
    ]);
  });

  it('must have the properties that are named', async () => {
    const { code, err, place } = await importLines(
      [feature({ status: null })],
      '--status',
      'Statsu',
    );
    expect(code).toBe(1);
    expect(err).toEqual([
      'rows.geojsonl: found no property “Statsu”, which was named for status; expected one of “name”, “sector”, “quotation”, “title”, “url”, “status”; the nearest is “status”',
    ]);
    expect(await written(place)).toEqual([]);
  });

  it('may have a property in some features only', async () => {
    const { code, place } = await importLines(
      [feature(), feature({ phase: 'planned' })],
      '--status',
      'phase',
    );
    expect(code).toBe(0);
    expect((await features(place)).map(({ properties }) => properties.status)).toEqual([
      undefined,
      'planned',
    ]);
  });

  it('has no columns of coordinates', async () => {
    const { code, err } = await importLines([feature({ y: 1 })], '--lat', 'y');
    expect(code).toBe(1);
    expect(err).toEqual([
      'rows.geojsonl: found a property for lat; expected the features’ geometry',
    ]);
  });
});
