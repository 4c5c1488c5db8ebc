import {
  GeoJSONSource,
  type GeoJSONSourceSpecification,
  type LayerSpecification,
  type Map as MapLibreMap,
  type StyleSpecification,
} from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Palette } from './palette.ts';
import { layers } from './style.ts';

/** MapLibre loads a little before a layer is seen. */
const EARLY = 0.5;

/**
 * What MapLibre draws the map from, each added when it is first seen: a map of the world needs no
 * rivers, and MapLibre's worker would cut them into tiles all the same.
 */
export class Sources {
  readonly #map: MapLibreMap;
  readonly #top: string;
  /** That of the layers. */
  #palette: Palette;
  /** Those that aren't in the map yet, and from which zoom on they are. */
  readonly #waiting = new Map<string, { source: GeoJSONSourceSpecification; zoom: number }>();

  /** `top` is a layer that isn't of the style and stays above all that are. */
  constructor(map: MapLibreMap, top: string, palette: Palette) {
    this.#map = map;
    this.#top = top;
    this.#palette = palette;
  }

  /**
   * What of a style the map begins with. What has nothing to show waits until it is added by its
   * name, except for `filled`, which will have.
   */
  begin(style: StyleSpecification, filled: string): StyleSpecification {
    for (const [name, source] of Object.entries(style.sources)) {
      if (source.type !== 'geojson' || name === filled) continue;
      const from = isEmpty(source) ? Infinity : seenFrom(name, style.layers);
      if (from - EARLY > this.#map.getZoom()) this.#waiting.set(name, { source, zoom: from });
    }
    const seen = Object.entries(style.sources).filter(([name]) => !this.#waiting.has(name));
    return { ...style, sources: Object.fromEntries(seen), layers: this.#there() };
  }

  /** Adds what is seen from the zoom that the map has. */
  near(): void {
    const zoom = this.#map.getZoom();
    for (const [name, waiting] of this.#waiting) if (waiting.zoom - EARLY <= zoom) this.add(name);
  }

  /** Adds one, if it isn't there already, and its layers where they belong among the others. */
  add(name: string): void {
    const waiting = this.#waiting.get(name);
    if (waiting === undefined) return;
    this.#waiting.delete(name);
    this.#map.addSource(name, waiting.source);
    const all = this.#there();
    all.forEach((layer, number) => {
      if (!('source' in layer) || layer.source !== name) return;
      const above = all.slice(number + 1).find(({ id }) => this.#map.getLayer(id) !== undefined);
      this.#map.addLayer(layer, above?.id ?? this.#top);
    });
  }

  /** Has one show just these features, if it is there. Resolves once MapLibre's worker has them. */
  async set(name: string, features: FeatureCollection): Promise<void> {
    const source = this.#map.getSource(name);
    if (source instanceof GeoJSONSource) await source.setData(features);
  }

  /** Only the paint differs, so MapLibre changes just that and keeps its tiles. */
  paint(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    const style = { ...this.#map.getStyle(), layers: this.#there() };
    this.#map.setStyle(style, { validate: false });
  }

  /** Of all layers, those whose source is there. */
  #there(): LayerSpecification[] {
    return layers(this.#palette).filter(
      (layer) => !('source' in layer) || !this.#waiting.has(layer.source),
    );
  }
}

function isEmpty({ data }: GeoJSONSourceSpecification): boolean {
  return (
    typeof data === 'object' && data.type === 'FeatureCollection' && data.features.length === 0
  );
}

function seenFrom(name: string, layers: readonly LayerSpecification[]): number {
  return layers
    .filter((layer) => 'source' in layer && layer.source === name)
    .reduce((least, { minzoom = 0 }) => Math.min(least, minzoom), Infinity);
}
