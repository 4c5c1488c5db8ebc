import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Project } from '../../../../src/dossier/types.ts';
import { csv } from '../../../../src/share/export/csv.ts';
import { geojson } from '../../../../src/share/export/geojson.ts';
import { kml } from '../../../../src/share/export/kml.ts';
import { FORMULA } from '../../../../src/share/export/text.ts';
import { arbitraryProject, fileOf, numbered, publishedContent, type Published } from './content.ts';
import { NO_OGR, readByOgr, type OgrFeature } from './ogr.ts';

/** What another program makes of the files. */

let published: Published;
let tricky: readonly Project[];
beforeAll(async () => {
  published = await publishedContent();
  tricky = numbered(fc.sample(arbitraryProject, { numRuns: 300, seed: 20221224 }));
});

const one = (layers: Map<string, OgrFeature[]>): OgrFeature[] => [...layers.values()].flat();
const typeOf = ({ geometry }: OgrFeature) => geometry?.type ?? null;
/** GDAL's texts end at a NUL. */
const untilNul = (text: string) => text.split('\0')[0];

function ogrTest(name: string, body: () => void): void {
  test(name, ({ skip }) => {
    skip(NO_OGR !== null, NO_OGR ?? '');
    body();
  });
}

describe('GDAL reads', () => {
  ogrTest('GeoJSON: each project, a region as an area, no geometry where there is none', () => {
    const { content, projects } = published;
    const features = one(readByOgr('a.geojson', fileOf(geojson, content, projects)));
    expect(features.map(({ properties }) => properties['name'])).toEqual(
      projects.map(({ name }) => name.en),
    );
    expect(features.map(({ properties }) => properties['level'] ?? null)).toEqual(
      projects.map(({ location }) => location?.place.level ?? null),
    );
    const types = new Map(
      features.map((feature) => [feature.properties['level'], typeOf(feature)]),
    );
    expect(types.get('region')).toBe('MultiPolygon');
    expect(types.get('border')).toMatch(/LineString$/);
    expect(types.get('settlement')).toBe('Point');
    expect(types.get(null)).toBe(null);
  });

  ogrTest('KML: each project once, with its data, those not placed in a layer of their own', () => {
    const { content, projects } = published;
    const layers = readByOgr('a.kml', fileOf(kml, content, projects));
    const unplaced = layers.get('Not placed by the article') ?? [];
    expect(unplaced.map(({ properties }) => properties['Name'])).toEqual(
      projects.filter(({ location }) => location === null).map(({ name }) => name.en),
    );
    const features = one(layers);
    expect(features).toHaveLength(projects.length);
    const byId = new Map(features.map((feature) => [feature.properties['id'], feature]));
    for (const { id, location, citations } of projects) {
      const feature = byId.get(id);
      expect(feature?.properties['level'] ?? null).toBe(location?.place.level ?? null);
      expect(feature?.properties['quotation']).toBe(citations.map(({ exact }) => exact).join('\n'));
      expect(feature && typeOf(feature) === null).toBe(location === null);
    }
  });

  ogrTest('CSV: each row, with a number for each exact position', () => {
    const { content, projects } = published;
    const features = one(readByOgr('a.csv', fileOf(csv, content, projects)));
    expect(features.map(({ properties }) => properties['id'])).toEqual(
      projects.map(({ id }) => id),
    );
    expect(features.map(({ properties }) => properties['quotation'])).toEqual(
      projects.map(({ citations: [{ exact }] }) => exact),
    );
    for (const { properties } of features) {
      expect(properties['view']).toBe(content.links.view);
      expect(properties['credits']).toContain('GeoNames, CC BY 4.0');
    }
  });

  ogrTest('GeoJSON of any words', () => {
    const features = one(readByOgr('a.geojson', fileOf(geojson, published.content, tricky)));
    expect(features.map(({ properties }) => properties['name'])).toEqual(
      tricky.map(({ name }) => untilNul(name.en.toWellFormed())),
    );
  });

  ogrTest('KML of any words', () => {
    const features = one(readByOgr('a.kml', fileOf(kml, published.content, tricky)));
    const names = new Map(features.map(({ properties }) => [properties['id'], properties['Name']]));
    expect(names.size).toBe(tricky.length);
    for (const { id, name } of tricky)
      expect(names.get(id)).toBe(
        name.en
          .toWellFormed()
          // XML 1.0 forbids these.
          .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD'),
      );
  });

  // GDAL makes all ends of lines alike.
  ogrTest('CSV of any words', () => {
    const features = one(readByOgr('a.csv', fileOf(csv, published.content, tricky)));
    const plain = (cell: unknown) =>
      typeof cell === 'string' && FORMULA.test(cell) ? cell.slice(1) : cell;
    expect(features.map(({ properties }) => plain(properties['name']))).toEqual(
      tricky.map(({ name }) =>
        name.en.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll(/\r\n?/g, '\n'),
      ),
    );
  });
});
