/**
 * Writes regions.topo.json.
 */
import { regionNames } from '../names/regions.mjs';
import { ensureName } from './check.mjs';
import { writeBuilt } from './files.mjs';
import { labelPoint, polygonsOf } from './rings.mjs';
import { toTopology } from './topology.mjs';

/** @param {ReturnType<typeof import("./land.mjs").readLand>} land */
export function buildRegions({ regions }) {
  const features = [...regions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, geometry]) => ({
      type: 'Feature',
      id,
      properties: {
        country: id.slice(0, 2),
        name: ensureName(`region ${id}`, regionNames.get(id)),
        label: labelPoint(polygonsOf(geometry)),
      },
      geometry,
    }));
  const layer = /** @type {any} */ ({ type: 'FeatureCollection', features });
  writeBuilt('regions.topo.json', toTopology({ regions: layer }), 30);
}
