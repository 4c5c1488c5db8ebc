import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Draws nothing until these sources are there. MapLibre would draw the map anew with each piece that
 * arrives, and where drawing is slow the pieces wait for each other's frames. One that can't be had
 * isn't waited for.
 */
export function drawOnceLoaded(map: MapLibreMap, sources: readonly string[]): void {
  const { painter } = map;
  const draw = painter.render.bind(painter);
  painter.render = (...frame) => {
    if (!sources.every((source) => map.isSourceLoaded(source))) return;
    painter.render = draw;
    draw(...frame);
  };
}
