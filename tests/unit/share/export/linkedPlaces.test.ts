import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { linkedPlaces } from '../../../../src/share/export/linkedPlaces.ts';
import { arbitraryProjects, fileOf, publishedContent, type Published } from './content.ts';
import { faultsOf, LINKED_PLACES } from './schemas.ts';

let published: Published;
let file: string;
beforeAll(async () => {
  published = await publishedContent();
  file = fileOf(linkedPlaces, published.content, published.projects);
});

const FileSchema = v.object({
  properties: v.object({
    link: v.string(),
    notPlaced: v.optional(v.object({ count: v.number(), names: v.array(v.string()) })),
  }),
  features: v.array(
    v.looseObject({
      '@id': v.string(),
      properties: v.looseObject({ title: v.string(), level: v.string() }),
      when: v.optional(v.unknown()),
      descriptions: v.array(v.looseObject({ value: v.string() })),
      geometry: v.object({
        type: v.string(),
        geometries: v.array(v.looseObject({ type: v.string(), certainty: v.string() })),
      }),
    }),
  ),
});
const read = (text: string) => v.parse(FileSchema, JSON.parse(text));

test('is in Linked Places format', () => {
  expect(faultsOf(LINKED_PLACES, file)).toEqual([]);
  expect(faultsOf(LINKED_PLACES, file.replace('"toponym"', '"called"'))).not.toEqual([]);
  expect(faultsOf(LINKED_PLACES, file.replace('"certain"', '"sure"'))).not.toEqual([]);
});

test('has what is placed, and counts and names what isn’t', () => {
  const { features, properties } = read(file);
  const placed = published.projects.filter(({ location }) => location !== null);
  const unplaced = published.projects.filter(({ location }) => location === null);
  expect(features.map(({ properties: { title } }) => title)).toEqual(
    placed.map(({ name }) => name.en),
  );
  expect(properties.notPlaced).toEqual({
    count: unplaced.length,
    names: unplaced.map(({ name }) => name.en),
  });
});

test('tells a region by its outline, and how sure that is', () => {
  const plant = read(file).features.find(({ properties }) => properties['id'] === 'kostanay-cars');
  expect(plant?.['@id']).toBe('https://atlas.example/atlas/#project=kostanay-cars');
  for (const { properties, geometry } of read(file).features) {
    const isExact = properties.level === 'site' || properties.level === 'settlement';
    expect(geometry.geometries.map(({ type }) => type.endsWith('Point'))).toEqual([isExact]);
  }
});

test('tells a time as a timespan that has a start', () => {
  const [plain] = published.projects;
  if (plain === undefined) throw new Error('There are no projects.');
  const whenOf = (when: string) =>
    read(fileOf(linkedPlaces, published.content, [{ ...plain, when }])).features[0]?.when;
  expect(whenOf('2022-10')).toEqual({
    timespans: [{ start: { in: '2022-10' } }],
    label: '2022-10',
  });
  expect(whenOf('2022-10/2022-12')).toEqual({
    timespans: [{ start: { in: '2022-10' }, end: { in: '2022-12' } }],
    label: '2022-10/2022-12',
  });
  expect(whenOf('../2022')).toBeUndefined();
  expect(whenOf('2022-21')).toBeUndefined();
});

test('of nothing is an empty collection', () => {
  const empty = fileOf(linkedPlaces, published.content, []);
  expect(faultsOf(LINKED_PLACES, empty)).toEqual([]);
  expect(read(empty).properties.notPlaced).toBeUndefined();
});

test('whatever the words are, they come back as they were', () => {
  fc.assert(
    fc.property(arbitraryProjects, (projects) => {
      const text = fileOf(linkedPlaces, published.content, projects);
      expect(faultsOf(LINKED_PLACES, text)).toEqual([]);
      const placed = projects.filter(({ location }) => location !== null);
      expect(
        read(text).features.map(({ properties, descriptions }) => [
          properties.title,
          descriptions[0]?.value,
        ]),
      ).toEqual(
        placed.map(({ name, citations: [{ exact }] }) => [
          name.en.toWellFormed(),
          exact.toWellFormed(),
        ]),
      );
    }),
    { numRuns: 200 },
  );
});
