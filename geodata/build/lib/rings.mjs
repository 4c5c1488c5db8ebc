/**
 * Plane geometry of rings and polygons in degrees. Longitudes are shrunk by the cosine of the latitude where sizes
 * are compared, so that a lake near the Arctic isn't taken for a larger one in the tropics.
 */
import polylabel from 'polylabel';

/** @typedef {[number, number]} Position */
/** @typedef {Position[]} Ring */
/** @typedef {Ring[]} Polygon */

const radians = Math.PI / 180;

/** @param {number} value @param {number} [digits] */
export function round(value, digits = 3) {
  const factor = 10 ** digits;
  // Adding 0 turns -0 into 0, which JSON would otherwise tell apart.
  return Math.round(value * factor) / factor + 0;
}

/**
 * @param {Ring} ring closed: its last position is its first
 * @returns {number} its area in square degrees of latitude
 */
export function ringArea(ring) {
  let doubled = 0;
  let latitudes = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    doubled += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    latitudes += ring[i][1];
  }
  const middle = latitudes / Math.max(1, ring.length - 1);
  return (Math.abs(doubled) / 2) * Math.cos(middle * radians);
}

/** @param {Polygon} polygon */
export function polygonArea(polygon) {
  const [outer, ...holes] = polygon.map(ringArea);
  return holes.reduce((area, hole) => area - hole, outer);
}

/** @param {Ring} ring @returns {[number, number, number, number]} west, south, east, north */
export function bounds(ring) {
  const box = /** @type {[number, number, number, number]} */ ([
    Infinity,
    Infinity,
    -Infinity,
    -Infinity,
  ]);
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** @param {Ring} ring @param {Position} position */
export function ringContains(ring, [x, y]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** @param {Polygon} polygon @param {Position} position */
export function polygonContains(polygon, position) {
  const [outer, ...holes] = polygon;
  return ringContains(outer, position) && !holes.some((hole) => ringContains(hole, position));
}

/** @param {import("geojson").Polygon | import("geojson").MultiPolygon} geometry @returns {Polygon[]} */
export function polygonsOf(geometry) {
  return /** @type {Polygon[]} */ (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  );
}

/**
 * Where a label stands best: the pole of inaccessibility of the largest polygon.
 * @param {Polygon[]} polygons
 * @returns {Position}
 */
export function labelPoint(polygons) {
  const largest = polygons.reduce((a, b) => (polygonArea(b) > polygonArea(a) ? b : a));
  const [, south, , north] = bounds(largest[0]);
  const shrink = Math.cos(((south + north) / 2) * radians);
  const shrunk = largest.map((ring) =>
    ring.map(([x, y]) => /** @type {Position} */ ([x * shrink, y])),
  );
  const [x, y] = polylabel(shrunk, (north - south) / 200 || 0.001);
  return [round(x / shrink), round(y)];
}
