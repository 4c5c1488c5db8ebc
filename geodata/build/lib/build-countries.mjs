/**
 * Writes countries.topo.json.
 */
import { countryName } from '../names/countries.mjs';
import { ensureUnique } from './check.mjs';
import { writeBuilt } from './files.mjs';
import { labelPoint, polygonArea, polygonsOf } from './rings.mjs';
import { toTopology } from './topology.mjs';

const first = new Set(['KZ', 'UZ']);
const second = new Set(['KG', 'TJ', 'TM', 'RU', 'CN', 'AF', 'IR', 'MN', 'PK', 'IN', 'AZ', 'TR']);

/** A square degree of latitude, in thousands of square kilometres. */
const thousands = 12.364;

/**
 * Which country's name gives way where there isn't room for all: 1 last, 6 first.
 * @param {string} iso
 * @param {import("./rings.mjs").Polygon[]} polygons
 */
function rankOf(iso, polygons) {
  if (first.has(iso)) return 1;
  if (second.has(iso)) return 2;
  const area = polygons.map(polygonArea).reduce((a, b) => a + b) * thousands;
  return area > 1000 ? 3 : area > 200 ? 4 : area > 20 ? 5 : 6;
}

/** @param {ReturnType<typeof import("./land.mjs").readLand>} land */
export function buildCountries({ countries, details }) {
  const features = [...countries].map(([key, geometry]) => {
    const { iso, wikidata } = /** @type {import("./countries.mjs").Country} */ (details.get(key));
    if (!iso) return { type: 'Feature', properties: { disputed: true }, geometry };
    const polygons = polygonsOf(geometry);
    return {
      type: 'Feature',
      id: wikidata,
      properties: {
        iso,
        name: countryName(iso),
        label: labelPoint(polygons),
        rank: rankOf(iso, polygons),
      },
      geometry,
    };
  });
  features.sort((a, b) => ((a.properties.iso ?? '~') < (b.properties.iso ?? '~') ? -1 : 1));
  ensureUnique(
    'countries',
    features.map((f) => f.id),
  );
  ensureUnique(
    'countries',
    features.map((f) => f.properties.iso),
  );
  const layer = /** @type {any} */ ({ type: 'FeatureCollection', features });
  writeBuilt('countries.topo.json', toTopology({ countries: layer }), 99);
}
