import path from 'node:path';
import { buildPage } from './buildPage.ts';

/** The pages of the peers, by their folders; `empty` is MapLibre without any points. */
const PEER_PAGES = ['maplibre', 'openlayers', 'leaflet', 'empty'] as const;
export type PeerPage = (typeof PEER_PAGES)[number];

/** Builds the page of each peer into a folder of its own. */
export async function buildPeers(site: string): Promise<void> {
  for (const page of PEER_PAGES)
    await buildPage(path.join(import.meta.dirname, 'peers', page), path.join(site, page));
}
