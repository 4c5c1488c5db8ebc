import { earthRadius } from '@turf/turf';
import type { Outline, Outlines } from '../dossier/outlines.ts';
import {
  latitude,
  longitude,
  markersOf,
  mercatorY,
  type ProjectIndex,
  type Row,
} from '../dossier/projectIndex.ts';
import type { BorderLine, Dossier } from '../dossier/types.ts';
import { angleBetween, Arcs, gapBetween, vectorOf, type Cap, type Vector } from './arcs.ts';
import { WORLD, type Shape } from './shape.ts';
import { linesOf, lineShapeOf, outlinesFor, shapeOf } from './standing.ts';

/**
 * The radius of the sphere that distances are reckoned on, metres: the Earth's mean radius. They
 * are those of great circles, as Turf reckons them; on the ellipsoid WGS 84 they would be up to
 * half a per cent longer or shorter.
 */
export const EARTH_RADIUS = earthRadius;

/** A project, and how far it is from another. */
export interface Near {
  readonly row: Row;
  /**
   * `exact` between spots; `at-least` to or from a border or an area, of which only the line or
   * outline is known: 0 where they touch or overlap; `within` where one is in the other's area, or
   * both are in the same, and no distance is known.
   */
  readonly kind: 'exact' | 'at-least' | 'within';
  /** 0 for `within`. */
  readonly metres: number;
}

/**
 * Kilometres as exactly as the positions of towns and outlines allow: whole ones, and three digits
 * of what is farther. A distance that is known as the least is rounded down.
 */
export function kilometresShown({ kind, metres }: Near): number {
  const kilometres = metres / 1000;
  const step = kilometres < 100 ? 1 : 10 ** (Math.floor(Math.log10(kilometres)) - 2);
  const whole = kilometres / step;
  return step * (kind === 'at-least' ? Math.floor(whole) : Math.round(whole));
}

type Placed = Pick<Dossier, 'index' | 'areas' | 'lines'>;

/** Where a marker stands. */
interface Spot {
  /** Web Mercator as in `Markers`. */
  readonly x: number;
  readonly y: number;
  readonly vector: Vector;
}

/** What a project stands for: spots, or a border's line, or an area. */
interface Footing {
  readonly spots: readonly Spot[];
  /** Those of an area. */
  readonly outlines: readonly Outline[];
  /** Those of the outlines or the line, in the plane and on the sphere. */
  readonly shapes: readonly Shape[];
  readonly arcs: readonly Arcs[];
}

/**
 * The projects of a mask (1 for a row to consider, else 0) that are closest to one: up to so many
 * with a distance, the closest first, and after them up to so many that are within its area or in
 * whose area it is, the smallest area first. None where it isn't placed.
 *
 * A marker that stands for an area is never taken for its site; an area of which the basemap
 * doesn't have all outlines is left out, as nothing can be told of its distance.
 */
export function nearest(
  row: Row,
  dossier: Placed,
  outlines: Outlines,
  mask: Uint8Array,
  most = 5,
): readonly Near[] {
  const search = new Search(row, dossier, outlines, mask, most);
  return search.found();
}

/** Lines and outlines closer to something than this touch it, metres. */
const TOUCHING = 1;
/** What differs by no more is equally far, radians: less than a tenth of a millimetre. */
const HAIR = 1e-11;

class Search {
  readonly #origin: Footing | null;
  readonly #row: Row;
  readonly #dossier: Placed;
  readonly #outlines: Outlines;
  readonly #mask: Uint8Array;
  readonly #lineRows: ReadonlySet<Row>;
  readonly #most: number;
  /** Sorted. */
  readonly #closest: Near[] = [];
  readonly #within: { near: Near; size: number }[] = [];

  constructor(row: Row, dossier: Placed, outlines: Outlines, mask: Uint8Array, most: number) {
    this.#row = row;
    this.#dossier = dossier;
    this.#outlines = outlines;
    this.#mask = mask;
    this.#most = most;
    this.#lineRows = new Set(dossier.lines.map((line) => line.row));
    this.#origin = this.#footingOf(row);
  }

  found(): readonly Near[] {
    const origin = this.#origin;
    if (origin === null) return [];
    this.#seekAreas(origin);
    this.#seekLines(origin);
    this.#seekSpots(origin);
    this.#within.sort((a, b) => a.size - b.size || a.near.row - b.near.row);
    const within = this.#within.slice(0, this.#most).map(({ near }) => near);
    if (within.length < this.#most)
      within.push(...this.#spotsWithin(origin, this.#most - within.length));
    return [...this.#closest, ...within];
  }

  /** `null` where it isn't placed, or where the basemap doesn't have all of its area. */
  #footingOf(row: Row): Footing | null {
    const { index, lines } = this.#dossier;
    const [from, to] = markersOf(index, row);
    if (from === to) return null;
    const line = lines.find((line) => line.row === row);
    if (line !== undefined) return lineFooting(line);
    const area = index.area[row] ?? 0;
    return area > 0 ? this.#areaFooting(area) : spotFooting(index, row);
  }

  /** Of an area by its number in the index. */
  #areaFooting(area: number): Footing | null {
    const place = this.#dossier.areas[area - 1];
    if (place === undefined) return null;
    const { outlines, isWhole } = outlinesFor(place, this.#outlines);
    if (!isWhole) return null;
    return {
      spots: [],
      outlines,
      shapes: outlines.map(shapeOf),
      arcs: outlines.map(arcsOfOutline),
    };
  }

  /** Each area once, the nearest first, as far as they may be near enough. */
  #seekAreas(origin: Footing): void {
    const rows = this.#rowsByArea();
    const candidates = [...rows].flatMap(([area, rows]) => {
      const footing = this.#areaFooting(area);
      return footing === null ? [] : [{ footing, rows, gap: leastGap(origin, footing) }];
    });
    candidates.sort((a, b) => a.gap - b.gap);
    for (const { footing, rows, gap } of candidates) {
      if (gap > this.#limit) break;
      if (this.#isWithin(origin, footing) || this.#isWithin(footing, origin)) {
        const size = footing.shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
        for (const row of rows)
          this.#within.push({ near: { row, kind: 'within', metres: 0 }, size });
      } else {
        const angle = leastAngle(origin, footing, this.#limit);
        for (const row of rows) this.#add(row, 'at-least', angle);
      }
    }
  }

  #seekLines(origin: Footing): void {
    for (const line of this.#dossier.lines) {
      if (line.row === this.#row || this.#mask[line.row] !== 1) continue;
      this.#add(line.row, 'at-least', leastAngle(origin, lineFooting(line), this.#limit));
    }
  }

  /** Block by block, the nearest first, as far as they may be near enough. */
  #seekSpots(origin: Footing): void {
    const { index } = this.#dossier;
    const blocks = blocksOf(index)
      .map((block) => ({ block, gap: gapToBlock(origin, block) }))
      .sort((a, b) => a.gap - b.gap);
    const kind = origin.spots.length > 0 ? 'exact' : 'at-least';
    const { row: rows, x: xs, y: ys } = index.markers;
    for (const { block, gap } of blocks) {
      if (gap > this.#limit) break;
      let limit = this.#limit;
      let reach = reachOf(origin, limit);
      let before: Row | null = null;
      for (let marker = block.from; marker < block.to; marker++) {
        const row = rows[marker] ?? 0;
        if (row === before || !isWithin(reach, xs[marker] ?? 0, ys[marker] ?? 0)) continue;
        if (!this.#isSpot(row)) continue;
        before = row;
        const angle = angleToSpots(origin, spotsOf(index, row, marker), limit);
        // Those in its area are found by themselves.
        if (angle !== null) this.#add(row, kind, angle);
        if (this.#limit === limit) continue;
        limit = this.#limit;
        reach = reachOf(origin, limit);
      }
    }
  }

  /** So many of the spots in the areas of a footing, in the order of their rows. */
  #spotsWithin({ outlines, shapes }: Footing, most: number): Near[] {
    if (outlines.length === 0) return [];
    const { index } = this.#dossier;
    const { row: rows, x: xs, y: ys } = index.markers;
    const found = new Set<Row>();
    for (let marker = 0; marker < rows.length && found.size < most; marker++) {
      const row = rows[marker] ?? 0;
      if (!this.#isSpot(row)) continue;
      const x = xs[marker] ?? 0;
      const y = ys[marker] ?? 0;
      if (shapes.some((shape) => shape.holds(x, y))) found.add(row);
    }
    return [...found].map((row) => ({ row, kind: 'within', metres: 0 }));
  }

  /** Whether a row is another project to consider, and stands where its markers do. */
  #isSpot(row: Row): boolean {
    return (
      this.#mask[row] === 1 &&
      row !== this.#row &&
      this.#dossier.index.area[row] === 0 &&
      !this.#lineRows.has(row)
    );
  }

  /** By the number of their area, the first rows that stand for it. */
  #rowsByArea(): ReadonlyMap<number, readonly Row[]> {
    const { area, markers } = this.#dossier.index;
    const byArea = new Map<number, Row[]>();
    let before: Row | null = null;
    for (const row of markers.row) {
      const number = area[row] ?? 0;
      if (number === 0 || row === before || row === this.#row || this.#mask[row] !== 1) continue;
      before = row;
      const rows = byArea.get(number);
      if (rows === undefined) byArea.set(number, [row]);
      else if (rows.length < this.#most) rows.push(row);
    }
    return byArea;
  }

  /** Whether one is somewhere in the other's area: by the basemap, a region is in its country. */
  #isWithin(inner: Footing, outer: Footing): boolean {
    if (outer.outlines.length === 0) return false;
    if (inner.spots.length > 0) return hasPartIn(inner, outer);
    return (
      inner.outlines.length > 0 &&
      inner.outlines.every((outline) =>
        outer.outlines.some((whole) => whole === outline || this.#isPart(outline, whole)),
      )
    );
  }

  #isPart({ properties: { country } }: Outline, whole: Outline): boolean {
    return country !== null && this.#outlines.countries.get(country) === whole;
  }

  /** So far or farther, radians, nothing is among the closest any more. */
  get #limit(): number {
    const last = this.#closest[this.#most - 1];
    return last === undefined ? Infinity : last.metres / EARTH_RADIUS + HAIR;
  }

  /** Keeps it if it is among the closest; each row once. */
  #add(row: Row, kind: 'exact' | 'at-least', angle: number): void {
    if (angle >= this.#limit) return;
    const closest = this.#closest;
    if (closest.some((other) => other.row === row)) return;
    const away = angle * EARTH_RADIUS;
    const metres = kind === 'at-least' && away < TOUCHING ? 0 : away;
    const near: Near = { row, kind, metres };
    const at = closest.findIndex((other) => isCloser(near, other));
    closest.splice(at < 0 ? closest.length : at, 0, near);
    closest.splice(this.#most);
  }
}

/** Of what is equally far, what is known exactly comes first. */
function isCloser(a: Near, b: Near): boolean {
  if (a.metres !== b.metres) return a.metres < b.metres;
  return a.kind === b.kind ? a.row < b.row : a.kind === 'exact';
}

/** The least angle to spots, radians; `null` where one is in the footing's area; `limit` likewise. */
function angleToSpots(from: Footing, spots: readonly Spot[], limit: number): number | null {
  let least = limit;
  for (const { x, y, vector } of spots) {
    for (const shape of from.shapes) if (shape.holds(x, y)) return null;
    for (const spot of from.spots) least = Math.min(least, angleBetween(vector, spot.vector));
    for (const arcs of from.arcs) least = Math.min(least, arcs.angleTo(vector, least));
  }
  return least;
}

/** The least angle between two footings, radians, 0 where they overlap; `limit` or more likewise. */
function leastAngle(a: Footing, b: Footing, limit: number): number {
  if (areOverlapping(a, b)) return 0;
  let least = limit;
  for (const { vector } of a.spots) {
    for (const spot of b.spots) least = Math.min(least, angleBetween(vector, spot.vector));
    for (const arcs of b.arcs) least = Math.min(least, arcs.angleTo(vector, least));
  }
  for (const arcs of a.arcs) {
    for (const { vector } of b.spots) least = Math.min(least, arcs.angleTo(vector, least));
    for (const others of b.arcs) least = Math.min(least, arcs.angleToOther(others, least));
  }
  return least;
}

/** Whether areas or lines are in each other; where their edges cross, the angle between them is 0. */
function areOverlapping(a: Footing, b: Footing): boolean {
  return hasPartIn(a, b) || hasPartIn(b, a);
}

function hasPartIn(inner: Footing, outer: Footing): boolean {
  return outer.shapes.some(
    (shape) =>
      inner.spots.some(({ x, y }) => shape.holds(x, y)) ||
      inner.shapes.some(({ starts }) => starts.some(([x, y]) => shape.holds(x, y))),
  );
}

/** What two footings are apart at least, radians; less than 0 where they may overlap. */
function leastGap(a: Footing, b: Footing): number {
  const caps = ({ spots, arcs }: Footing): Cap[] => [
    ...spots.map(({ vector }) => ({ middle: vector, radius: 0 })),
    ...arcs.map(({ cap }) => cap),
  ];
  const others = caps(b);
  return Math.min(...caps(a).flatMap((cap) => others.map((other) => gapBetween(cap, other))));
}

function spotFooting(index: ProjectIndex, row: Row): Footing {
  const [marker] = markersOf(index, row);
  return { spots: spotsOf(index, row, marker), outlines: [], shapes: [], arcs: [] };
}

/** The spots of a project, one of whose markers is known. */
function spotsOf({ markers: { row: rows, x, y } }: ProjectIndex, row: Row, marker: number): Spot[] {
  let from = marker;
  while (rows[from - 1] === row) from--;
  const spots: Spot[] = [];
  for (let at = from; rows[at] === row; at++) spots.push(spotAt(x[at] ?? 0, y[at] ?? 0));
  return spots;
}

function spotAt(x: number, y: number): Spot {
  return { x, y, vector: vectorOf([longitude(x), latitude(y)]) };
}

function lineFooting(line: BorderLine): Footing {
  return { spots: [], outlines: [], shapes: [lineShapeOf(line)], arcs: [arcsOfLine(line)] };
}

const prepared = new WeakMap<Outline | BorderLine, Arcs>();

function arcsOfOutline(outline: Outline): Arcs {
  const known = prepared.get(outline);
  if (known !== undefined) return known;
  const { geometry } = outline;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const arcs = new Arcs(rings);
  prepared.set(outline, arcs);
  return arcs;
}

function arcsOfLine(line: BorderLine): Arcs {
  const arcs = prepared.get(line) ?? new Arcs(linesOf(line));
  prepared.set(line, arcs);
  return arcs;
}

function sizeOf({ west, north, east, south }: Shape): number {
  return (east - west) * (south - north);
}

/** A box in Web Mercator as in `Markers`; it may go on beyond the antimeridian. */
interface Box {
  readonly west: number;
  /** At most the whole world, 2³². */
  readonly width: number;
  readonly north: number;
  readonly south: number;
}

/** Boxes in which all lies that is so near to a footing, radians, and some more. */
function reachOf({ spots, shapes }: Footing, limit: number): readonly Box[] {
  return [
    ...spots.map(({ x, y }) => boxAround({ west: x, east: x, north: y, south: y }, limit)),
    ...shapes.map((shape) => boxAround(shape, limit)),
  ];
}

/**
 * What lies so near to a box goes beyond it as far in latitude, and in longitude the farther the
 * nearer it is to a pole: a circle of radius r around latitude φ is asin(sin r / cos φ) wide to
 * each side.
 */
function boxAround(
  { west, east, north, south }: Pick<Shape, 'west' | 'east' | 'north' | 'south'>,
  limit: number,
): Box {
  const toDegrees = 180 / Math.PI;
  const top = latitude(north);
  const bottom = latitude(south);
  const farthest = Math.max(Math.abs(top), Math.abs(bottom)) / toDegrees;
  if (farthest + limit >= Math.PI / 2) return { west: 0, width: WORLD, north: 0, south: WORLD };
  const wide = (Math.asin(Math.sin(limit) / Math.cos(farthest)) / (2 * Math.PI)) * WORLD + 1;
  return {
    west: Math.floor(west - wide),
    width: Math.min(WORLD, Math.ceil(east - west + 2 * wide + 1)),
    north: mercatorY(top + limit * toDegrees) - 1,
    south: mercatorY(bottom - limit * toDegrees) + 1,
  };
}

function isWithin(boxes: readonly Box[], x: number, y: number): boolean {
  for (const { west, width, north, south } of boxes)
    if (y >= north && y <= south && (width >= WORLD || (x - west) >>> 0 <= width)) return true;
  return false;
}

/** Markers that follow each other, as near to each other as the index has them. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly cap: Cap;
}

const BLOCK = 1024;
const blocks = new WeakMap<ProjectIndex, readonly Block[]>();

function blocksOf(index: ProjectIndex): readonly Block[] {
  const known = blocks.get(index);
  if (known !== undefined) return known;
  const count = Math.ceil(index.markers.row.length / BLOCK);
  const made = Array.from({ length: count }, (_, number) => blockFrom(index, number * BLOCK));
  blocks.set(index, made);
  return made;
}

function blockFrom({ markers: { x: xs, y: ys } }: ProjectIndex, from: number): Block {
  const to = Math.min(xs.length, from + BLOCK);
  let [west, north, east, south] = [WORLD, WORLD, 0, 0];
  for (let marker = from; marker < to; marker++) {
    const x = xs[marker] ?? 0;
    const y = ys[marker] ?? 0;
    west = Math.min(west, x);
    north = Math.min(north, y);
    east = Math.max(east, x);
    south = Math.max(south, y);
  }
  const middle = vectorOf([longitude((west + east) / 2), latitude((north + south) / 2)]);
  // Of what is at most half the world wide, a corner is farthest from the middle.
  const corners = [north, south].map((edge) => vectorOf([longitude(east), latitude(edge)]));
  const radius =
    east - west > WORLD / 2
      ? Math.PI
      : Math.max(...corners.map((corner) => angleBetween(middle, corner))) + HAIR;
  return { from, to, cap: { middle, radius } };
}

/** What a footing and the spots of a block are apart at least, radians. */
function gapToBlock({ spots, arcs }: Footing, { cap }: Block): number {
  const ends = spots.map(({ vector }) => gapBetween(cap, { middle: vector, radius: 0 }));
  const edges = arcs.map((line) => line.angleTo(cap.middle) - cap.radius);
  return Math.min(...ends, ...edges);
}
