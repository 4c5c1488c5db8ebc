import type { Map as MapLibreMap } from 'maplibre-gl';

/** How features look that MapLibre draws, beside what their sources say: it shows in the next frame. */
export class FeatureStates {
  readonly #map: MapLibreMap;
  /** Each as it was set last, by source and id. */
  readonly #set = new Map<string, string>();

  constructor(map: MapLibreMap) {
    this.#map = map;
    // A context that was lost has forgotten them.
    map.on('webglcontextlost', () => this.#set.clear());
  }

  /** Sets the state of a feature, all of it, where it changes. */
  set(source: string, id: string | number, state: Record<string, unknown>): void {
    // Nothing is drawn of a source that has nothing.
    if (this.#map.getSource(source) === undefined) return;
    const key = `${source} ${id}`;
    const text = JSON.stringify(state);
    if (this.#set.get(key) === text) return;
    this.#set.set(key, text);
    this.#map.setFeatureState({ source, id }, state);
  }

  /** Whether a feature's state was ever set. */
  has(source: string, id: string | number): boolean {
    return this.#set.has(`${source} ${id}`);
  }
}
