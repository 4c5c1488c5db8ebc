/**
 * Makes countries and their regions share one outline. The sources agree but for a handful of vertices that the
 * rounded one left out: enough for a second line beside the border.
 */
import { ensure } from './check.mjs';

/** @param {number[]} a @param {number[]} b the same for both directions */
const edge = (a, b) => [a.join(), b.join()].sort().join(' ');

/** @param {number[][][][]} polygons @returns {Generator<string>} */
function* edgesOf(polygons) {
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) yield edge(ring[i - 1], ring[i]);
  }
}

/** @param {number[][][][]} polygons of one country's regions @returns {Set<string>} what only one of them has */
function outerEdges(polygons) {
  const once = new Set();
  const twice = new Set();
  for (const one of edgesOf(polygons)) (once.has(one) ? twice : once).add(one);
  for (const one of twice) once.delete(one);
  return once;
}

/** The most edges of a region that one edge of its country may stand for. */
const longest = 4;

/**
 * @param {number[][][][][]} countries the polygons of each country's regions
 * @returns {(ring: number[][]) => number[][]} gives a country's ring the vertices that only its regions have
 */
export function detailFrom(countries) {
  /** @type {Map<string, Set<string>>} */
  const neighbours = new Map();
  for (const one of countries.flatMap((regions) => [...outerEdges(regions)])) {
    const [a, b] = one.split(' ');
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  }

  /** @param {string[]} path @param {string} to @returns {string[] | undefined} the way there, without its end */
  const way = (path, to) => {
    const next = neighbours.get(path[path.length - 1]) ?? new Set();
    if (next.has(to)) return path;
    if (path.length === longest) return undefined;
    for (const step of next) {
      const found = path.includes(step) ? undefined : way([...path, step], to);
      if (found) return found;
    }
    return undefined;
  };

  return (ring) => [
    ...ring.slice(0, -1).flatMap((position, i) => {
      const from = position.join();
      if (!neighbours.has(from)) return [position];
      const found = way([from], ring[i + 1].join()) ?? [from];
      return found.map((step) => step.split(',').map(Number));
    }),
    ring[ring.length - 1],
  ];
}

/**
 * @param {string} iso
 * @param {number[][][][]} country
 * @param {number[][][][]} regions
 */
export function ensureSameOutline(iso, country, regions) {
  const border = new Set(edgesOf(country));
  const outer = outerEdges(regions);
  const differing = [...border]
    .filter((one) => !outer.has(one))
    .concat([...outer].filter((one) => !border.has(one)));
  ensure(
    differing.length === 0,
    `${iso}: its border and its regions' differ at ${differing.slice(0, 5).join('; ')}`,
  );
}
