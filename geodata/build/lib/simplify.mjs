/**
 * Simplifies a topology more or less strongly from arc to arc and place to place.
 */
import { presimplify, simplify } from 'topojson-simplify';
import { feature } from 'topojson-client';
import { inSurroundings, smallestDetail, smallestPolygon } from './focus.mjs';
import { polygonArea } from './rings.mjs';

/** @param {any} object @returns {any[]} */
const geometriesOf = (object) =>
  object.type === 'GeometryCollection' ? object.geometries : [object];

/** @param {any} geometry @returns {number[][][]} polygons as rings of arc numbers */
const polygonsOf = (geometry) =>
  geometry.type === 'Polygon'
    ? [geometry.arcs]
    : geometry.type === 'MultiPolygon'
      ? geometry.arcs
      : [];

/** @param {number} arc */
const arcIndex = (arc) => (arc < 0 ? ~arc : arc);

/**
 * The area of the triangle that a vertex makes with its neighbours, in square degrees of latitude.
 * @param {[number[], number[], number[]]} triangle
 */
function triangleArea([a, b, c]) {
  const area = Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2;
  return area * Math.cos((b[1] * Math.PI) / 180);
}

/**
 * Presimplified arcs end in vertices of infinite weight, so an arc can shrink to a straight line. A ring of one arc
 * needs two vertices more to enclose anything, a ring of two arcs one in each.
 * @param {any} topology presimplified
 */
function keepRingsOpen(topology) {
  for (const object of Object.values(topology.objects)) {
    for (const ring of geometriesOf(object).flatMap(polygonsOf).flat()) {
      if (ring.length > 2) continue;
      for (const arc of ring) {
        const inner = topology.arcs[arcIndex(arc)].slice(1, -1);
        inner.sort((/** @type {number[]} */ a, /** @type {number[]} */ b) => b[2] - a[2]);
        for (const vertex of inner.slice(0, ring.length === 1 ? 2 : 1)) vertex[2] = Infinity;
      }
    }
  }
}

/**
 * @param {any} topology with absolute coordinates
 * @param {(geometry: any) => boolean} isHome tells the geometries that are kept in most detail
 * @returns {any} the same topology with fewer vertices
 */
export function simplifyByPlace(topology, isHome) {
  const home = new Set(
    Object.values(topology.objects)
      .flatMap(geometriesOf)
      .filter(isHome)
      .flatMap(polygonsOf)
      .flat(2)
      .map(arcIndex),
  );
  const weighed = presimplify(topology, triangleArea);
  keepRingsOpen(weighed);
  weighed.arcs.forEach((/** @type {number[][]} */ arc, /** @type {number} */ i) => {
    for (const vertex of arc) {
      const place = home.has(i)
        ? 'home'
        : inSurroundings(vertex[0], vertex[1])
          ? 'surroundings'
          : 'world';
      vertex[2] /= smallestDetail[place];
    }
  });
  return simplify(weighed, 1);
}

/**
 * Leaves out the polygons that are too small to be seen, but never the largest of a geometry.
 * @param {any} topology
 * @param {any} geometry changed in place
 * @param {boolean} isHome
 */
export function dropSmallPolygons(topology, geometry, isHome) {
  if (geometry.type !== 'MultiPolygon') return;
  const coordinates = /** @type {any} */ (feature(topology, geometry)).geometry.coordinates;
  const areas = coordinates.map(polygonArea);
  const largest = Math.max(...areas);
  geometry.arcs = geometry.arcs.filter((/** @type {unknown} */ _, /** @type {number} */ i) => {
    const [x, y] = coordinates[i][0][0];
    const place = isHome ? 'home' : inSurroundings(x, y) ? 'surroundings' : 'world';
    return areas[i] === largest || areas[i] >= smallestPolygon[place];
  });
}
