import type { JumpToOptions, Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import type { Bounds } from '../dossier/types.ts';
import { sameCamera, type Camera } from '../view/camera.ts';
import { frameOfSeen, frameToShow } from '../view/frame.ts';

const OPENING_MARGIN = 24;
const FLIGHT_MARGIN = 48;
const CLOSEST_FLIGHT = 6.5;

/** Where a map is to be seen from. */
export interface Outlook {
  /** `null`: `opening`, degrees, is fitted, and anew when the map changes its size. */
  readonly camera: Camera | null;
  readonly opening: Bounds;
  /** What covers the map's edges, pixels. */
  readonly padding: PaddingOptions;
}

export interface ViewpointEvents {
  /** The reader has moved the map. `frame` is what is seen then. */
  onMove(camera: Camera, frame: Bounds): void;
  /** Something else may be seen, without the reader's doing: the map's size has changed. */
  onSeen(frame: Bounds): void;
}

/** How a map is begun that is seen from there. */
export function beginning({ camera, opening }: Pick<Outlook, 'camera' | 'opening'>) {
  return camera
    ? place(camera)
    : {
        bounds: toShow(opening),
        fitBoundsOptions: { padding: OPENING_MARGIN },
      };
}

/** From where the map is seen: it goes where it is told to, and tells where the reader has gone. */
export class Viewpoint {
  readonly #map: MapLibreMap;
  readonly #events: ViewpointEvents;
  #camera: Camera | null;
  #opening: Bounds;
  #padding: PaddingOptions;
  #isOwnMove = false;
  /** Where the map came to rest: what was asked for, or as near as its size allows. */
  #settled: Camera | null = null;

  constructor(map: MapLibreMap, { camera, opening, padding }: Outlook, events: ViewpointEvents) {
    this.#map = map;
    this.#events = events;
    this.#camera = camera;
    this.#opening = opening;
    this.#padding = padding;
    map.on('moveend', () => {
      const camera = this.#current();
      // A change of size ends in a move, too, that leads nowhere else.
      if (this.#isOwnMove || sameCamera(camera, this.#settled)) return;
      this.#settled = this.#camera = camera;
      events.onMove(camera, this.seenFrame());
    });
    map.on('resize', () => {
      if (this.#camera === null) this.#open();
      events.onSeen(this.seenFrame());
    });
    this.moveQuietly(() => map.setPadding(padding));
    this.show(camera);
  }

  /** What covers the map's edges, pixels. */
  get padding(): PaddingOptions {
    return this.#padding;
  }

  /** Goes to a camera at once; to what the map opens at where it is `null`. */
  show(camera: Camera | null): void {
    this.#camera = camera;
    if (camera === null) this.#open();
    else this.moveQuietly(() => this.#map.jumpTo(place(camera)));
  }

  /** Tells what the map opens at, degrees; it goes there at once where it has no camera. */
  setOpening(opening: Bounds): void {
    if (String(opening) === String(this.#opening)) return;
    this.#opening = opening;
    if (this.#camera === null) this.#open();
  }

  /**
   * Tells what covers the map's edges: its middle, the opening view, flights and popups keep clear
   * of it.
   */
  setPadding(padding: PaddingOptions): void {
    const { top, right, bottom, left } = this.#padding;
    this.#padding = padding;
    if (
      padding.top === top &&
      padding.right === right &&
      padding.bottom === bottom &&
      padding.left === left
    )
      return;
    // Setting it would end a flight.
    if (this.#map.isMoving()) this.#map.once('moveend', () => this.#pad());
    else this.#pad();
  }

  #pad(): void {
    this.moveQuietly(() => this.#map.setPadding(this.#padding));
    if (this.#camera === null) this.#open();
  }

  /** Flies to where all within bounds (degrees) is seen, but to no spot nearer than is of use. */
  flyTo([west, south, east, north]: Bounds): void {
    const isSpot = west === east && south === north;
    this.#map.fitBounds([west, south, east, north], {
      padding: FLIGHT_MARGIN,
      maxZoom: isSpot ? Math.max(CLOSEST_FLIGHT, this.#map.getZoom()) : CLOSEST_FLIGHT,
      duration: 1200,
    });
  }

  /**
   * Comes nearer to what lies within bounds, until that fills the map; where that has no room, to
   * `middle`; degrees. Returns whether it can.
   */
  approach([west, south, east, north]: Bounds, middle: [lng: number, lat: number]): boolean {
    const map = this.#map;
    const zoom = map.getZoom();
    // Nearer than one can come: a few centimetres apart.
    if (zoom > map.getMaxZoom() - 0.01) return false;
    const nearer = map.cameraForBounds([west, south, east, north], { padding: FLIGHT_MARGIN });
    map.easeTo({
      center: nearer?.center ?? middle,
      zoom: Math.min(map.getMaxZoom(), Math.max(nearer?.zoom ?? 0, zoom + 1)),
      duration: 800,
    });
    return true;
  }

  /** The frame around what is seen and not covered. */
  seenFrame(): Bounds {
    const { clientWidth, clientHeight } = this.#map.getCanvas();
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#padding;
    const corners = [left, clientWidth - right].flatMap((x) =>
      [top, clientHeight - bottom].map((y) => this.#map.unproject([x, y])),
    );
    const lngs = corners.map(({ lng }) => lng);
    const lats = corners.map(({ lat }) => lat);
    return frameOfSeen([
      Math.min(...lngs),
      Math.min(...lats),
      Math.max(...lngs),
      Math.max(...lats),
    ]);
  }

  /** Moves the map at once, without telling: what a link says isn't the reader's doing. */
  moveQuietly(move: () => void): void {
    this.#isOwnMove = true;
    move();
    this.#isOwnMove = false;
    this.#settled = this.#current();
    this.#events.onSeen(this.seenFrame());
  }

  #open(): void {
    this.moveQuietly(() =>
      this.#map.fitBounds(toShow(this.#opening), {
        padding: OPENING_MARGIN,
        bearing: 0,
        pitch: 0,
        animate: false,
      }),
    );
  }

  #current(): Camera {
    const map = this.#map;
    const { lng, lat } = map.getCenter().wrap();
    return { zoom: map.getZoom(), lat, lng, bearing: map.getBearing(), pitch: map.getPitch() };
  }
}

function toShow(opening: Bounds): [number, number, number, number] {
  return [...frameToShow(opening)];
}

function place({ zoom, lat, lng, bearing, pitch }: Camera): JumpToOptions {
  return { center: [lng, lat], zoom, bearing, pitch };
}
