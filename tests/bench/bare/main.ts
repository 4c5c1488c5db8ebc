import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** MapLibre as its documentation begins: a style, its data by address, and nothing else. */
setWorkerUrl(new URL(workerUrl, document.baseURI).href);
const bounds = new URLSearchParams(location.search).get('bounds') ?? '';
const [west = -180, south = -60, east = 180, north = 75] = bounds.split(',').map(Number);
const map = new MapLibreMap({
  container: 'map',
  style: './style.json',
  bounds: [west, south, east, north],
  fadeDuration: 0,
});
map.setMissingStyleImageResolver((name) => {
  const size = 60;
  map.addImage(
    name,
    { width: size, height: size, data: new Uint8Array(size * size * 4).fill(128) },
    { pixelRatio: 2 },
  );
});
map.once('idle', () => performance.mark('atlas:ready'));
