import type { Position } from 'geojson';
import { mercatorY } from '../dossier/projectIndex.ts';
import type { Corner } from './area.ts';
import { touch } from './segments.ts';

/** The world’s width in Web Mercator as in `Markers`. */
export const WORLD = 2 ** 32;

/** Degrees to Web Mercator as in `Markers`; `x` goes on beyond the antimeridian. */
export function cornerOf([lng = 0, lat = 0]: Position): Corner {
  return [Math.round((lng / 360 + 0.5) * WORLD), mercatorY(lat)];
}

/** So many bands at most; more are no faster. */
const MOST_BANDS = 1024;

/**
 * Lines, or what closed ones enclose, in Web Mercator as in `Markers`: as they are drawn, with
 * edges that are straight on the map. Made so that a million positions can be asked of it.
 */
export class Shape {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
  /** Where each of its lines begins. */
  readonly starts: readonly Corner[];
  /** x and y of both ends, one edge after the other. */
  readonly #edges: Float64Array;
  readonly #isFilled: boolean;
  /**
   * The numbers of the edges that reach into each band of latitude: those of band `b` stand from
   * `#from[b]` to before `#from[b + 1]`.
   */
  readonly #bands: Uint32Array;
  readonly #from: Uint32Array;
  readonly #bandsPerStep: number;

  private constructor(lines: readonly (readonly Corner[])[], isFilled: boolean) {
    this.#isFilled = isFilled;
    this.starts = lines.flatMap(([first]) => (first === undefined ? [] : [first]));
    this.#edges = Float64Array.from(
      lines.flatMap((line) =>
        line.slice(1).flatMap((corner, number) => [...(line[number] ?? corner), ...corner]),
      ),
    );
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const line of lines)
      for (const [x, y] of line) {
        west = Math.min(west, x);
        north = Math.min(north, y);
        east = Math.max(east, x);
        south = Math.max(south, y);
      }
    this.west = west;
    this.north = north;
    this.east = east;
    this.south = south;
    const count = Math.max(1, Math.min(MOST_BANDS, this.#edges.length / 4));
    this.#bandsPerStep = south > north ? (count - 1) / (south - north) : 0;
    this.#from = new Uint32Array(count + 1);
    this.#bands = this.#sorted(count);
  }

  /** What rings enclose: filled by the even-odd rule, so that holes are none of it; each closed. */
  static filled(rings: readonly (readonly Corner[])[]): Shape {
    return new Shape(rings, true);
  }

  static ofLines(lines: readonly (readonly Corner[])[]): Shape {
    return new Shape(lines, false);
  }

  /** Whether it encloses a position, or has it on its edge; this very one, not one round the world. */
  contains(x: number, y: number): boolean {
    if (!this.#isFilled || x < this.west || x > this.east || y < this.north || y > this.south)
      return false;
    const edges = this.#edges;
    const band = this.#bandOf(y);
    const end = this.#from[band + 1] ?? 0;
    let isInside = false;
    for (let at = this.#from[band] ?? 0; at < end; at++) {
      const edge = 4 * (this.#bands[at] ?? 0);
      const x1 = edges[edge] ?? 0;
      const y1 = edges[edge + 1] ?? 0;
      const x2 = edges[edge + 2] ?? 0;
      const y2 = edges[edge + 3] ?? 0;
      if ((y < y1 && y < y2) || (y > y1 && y > y2)) continue;
      const side = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1);
      if (side === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) return true;
      // A line from here to the east crosses the edge; of its ends, the southern one counts.
      if (y1 > y !== y2 > y && side < 0 === y2 > y1) isInside = !isInside;
    }
    return isInside;
  }

  /** Whether it encloses a position in the world, or the same one round the world. */
  holds(x: number, y: number): boolean {
    return this.contains(x, y) || this.contains(x - WORLD, y) || this.contains(x + WORLD, y);
  }

  /** Whether it has a position in common with another, of the world or round it. */
  meets(other: Shape): boolean {
    for (let turns = -2; turns <= 2; turns++) if (this.#meets(other, turns * WORLD)) return true;
    return false;
  }

  /** Whether it does when it is moved so far to the east. */
  #meets(other: Shape, east: number): boolean {
    const areApart =
      this.west + east > other.east ||
      this.east + east < other.west ||
      this.north > other.south ||
      this.south < other.north;
    if (areApart) return false;
    return (
      this.starts.some(([x, y]) => other.contains(x + east, y)) ||
      other.starts.some(([x, y]) => this.contains(x - east, y)) ||
      this.#touches(other, east)
    );
  }

  #touches(other: Shape, east: number): boolean {
    const edges = this.#edges;
    const others = other.#edges;
    for (let at = 0; at < edges.length; at += 4) {
      const ax = (edges[at] ?? 0) + east;
      const ay = edges[at + 1] ?? 0;
      const bx = (edges[at + 2] ?? 0) + east;
      const by = edges[at + 3] ?? 0;
      const isFar =
        (ax < other.west && bx < other.west) ||
        (ax > other.east && bx > other.east) ||
        (ay < other.north && by < other.north) ||
        (ay > other.south && by > other.south);
      if (isFar) continue;
      for (let to = 0; to < others.length; to += 4) {
        const cx = others[to] ?? 0;
        const cy = others[to + 1] ?? 0;
        const dx = others[to + 2] ?? 0;
        const dy = others[to + 3] ?? 0;
        if (touch(ax, ay, bx, by, cx, cy, dx, dy)) return true;
      }
    }
    return false;
  }

  #bandOf(y: number): number {
    return Math.floor((y - this.north) * this.#bandsPerStep);
  }

  /** Fills `#from`, and returns the numbers of the edges band by band. */
  #sorted(count: number): Uint32Array {
    const edges = this.#edges;
    const spans = Array.from({ length: edges.length / 4 }, (_, edge) => {
      const y1 = edges[4 * edge + 1] ?? 0;
      const y2 = edges[4 * edge + 3] ?? 0;
      return [this.#bandOf(Math.min(y1, y2)), this.#bandOf(Math.max(y1, y2))] as const;
    });
    for (const [first, last] of spans)
      for (let band = first; band <= last; band++)
        this.#from[band + 1] = (this.#from[band + 1] ?? 0) + 1;
    for (let band = 0; band < count; band++)
      this.#from[band + 1] = (this.#from[band + 1] ?? 0) + (this.#from[band] ?? 0);
    const bands = new Uint32Array(this.#from[count] ?? 0);
    const next = this.#from.slice();
    spans.forEach(([first, last], edge) => {
      for (let band = first; band <= last; band++) {
        const at = next[band] ?? 0;
        bands[at] = edge;
        next[band] = at + 1;
      }
    });
    return bands;
  }
}
