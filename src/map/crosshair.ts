import type { Map as MapLibreMap } from 'maplibre-gl';
import './crosshair.css';

/** A cross in the middle of what is free of the map, for who points at it by keys. */
export class Crosshair {
  readonly #map: MapLibreMap;
  readonly #onMoved: () => void;
  readonly #element = document.createElement('div');

  /** `onMoved` is told when, while it is shown, something else of the map lies under it. */
  constructor(map: MapLibreMap, onMoved: () => void) {
    this.#map = map;
    this.#onMoved = onMoved;
    this.#element.className = 'crosshair';
    this.#element.setAttribute('aria-hidden', 'true');
    this.#element.hidden = true;
    map.getContainer().append(this.#element);
    map.on('move', this.#follow);
  }

  get isShown(): boolean {
    return !this.#element.hidden;
  }

  show(): void {
    this.#element.hidden = false;
    this.#follow();
  }

  hide(): void {
    this.#element.hidden = true;
  }

  remove(): void {
    this.#map.off('move', this.#follow);
    this.#element.remove();
  }

  /** The middle moves as what covers the map does. */
  readonly #follow = () => {
    if (!this.isShown) return;
    const { x, y } = this.#map.project(this.#map.getCenter());
    this.#element.style.translate = `${x}px ${y}px`;
    this.#onMoved();
  };
}
