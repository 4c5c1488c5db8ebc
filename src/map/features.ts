import { bbox } from '@turf/turf';
import type { BBox, Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { localized, type Language } from '../dossier/localized.ts';
import { areasOf, type Outlines } from '../dossier/outlines.ts';
import { latitude, longitude, markersOf, type Row } from '../dossier/projectIndex.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { lngLatOf, radiusOf, type Mark } from './marks.ts';

/** The countries that a dossier is about: those its places are in, ISO 3166-1 alpha-2. */
export function countriesOf({ countries }: Dossier): ReadonlySet<string> {
  return new Set(countries.flat());
}

/**
 * What is written beside marks: `mark` is a mark's id, `name` the label, `box` the image that keeps
 * other labels away. A name that isn't at hand is left out.
 */
export function labelFeatures(
  marks: readonly Mark[],
  dossier: Dossier,
  rowsOf: (mark: Mark) => readonly Row[],
  language: Language,
): FeatureCollection {
  return collection(
    marks.map((mark) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: lngLatOf(mark) },
      properties: {
        mark: mark.id,
        box: boxName(radiusOf(mark)),
        name: labelOf(mark, dossier, rowsOf, language),
        radius: radiusOf(mark),
        order: mark.count,
      },
    })),
  );
}

/** The name of an image of which nothing is seen, as large as a mark. */
function boxName(radius: number): string {
  return `box ${radius}`;
}

/** The radius of such an image, pixels, by its name; `null` where it isn't the name of one. */
export function boxRadius(name: string): number | null {
  const [, radius] = /^box ([\d.]+)$/.exec(name) ?? [];
  return radius === undefined ? null : Number(radius);
}

/** Spots with more projects than this are named by their number, without a look at each. */
const MOST_NAMED = 20;

/** A project's name; for several, that of the place they share, else their number. */
function labelOf(
  mark: Mark,
  { details, areas, index }: Dossier,
  rowsOf: (mark: Mark) => readonly Row[],
  language: Language,
): string {
  if (mark.kind === 'cluster') return '';
  if (mark.kind === 'project') return nameOf(details.peek(mark.row), language);
  if (mark.count > MOST_NAMED) {
    const area = mark.hollow ? areas[(index.area[mark.row] ?? 0) - 1] : undefined;
    return area ? localized(area.name, language) : '';
  }
  const projects = rowsOf(mark).flatMap((row) => details.peek(row) ?? []);
  const places = new Set(
    projects.map(({ location }) => (location ? localized(location.place.name, language) : '')),
  );
  const [place] = places;
  if (place !== undefined && places.size === 1) return place;
  // Several countries' marks stand with those of the one in which they stand.
  const country = projects.find(({ location }) => location?.place.countries.length === 1);
  const areCountries = projects.every(({ location }) => location?.place.level === 'country');
  return areCountries && country?.location
    ? localized(country.location.place.name, language)
    : m.projects({ number: mark.count });
}

function nameOf(project: Project | null | undefined, language: Language): string {
  return project ? localized(project.name, language) : '';
}

/** The areas that projects stand for; `wide` ones (countries) show only when pointed at. */
export function areaFeatures({ areas }: Dossier, outlines: Outlines): FeatureCollection {
  return collection(
    areas.flatMap((place, area) => {
      const geometry: MultiPolygon = {
        type: 'MultiPolygon',
        coordinates: areasOf(place, outlines).flatMap(({ geometry }) =>
          geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
        ),
      };
      if (geometry.coordinates.length === 0) return [];
      const wide = place.level === 'country';
      return [{ type: 'Feature', geometry, properties: { area, wide } }];
    }),
  );
}

/**
 * The colour of each area: of the sector that most of its projects have which pass a filter; `null`
 * where none does.
 */
export function areaColors(
  { index, areas, sectors }: Dossier,
  mask: Uint8Array,
): readonly (string | null)[] {
  if (areas.length === 0) return [];
  const shares = areas.map(() => new Uint32Array(sectors.length));
  index.area.forEach((area, row) => {
    const share = mask[row] === 1 ? shares[area - 1] : undefined;
    const sector = index.sector[row] ?? 0;
    if (share !== undefined) share[sector] = (share[sector] ?? 0) + 1;
  });
  return shares.map((counts) => {
    const most = counts.reduce((most, count) => Math.max(most, count), 0);
    return most === 0 ? null : (sectors[counts.indexOf(most)]?.color ?? null);
  });
}

/** The lines that projects stand for. */
export function lineFeatures({ index, lines, sectors }: Dossier): FeatureCollection {
  return collection(
    lines.map(({ row, geometry }) => {
      const color = sectors[index.sector[row] ?? 0]?.color ?? null;
      return { type: 'Feature', geometry, properties: { row, color } };
    }),
  );
}

/**
 * West, south, east, north of all that projects stand for, degrees; `null` where nothing is placed.
 * It goes the shorter way round the world, and so may end beyond 180° east.
 */
export function extentOf(
  rows: readonly Row[],
  { index, areas, lines }: Dossier,
  outlines: Outlines,
): [number, number, number, number] | null {
  const features = rows.flatMap((row): Feature[] => {
    const area = areas[(index.area[row] ?? 0) - 1];
    const shapes = area ? areasOf(area, outlines) : [];
    if (shapes.length > 0) return shapes;
    const line = lines.find((line) => line.row === row);
    if (line) return [{ type: 'Feature', geometry: line.geometry, properties: {} }];
    const [from, to] = markersOf(index, row);
    const coordinates = [...index.markers.x.subarray(from, to)].map((x, number) => [
      longitude(x),
      latitude(index.markers.y[from + number] ?? 0),
    ]);
    return from === to
      ? []
      : [{ type: 'Feature', geometry: { type: 'MultiPoint', coordinates }, properties: {} }];
  });
  const boxes = features.map((feature) => flat(bbox(feature)));
  const spans = boxes.map(([west, , east]): readonly [number, number] => [west, east]);
  const [west, east] = aroundAll(spans);
  if (west === undefined || east === undefined) return null;
  const south = boxes.reduce((least, [, south]) => Math.min(least, south), 90);
  const north = boxes.reduce((most, [, , , north]) => Math.max(most, north), -90);
  return [west, south, east, north];
}

/** The shortest span of longitudes that holds all others, degrees; empty where there are none. */
export function aroundAll(
  spans: readonly (readonly [west: number, east: number])[],
): readonly [west: number, east: number] | readonly [] {
  const turned = spans
    .map(([west, east]): [number, number] => {
      const home = west - 360 * Math.floor((west + 180) / 360);
      return [home, home + east - west];
    })
    .sort(([a], [b]) => a - b);
  const [first] = turned;
  if (first === undefined) return [];
  // All but the widest gap between them: it begins where that ends.
  // What goes on beyond the antimeridian reaches in among the first.
  let reached = turned.reduce((most, [, east]) => Math.max(most, east - 360), -Infinity);
  let best = { gap: -Infinity, west: 0, east: 0 };
  turned.forEach(([, east], number) => {
    reached = Math.max(reached, east);
    const next = turned[number + 1]?.[0] ?? first[0] + 360;
    const gap = next - reached;
    if (gap > best.gap) best = { gap, west: next, east: reached };
  });
  const { west, east } = best;
  // They go all the way round.
  if (best.gap <= 0) return [-180, 180];
  // The gap round to the first again leaves them as they are.
  return west >= first[0] + 360 ? [west - 360, east] : [west, east + 360];
}

function flat(box: BBox): [number, number, number, number] {
  return box.length === 4 ? box : [box[0], box[1], box[3], box[4]];
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
