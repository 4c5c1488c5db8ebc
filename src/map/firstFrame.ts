import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Draws nothing until these sources are there. MapLibre would draw the map anew with each piece that
 * arrives, and where drawing is slow the pieces wait for each other's frames. One that can't be had
 * isn't waited for.
 */
export function drawOnceLoaded(map: MapLibreMap, sources: readonly string[]): void {
  const { painter } = map;
  const draw = painter.render.bind(painter);
  // Each is waited for once: as the map is moved, it loads more.
  const waiting = new Set(sources);
  painter.render = (...frame) => {
    for (const source of waiting) if (map.isSourceLoaded(source)) waiting.delete(source);
    if (waiting.size > 0) return;
    painter.render = draw;
    draw(...frame);
  };
}
