import { atlasFilter, peerFilter, type Filter } from './filters.ts';
import type { PeerPage } from './peers.ts';

/** A page that is measured. */
export interface Contestant {
  readonly name: string;
  /** Below the server's root. */
  readonly path: string;
  /** `null` where there is nothing to filter. */
  readonly filter: Filter | null;
  /** Whether it is measured how it moves. */
  readonly moves: boolean;
}

export const ATLAS = 'Cited Atlas';
const MAPLIBRE = 'MapLibre';

const PEERS = {
  maplibre: MAPLIBRE,
  openlayers: 'OpenLayers',
  leaflet: 'Leaflet with markercluster',
} as const satisfies Partial<Record<PeerPage, string>>;

/** The atlas as it was published into a folder. */
export function atlasIn(folder: string): Contestant {
  return { name: ATLAS, path: `${folder}/`, filter: atlasFilter, moves: true };
}

/** All peers, with the points of a file. */
export function peersWith(points: string): Contestant[] {
  return Object.entries(PEERS).map(([page, name]) => ({
    name,
    path: `${page}/?points=../${points}`,
    filter: peerFilter,
    moves: true,
  }));
}

/** MapLibre with the atlas's own style and the marks that it begins with. */
export function bareMap(folder: string, name: string, bounds: readonly number[]): Contestant {
  return { name, path: `${folder}/?bounds=${bounds.join()}`, filter: null, moves: true };
}
export const SAME_STYLE = 'MapLibre with the same style and data';
export const ON_THE_GROUND = 'MapLibre with as many clusters on the same ground';

/** MapLibre without points: what the memory of all others is measured over. */
export const emptyMap: Contestant = {
  name: 'empty MapLibre',
  path: 'empty/',
  filter: null,
  moves: false,
};
