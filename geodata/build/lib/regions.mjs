/**
 * The first-level regions of the countries that the atlas is about, by ISO 3166-2 code.
 */
import { ensure, ensureUnique } from './check.mjs';
import { regionNames, sourceRegions } from '../names/regions.mjs';

/**
 * @param {import("geojson").Feature<any, any>[]} admin1 Natural Earth's layer of first-level regions
 * @param {string[]} countries
 * @returns {{ id: string, geometry: any }[]} an id may come twice: pieces that belong together
 */
export function readRegions(admin1, countries) {
  /** @type {{ id: string, geometry: any }[]} */
  const regions = [];
  /** @type {string[]} */
  const sources = [];
  for (const { properties, geometry } of admin1) {
    const known = sourceRegions.get(properties.adm1_code);
    if (!known) {
      ensure(
        !countries.includes(properties.iso_a2),
        `regions: the source has ${properties.adm1_code} (${properties.name}), which names/regions.mjs doesn't know`,
      );
      continue;
    }
    ensure(geometry, `regions: ${properties.adm1_code} has no outline`);
    sources.push(properties.adm1_code);
    regions.push({ id: known, geometry });
  }
  ensureUnique('regions in the source', sources);
  for (const [code, id] of sourceRegions) {
    ensure(sources.includes(code), `regions: the source has no ${code}, which is ${id}`);
  }
  for (const { id } of regions) ensure(regionNames.has(id), `regions: ${id} has no names`);
  for (const id of regionNames.keys()) {
    ensure(
      regions.some((region) => region.id === id),
      `regions: ${id} has names but no outline`,
    );
  }
  return regions;
}
