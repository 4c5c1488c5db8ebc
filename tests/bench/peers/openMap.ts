import {
  Map as MapLibreMap,
  setWorkerUrl,
  type LayerSpecification,
  type SourceSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { BOUNDS } from './page.ts';

/** A MapLibre map of nothing but these sources and layers, at the opening view. */
export function openMap(
  sources: Record<string, SourceSpecification>,
  layers: LayerSpecification[],
): MapLibreMap {
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  return new MapLibreMap({
    container: 'map',
    style: {
      version: 8,
      sources,
      layers,
    },
    bounds: [...BOUNDS],
    fadeDuration: 0,
  });
}
