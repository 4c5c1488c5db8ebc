/**
 * Makes a file's topology out of features whose coordinates already lie on the grid.
 */
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { grid } from './focus.mjs';

/**
 * @param {Record<string, import("geojson").FeatureCollection>} layers
 * @returns {any} a quantized topology; every file has the same grid, so lines shared by files coincide
 */
export function toTopology(layers) {
  const quantized = quantize(topology(/** @type {any} */ (layers)), /** @type {any} */ (grid));
  const { type, transform, objects, arcs } = /** @type {any} */ (quantized);
  // Multiples of 0.001 carry noise in their last digit; the boxes that both tools add are of no use to a map.
  return {
    type,
    transform,
    objects: Object.fromEntries(Object.keys(layers).map((k) => [k, ordered(objects[k])])),
    arcs,
  };
}

/** @param {any} object a geometry collection, its members' keys put in one order */
function ordered({ type, geometries }) {
  return {
    type,
    geometries: geometries.map((/** @type {any} */ g) => ({
      type: g.type,
      ...(g.id === undefined ? {} : { id: g.id }),
      properties: g.properties,
      arcs: g.arcs,
    })),
  };
}
