import { area, booleanPointInPolygon } from '@turf/turf';
import { beforeAll, describe, expect, test } from 'vitest';
import { NO_OUTLINES, outlinesOf } from '../../../../src/dossier/outlines.ts';
import type { Place } from '../../../../src/dossier/types.ts';
import { geojson } from '../../../../src/share/export/geojson.ts';
import { kml } from '../../../../src/share/export/kml.ts';
import { linkedPlaces } from '../../../../src/share/export/linkedPlaces.ts';
import { outlineOf, Shapes } from '../../../../src/share/export/shapes.ts';
import { outline } from '../../dossier/fixture.ts';
import { fileOf, publishedContent, type Published } from './content.ts';
import { faultsOf, GEOJSON, LINKED_PLACES } from './schemas.ts';

let published: Published;
beforeAll(async () => {
  published = await publishedContent();
});

const country = (code: string): Place => ({
  id: code,
  name: { en: code },
  level: 'country',
  countries: [code],
});

describe('an outline', () => {
  /** One that goes on beyond the antimeridian, as the basemap draws it. */
  const outlines = outlinesOf([outline('XX', [170, 50, 200, 60], { country: 'XX' })], [], []);

  test('is cut at the antimeridian, and loses nothing', () => {
    const cut = outlineOf(country('XX'), outlines);
    if (cut === null) throw new Error('There is an outline.');
    const lngs = cut.coordinates.flat(2).map(([lng = 0]) => lng);
    expect(Math.min(...lngs)).toBe(-180);
    expect(Math.max(...lngs)).toBe(180);
    expect(booleanPointInPolygon([175, 55], cut)).toBe(true);
    expect(booleanPointInPolygon([-165, 55], cut)).toBe(true);
    expect(booleanPointInPolygon([-155, 55], cut)).toBe(false);
    const whole = outlines.countries.get('XX');
    expect(area(cut) / area(whole ?? cut)).toBeCloseTo(1, 6);
  });

  test('of every country of the basemap keeps its area and stays within the world', () => {
    for (const [code, whole] of published.content.outlines.countries) {
      const cut = outlineOf({ ...country(code), id: String(whole.id) }, published.content.outlines);
      if (cut === null) throw new Error(`${code} has an outline.`);
      expect(area(cut) / area(whole), code).toBeCloseTo(1, 2);
      for (const [lng = 0] of cut.coordinates.flat(2))
        expect(Math.abs(lng)).toBeLessThanOrEqual(180);
    }
  });

  test('isn’t there for a town, nor where the basemap has none', () => {
    const town: Place = { ...country('XX'), level: 'settlement' };
    expect(outlineOf(town, outlines)).toBeNull();
    expect(outlineOf(country('YY'), outlines)).toBeNull();
  });
});

describe('a project in an area', () => {
  test('without an outline has no geometry: a mark isn’t a site', () => {
    const shapes = new Shapes({ ...published.content, outlines: NO_OUTLINES });
    for (const project of published.projects) {
      const { kind, geometry } = shapes.of(project);
      const level = project.location?.place.level;
      const isExact = level === 'site' || level === 'settlement' || level === 'border';
      expect(geometry !== null).toBe(isExact);
      expect(kind === 'no-outline').toBe(level !== undefined && !isExact);
    }
  });

  test('shares its outline where there would be too many', () => {
    const shapes = new Shapes(published.content, 1000);
    const apart = published.projects.map((project) => shapes.of(project));
    const ids = new Set(apart.flatMap(({ apart: id }) => id ?? []));
    expect(ids.size).toBeGreaterThan(3);
    expect(new Set(shapes.shared.map(({ id }) => id))).toEqual(ids);
    for (const { kind, geometry, apart: id } of apart)
      expect(kind === 'outline-apart').toBe(id !== null && geometry === null);
  });
});

describe('outlines that stand apart', () => {
  /** As if many more projects were shown than there are. */
  const crowded = () => ({
    ...published.content,
    rows: Uint32Array.from({ length: 39_000 }, (_, number) => Math.floor(number / 1000)),
  });
  const region = () => published.projects.filter(({ id }) => id.startsWith('samarkand'));

  test('are features of GeoJSON and Linked Places', () => {
    const inGeojson = fileOf(geojson, crowded(), region());
    expect(faultsOf(GEOJSON, inGeojson)).toEqual([]);
    expect(inGeojson).toContain('"outline":"outline-UZ-SA"');
    expect(inGeojson).toContain('"id":"outline-UZ-SA","geometry":{"type":"MultiPolygon"');
    const inLpf = fileOf(linkedPlaces, crowded(), region());
    expect(faultsOf(LINKED_PLACES, inLpf)).toEqual([]);
    expect(inLpf).toContain('?outline=outline-UZ-SA#');
  });

  test('are Placemarks of KML', () => {
    const text = fileOf(kml, crowded(), region());
    expect(text).toContain('<Data name="outline"><value>outline-UZ-SA</value></Data>');
    expect(text.match(/<Polygon>/g)?.length).toBe(1);
    expect(text).toContain('<Placemark id="outline-UZ-SA">');
  });
});
