/**
 * How much detail a place gets. One topology covers the world; what changes from place to place is only how much of
 * it is kept, so borders never mismatch between a detailed and a coarse layer.
 */

/** Where people look: Central Asia and what surrounds it. */
export const surroundings = { west: 40, south: 30, east: 95, north: 60 };

/** @param {number} x @param {number} y */
export function inSurroundings(x, y) {
  const { west, south, east, north } = surroundings;
  return x >= west && x <= east && y >= south && y <= north;
}

/**
 * The smallest triangle (in square degrees) that is still worth a vertex: Visvalingam's measure of detail.
 */
export const smallestDetail = {
  home: 0.00001,
  surroundings: 0.0008,
  world: 0.1,
};

/** The smallest island or lake that is kept, in square degrees. */
export const smallestPolygon = {
  home: 0.0005,
  surroundings: 0.004,
  world: 0.7,
};

/** Positions are rounded to this part of a degree, about 100 m. */
export const step = 0.001;

/** What every topology here is quantized with: whole steps, counted from the south-west corner of the map. */
export const grid = {
  /** @type {[number, number]} */ scale: [step, step],
  /** @type {[number, number]} */ translate: [-180, -90],
};

/** Far from where people look this part of a degree will do, in rings that are some multiples of it wide. */
const farStep = 0.05;
const narrow = 6 * farStep;

/**
 * Rounds what is far away once more, after it was simplified: that way vertices that fall together can't tie a ring
 * into knots while rings are being put together.
 * @param {number[][]} ring
 * @returns {number[][]}
 */
export function roundFar(ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  if (Math.max(...xs) - Math.min(...xs) < narrow || Math.max(...ys) - Math.min(...ys) < narrow)
    return ring;
  const parts = Math.round(1 / farStep);
  const rounded = ring.map(([x, y]) =>
    inSurroundings(x, y)
      ? [x, y]
      : [Math.round(x * parts) / parts + 0, Math.round(y * parts) / parts + 0],
  );
  return rounded.filter(
    ([x, y], i) => i === 0 || x !== rounded[i - 1][0] || y !== rounded[i - 1][1],
  );
}
