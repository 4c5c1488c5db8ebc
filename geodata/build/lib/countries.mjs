/**
 * The countries of the world as features keyed by ISO 3166-1 alpha-2 code, before their lines are simplified.
 */
import { feature as codedFeature } from '@rapideditor/country-coder';
import { ensure } from './check.mjs';
import { dropped, joined, moved, undetermined } from './pieces.mjs';
import { polygonContains, polygonsOf } from './rings.mjs';

/** @typedef {{ iso: string | undefined, wikidata: string | undefined, polygons: import("./rings.mjs").Polygon[] }} Country */

/**
 * @param {import("geojson").Feature<any, any>[]} source
 * @returns {Map<string, Country>} by ISO code, or by Natural Earth's name where there is none
 */
export function readCountries(source) {
  const names = new Set(source.map((f) => f.properties.name));
  for (const name of [...Object.keys(joined), ...undetermined, ...dropped]) {
    ensure(
      names.has(name),
      `countries: the source has no piece named "${name}" any more; mend pieces.mjs`,
    );
  }

  /** @type {Map<string, Country>} */
  const countries = new Map();
  for (const { id, properties, geometry } of source) {
    const { name } = properties;
    if (dropped.includes(name)) continue;
    const code = joined[/** @type {keyof typeof joined} */ (name)] ?? id;
    const coded = code === undefined ? null : codedFeature(String(code))?.properties;
    ensure(
      coded || undetermined.includes(name),
      `countries: "${name}" has no ISO number, and pieces.mjs doesn't know it`,
    );
    const iso = coded?.iso1A2;
    ensure(
      !coded || (iso && coded.wikidata),
      `countries: "${name}" has no ISO code or no Wikidata id`,
    );
    const key = iso ?? name;
    const country = countries.get(key) ?? { iso, wikidata: coded?.wikidata, polygons: [] };
    country.polygons.push(...polygonsOf(geometry));
    countries.set(key, country);
  }

  for (const { name, at, from, to } of moved) {
    const giver = countries.get(from);
    const taker = countries.get(to);
    ensure(giver && taker, `countries: ${name} can't move from ${from} to ${to}`);
    const found = giver.polygons.filter((polygon) => polygonContains(polygon, at));
    ensure(
      found.length === 1,
      `countries: ${found.length} polygons of ${from} contain ${name}, expected 1`,
    );
    giver.polygons = giver.polygons.filter((polygon) => polygon !== found[0]);
    taker.polygons.push(found[0]);
  }
  return countries;
}
