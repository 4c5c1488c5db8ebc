/**
 * Prints the border that two countries share, as GeoJSON: npm run --silent border -- KZ UZ
 */
import { mesh } from 'topojson-client';
import { ensure } from './lib/check.mjs';
import { readBuilt } from './lib/files.mjs';
import { round } from './lib/rings.mjs';

const [one, other, ...rest] = process.argv.slice(2);
try {
  ensure(
    one && other && one !== other && rest.length === 0,
    'usage: npm run --silent border -- KZ UZ',
  );
  const topology = readBuilt('countries.topo.json');
  const codes = new Set(
    topology.objects.countries.geometries.map((/** @type {any} */ g) => g.properties.iso),
  );
  for (const iso of [one, other])
    ensure(codes.has(iso), `there is no country ${iso} in countries.topo.json`);
  const line = mesh(
    topology,
    topology.objects.countries,
    (/** @type {any} */ a, /** @type {any} */ b) => {
      const pair = [a.properties.iso, b.properties.iso];
      return pair.includes(one) && pair.includes(other);
    },
  );
  const lines = line.coordinates.map((part) => part.map(([x, y]) => [round(x), round(y)]));
  ensure(lines.length > 0, `${one} and ${other} share no border`);
  const geometry =
    lines.length === 1
      ? { type: 'LineString', coordinates: lines[0] }
      : { type: 'MultiLineString', coordinates: lines };
  console.log(JSON.stringify(geometry));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
