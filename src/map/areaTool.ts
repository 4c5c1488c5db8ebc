import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AreaDrawing, DrawingEvents } from './drawArea.ts';
import type { Palette } from './palette.ts';

/** Has the reader draw areas on the map, one at a time; its program is fetched for the first. */
export class AreaTool {
  readonly #map: MapLibreMap;
  readonly #palette: () => Palette | null;
  #drawing: AreaDrawing | null = null;
  /** Counts what was asked for and given up, so that what arrives late isn't begun. */
  #asked = 0;

  /** `palette` is `null` while nothing can be drawn on the map. */
  constructor(map: MapLibreMap, palette: () => Palette | null) {
    this.#map = map;
    this.#palette = palette;
  }

  /** Whether clicks belong to it, and not to the map. */
  get isActive(): boolean {
    return this.#drawing?.isActive === true;
  }

  /**
   * Has an area drawn: its ring, degrees and closed, or `null` if that is cancelled. Drawing goes
   * on without a corner that can't be. Rejects where the program for it doesn't arrive.
   */
  async draw(events: DrawingEvents): Promise<Position[] | null> {
    this.cancel();
    const asked = this.#asked;
    const { AreaDrawing } = await import('./drawArea.ts');
    const palette = this.#palette();
    // It may be given up before it has begun.
    if (asked !== this.#asked || palette === null) return null;
    this.#drawing = new AreaDrawing(this.#map, palette, events);
    return this.#drawing.start();
  }

  /** Takes back the last corner drawn. */
  undo(): void {
    this.#drawing?.undo();
  }

  /** Ends the drawing with the corners there are, if they make an area. */
  finish(): void {
    this.#drawing?.finish();
  }

  cancel(): void {
    this.#asked++;
    this.#drawing?.cancel();
  }
}
