import { booleanClockwise } from '@turf/turf';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { isArea } from '../../../../src/dossier/types.ts';
import { geojson } from '../../../../src/share/export/geojson.ts';
import { arbitraryProjects, fileOf, publishedContent, type Published } from './content.ts';
import { faultsOf, GEOJSON } from './schemas.ts';

let published: Published;
let file: string;
beforeAll(async () => {
  published = await publishedContent();
  file = fileOf(geojson, published.content, published.projects);
});

const FileSchema = v.object({
  link: v.string(),
  credits: v.array(v.string()),
  features: v.array(
    v.object({
      id: v.string(),
      geometry: v.nullable(v.looseObject({ type: v.string() })),
      properties: v.looseObject({
        name: v.string(),
        level: v.nullable(v.string()),
        shape: v.string(),
        markers: v.optional(v.array(v.tuple([v.number(), v.number()]))),
        citations: v.array(
          v.looseObject({ exact: v.string(), prefix: v.nullable(v.string()), title: v.string() }),
        ),
      }),
    }),
  ),
});
const read = (text: string) => v.parse(FileSchema, JSON.parse(text));

function featureOf(id: string) {
  const feature = read(file).features.find((candidate) => candidate.id === id);
  if (feature === undefined) throw new Error(`There is no feature ${id}.`);
  return feature;
}

test('is GeoJSON, with the link and who is to be credited', () => {
  expect(faultsOf(GEOJSON, file)).toEqual([]);
  expect(faultsOf(GEOJSON, file.replace('"Feature"', '"Project"'))).not.toEqual([]);
  const { link, credits } = read(file);
  expect(link).toBe('https://atlas.example/atlas/#sector=energy&theme=dark');
  expect(credits.join()).toContain('GeoNames, CC BY 4.0');
});

test('has every project, those not placed without a geometry', () => {
  const { features } = read(file);
  expect(features.map(({ id }) => id)).toEqual(published.projects.map(({ id }) => id));
  expect(features.map(({ geometry }) => geometry === null)).toEqual(
    published.projects.map(({ location }) => location === null),
  );
});

test('has a point only where the article names a site or a town', () => {
  for (const { geometry, properties } of read(file).features) {
    const isPoint = geometry?.type.endsWith('Point') ?? false;
    const { level } = properties;
    expect(isPoint).toBe(level === 'site' || level === 'settlement');
  }
});

test('draws a region as its outline, and tells where the mark stands', () => {
  const { geometry, properties } = featureOf('samarkand-thermal-power-plant');
  expect(geometry?.type).toBe('MultiPolygon');
  expect(properties).toMatchObject({
    level: 'region',
    shape: 'outline',
    place: { id: 'UZ-SA', name: { en: 'Samarkand region' }, countries: ['UZ'] },
    status: 'launched',
    statusAsOf: '2022-12-24',
    markers: [[66.535, 39.815]],
  });
});

test('cites word for word, with the words around', () => {
  const [citation] = featureOf('samarkand-thermal-power-plant').properties.citations;
  expect(citation).toMatchObject({
    exact: 'the construction of a thermal power plant in Samarkand region',
    title: 'Uzbekistan, Kazakhstan strengthen allied relations',
    date: '2022-12-24',
    source: null,
  });
  const [article] = published.content.dossier.articles;
  expect(article?.text).toContain(`${citation?.prefix ?? '?'}${citation?.exact ?? '?'}`);
});

test('runs outer rings counterclockwise, inner ones clockwise', () => {
  const rings = published.projects
    .filter(({ location }) => location !== null && isArea(location.place.level))
    .flatMap(({ id }) => {
      const parsed = v.parse(
        v.object({ coordinates: v.array(v.array(v.array(v.array(v.number())))) }),
        featureOf(id).geometry,
      );
      return parsed.coordinates.flatMap((polygon) =>
        polygon.map((ring, number) => ({ ring, isOuter: number === 0 })),
      );
    });
  expect(rings.length).toBeGreaterThan(10);
  for (const { ring, isOuter } of rings) expect(booleanClockwise(ring)).toBe(!isOuter);
});

test('of nothing is an empty collection', () => {
  const empty = fileOf(geojson, published.content, []);
  expect(faultsOf(GEOJSON, empty)).toEqual([]);
  expect(read(empty).features).toEqual([]);
});

describe('whatever the words are', () => {
  test('they come back as they were, and the file is well-formed', () => {
    const { content } = published;
    fc.assert(
      fc.property(arbitraryProjects, (projects) => {
        const text = fileOf(geojson, content, projects);
        expect(text.isWellFormed()).toBe(true);
        expect(faultsOf(GEOJSON, text)).toEqual([]);
        const { features } = read(text);
        expect(features.map(({ properties }) => properties.name)).toEqual(
          projects.map(({ name }) => name.en.toWellFormed()),
        );
        expect(
          features.map(({ properties }) => properties.citations.map(({ exact }) => exact)),
        ).toEqual(
          projects.map(({ citations }) => citations.map(({ exact }) => exact.toWellFormed())),
        );
      }),
      { numRuns: 200 },
    );
  });
});
