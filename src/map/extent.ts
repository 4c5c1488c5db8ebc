import type {
  LineString,
  MultiLineString,
  MultiPoint,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { areasOf, type Outlines } from '../dossier/outlines.ts';
import { latitude, longitude, markersOf, type Row } from '../dossier/projectIndex.ts';
import type { Bounds, Dossier } from '../dossier/types.ts';

/** What a project may stand for. */
type Shape = Polygon | MultiPolygon | LineString | MultiLineString | MultiPoint;

/** To see more than so many is to see them all. */
const MOST_SEEN = 500;

/**
 * West, south, east, north of all that projects stand for, degrees; of very many, of the dossier;
 * `null` where nothing is placed. It goes the shorter way round the world, and so may end beyond
 * 180° east.
 */
export function extentOf(
  rows: readonly Row[],
  { index, areas, lines, bounds }: Dossier,
  outlines: Outlines,
): Bounds | null {
  if (rows.length > MOST_SEEN) return bounds;
  const shapes = rows.flatMap((row): Shape[] => {
    const area = areas[(index.area[row] ?? 0) - 1];
    const known = area ? areasOf(area, outlines) : [];
    if (known.length > 0) return known.map(({ geometry }) => geometry);
    const line = lines.find((line) => line.row === row);
    if (line) return [line.geometry];
    const [from, to] = markersOf(index, row);
    const coordinates = [...index.markers.x.subarray(from, to)].map((x, number) => [
      longitude(x),
      latitude(index.markers.y[from + number] ?? 0),
    ]);
    return from === to ? [] : [{ type: 'MultiPoint', coordinates }];
  });
  const boxes = shapes.map(boxOf);
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

/** The bounds of a shape as it is written: it may go on beyond the antimeridian. */
export function boxOf(shape: Shape): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = 0, lat = 0] of positionsOf(shape)) {
    west = Math.min(west, lng);
    south = Math.min(south, lat);
    east = Math.max(east, lng);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

function positionsOf(shape: Shape): readonly Position[] {
  if (shape.type === 'MultiPolygon') return shape.coordinates.flat(2);
  if (shape.type === 'Polygon' || shape.type === 'MultiLineString') return shape.coordinates.flat();
  return shape.coordinates;
}
