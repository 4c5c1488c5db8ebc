import { latitude, longitude, type ProjectIndex, type Row } from '../dossier/projectIndex.ts';

/**
 * What is drawn at one place of the map: a project; several at one spot; or several close together,
 * which are told apart only from nearer.
 */
export interface Mark {
  readonly id: string;
  readonly kind: 'project' | 'spot' | 'cluster';
  /** How many projects it stands for. */
  readonly count: number;
  /** One of them: the only one, if it is a project. */
  readonly row: Row;
  /** Where it is drawn, Web Mercator as in `Markers`. */
  readonly x: number;
  readonly y: number;
  /** What lies in it; it may go on beyond the antimeridian. */
  readonly extent: Extent;
  /** The sectors of its projects, by their number in the dossier, the largest share first. */
  readonly shares: readonly Share[];
  /** Whether all of them are areas, for which the mark only stands. */
  readonly hollow: boolean;
}

/** West, north, east, south, all inclusive; Web Mercator as in `Markers`. */
export type Extent = readonly [west: number, north: number, east: number, south: number];

export interface Share {
  readonly sector: number;
  readonly count: number;
}

/** Where a mark is drawn, degrees. */
export function lngLatOf({ x, y }: Pick<Mark, 'x' | 'y'>): [lng: number, lat: number] {
  return [longitude(x), latitude(y)];
}

/** The projects that pass a filter and have one of these markers within an extent. */
export function rowsWithin(
  { markers }: ProjectIndex,
  mask: Uint8Array,
  [west, north, east, south]: Extent,
  from = 0,
  to = markers.row.length,
): Row[] {
  const rows: Row[] = [];
  for (let marker = from; marker < to; marker++) {
    const x = markers.x[marker] ?? 0;
    const y = markers.y[marker] ?? 0;
    const row = markers.row[marker] ?? 0;
    // Longitudes go round the world.
    if ((x - west) >>> 0 > east - west || y < north || y > south) continue;
    if (mask[row] === 1 && rows.at(-1) !== row) rows.push(row);
  }
  return rows;
}

/** What gathers more projects isn't lit up as one points at it, nor named. */
export const MOST_LIT = 500;

/** Whether the projects of a mark are at one spot, and few enough to deal with each. */
export function isFew({ kind, count }: Pick<Mark, 'kind' | 'count'>): boolean {
  return kind !== 'cluster' && count <= MOST_LIT;
}

/** A mark as it lies on the screen, pixels. */
export interface ScreenMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** The radius of a mark for one project on the screen, pixels, with its ring. */
export const MARK_RADIUS = 15;
/** How far from a mark's edge a finger still means it, pixels. */
const SLACK = 5;

/** The radius of a mark, pixels: larger by steps for each power of ten. */
export function radiusOf({ count }: Pick<Mark, 'count'>): number {
  return MARK_RADIUS + (count < 10 ? 0 : 2.5 * Math.floor(Math.log10(count)));
}

/**
 * What a click at a point means: the nearest mark, and each that overlaps it, so that none stays
 * out of reach beneath another. Empty where no mark is near.
 */
export function marksAt(marks: readonly ScreenMark[], x: number, y: number): readonly Mark[] {
  const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.hypot(a.x - b.x, a.y - b.y);
  const byDistance = marks
    .map((mark) => ({ mark, away: distance(mark, { x, y }) - radiusOf(mark.mark) }))
    .sort((a, b) => a.away - b.away);
  const [nearest] = byDistance;
  if (nearest === undefined || nearest.away > SLACK) return [];
  const { mark } = nearest;
  return byDistance
    .filter((other) => distance(other.mark, mark) < radiusOf(other.mark.mark) + radiusOf(mark.mark))
    .map((other) => other.mark.mark);
}
