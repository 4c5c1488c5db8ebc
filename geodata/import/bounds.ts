import type { Bounds, PlaceGeometry } from '../../src/dossier/types.ts';
import { positionsOf } from './geometry.ts';

const WORLD: Bounds = [-180, -60, 180, 75];
/** Where the map ends, beyond which Web Mercator doesn't go. Degrees. */
const NORTHERNMOST = 85;
/** Room around the outermost marks: a share of what they span, and at least so many degrees. */
const ROOM = 0.06;
const LEAST_ROOM = 0.5;

/** The frame of the marks seen so far, with a little room around them; the world without any. */
export class Frame {
  #west = Infinity;
  #south = Infinity;
  #east = -Infinity;
  #north = -Infinity;

  add(geometry: PlaceGeometry): void {
    for (const [lng = 0, lat = 0] of positionsOf(geometry)) {
      this.#west = Math.min(this.#west, lng);
      this.#east = Math.max(this.#east, lng);
      this.#south = Math.min(this.#south, lat);
      this.#north = Math.max(this.#north, lat);
    }
  }

  /** Rounded outwards to 0.01°. */
  bounds(): Bounds {
    if (this.#west > this.#east) return WORLD;
    const across = Math.max(LEAST_ROOM, (this.#east - this.#west) * ROOM);
    const along = Math.max(LEAST_ROOM, (this.#north - this.#south) * ROOM);
    return [
      down(Math.max(-180, this.#west - across)),
      down(Math.max(-NORTHERNMOST, Math.min(this.#south, NORTHERNMOST - 1) - along)),
      up(Math.min(180, this.#east + across)),
      up(Math.min(NORTHERNMOST, Math.max(this.#north, 1 - NORTHERNMOST) + along)),
    ];
  }
}

/** What is a hair's breadth off for being computed is not rounded a step further. */
const HAIR = 1e-6;
const down = (degrees: number) => Math.floor(degrees * 100 + HAIR) / 100;
const up = (degrees: number) => Math.ceil(degrees * 100 - HAIR) / 100;
