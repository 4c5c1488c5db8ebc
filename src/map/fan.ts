import type { Feature, Position } from 'geojson';
import { GeoJSONSource, type Map as MapLibreMap, type Point } from 'maplibre-gl';
import { markersOf, type ProjectIndex, type Row } from '../dossier/projectIndex.ts';
import { lngLatOf, MARK_RADIUS } from './marks.ts';
import { FAN } from './style.ts';

/** So many projects at one spot fan out; more are only listed. */
const MOST_FANNED = 12;
/** How far from their spot they stand at least, and from each other; pixels. */
const NEAREST = 46;
const APART = 2 * MARK_RADIUS + 6;
/** How far from a mark's edge a finger still means it, pixels. */
const SLACK = 4;

/** A project of a fan. */
export interface Fanned {
  readonly row: Row;
  /** Where it stands, from the spot: pixels to the right and down. */
  readonly offset: readonly [x: number, y: number];
}

/**
 * The spot, degrees, at which projects fan out that were asked for at a position: where all of them
 * stand, if they are few. `null` where they don't.
 */
export function spotToFan(
  rows: readonly Row[],
  position: Position,
  index: ProjectIndex,
): [lng: number, lat: number] | null {
  const { x, y } = index.markers;
  const firsts = rows.slice(0, MOST_FANNED + 1).map((row) => markersOf(index, row)[0]);
  const spots = new Set(firsts.map((at) => `${x[at]}/${y[at]}`));
  const [at = 0] = firsts;
  const spot = lngLatOf({ x: x[at] ?? 0, y: y[at] ?? 0 });
  // Asked for at their area's shade, they are listed there: the fan would be elsewhere.
  const isHere = spot.every((degrees, axis) => Math.abs(degrees - (position[axis] ?? 0)) < 1e-6);
  return rows.length <= MOST_FANNED && spots.size === 1 && isHere ? spot : null;
}

/**
 * The projects at one spot, set around it on the screen so that each can be pointed at. Where they
 * stand is no place: their legs lead to it.
 */
export class Fan {
  readonly #map: MapLibreMap;
  #spot: [number, number] = [0, 0];
  #fanned: readonly Fanned[] = [];

  constructor(map: MapLibreMap) {
    this.#map = map;
    // It keeps its size on the screen.
    for (const event of ['zoom', 'rotate', 'pitch'] as const)
      map.on(event, () => {
        if (this.#fanned.length > 0) this.#drawLegs();
      });
  }

  /** Where it is fanned out, degrees. */
  get spot(): readonly [number, number] {
    return this.#spot;
  }

  /** What is fanned out; nothing, while it is closed. */
  get fanned(): readonly Fanned[] {
    return this.#fanned;
  }

  /** How far from the spot the fan reaches, pixels; 0 while there is none. */
  get reach(): number {
    const [first] = this.#fanned;
    return first ? Math.hypot(...first.offset) + MARK_RADIUS : 0;
  }

  /** Fans out what stands at a spot, degrees. */
  open([lng = 0, lat = 0]: Position, rows: readonly Row[]): void {
    const radius = Math.max(NEAREST, (rows.length * APART) / (2 * Math.PI));
    this.#spot = [lng, lat];
    this.#fanned = rows.map((row, number) => {
      const angle = (2 * Math.PI * number) / rows.length - Math.PI / 2;
      return { row, offset: [radius * Math.cos(angle), radius * Math.sin(angle)] };
    });
    this.#drawLegs();
  }

  close(): void {
    if (this.#fanned.length === 0) return;
    this.#fanned = [];
    this.#drawLegs();
  }

  /** The project whose mark is at a point of the screen. */
  at(point: Point): Row | null {
    const [lng, lat] = this.#spot;
    // Of the copies of the world, in the one that is pointed at.
    const turns = Math.round((this.#map.unproject(point).lng - lng) / 360);
    const spot = this.#map.project([lng + 360 * turns, lat]);
    const found = this.#fanned.find(
      ({ offset: [x, y] }) =>
        Math.hypot(spot.x + x - point.x, spot.y + y - point.y) < MARK_RADIUS + SLACK,
    );
    return found?.row ?? null;
  }

  #drawLegs(): void {
    const source = this.#map.getSource(FAN);
    if (!(source instanceof GeoJSONSource)) return;
    const { x, y } = this.#map.project(this.#spot);
    const legs = this.#fanned.map(({ row, offset }): Feature => {
      const end = this.#map.unproject([x + offset[0], y + offset[1]]).toArray();
      const geometry = { type: 'LineString' as const, coordinates: [this.#spot, end] };
      return { type: 'Feature', geometry, properties: { row } };
    });
    void source.setData({ type: 'FeatureCollection', features: legs });
  }
}
