import { mercatorY, type ProjectIndex, type Row } from '../dossier/projectIndex.ts';
import { rowsWithin, type Extent, type Mark, type Share } from './marks.ts';

/** A part of the map, Web Mercator as in `Markers`; it may go on beyond the antimeridian. */
export interface Frame {
  readonly west: number;
  /** At most the whole world, 2³². */
  readonly width: number;
  readonly north: number;
  readonly south: number;
}

const WORLD = 2 ** 32;
const WHOLE_WORLD: Frame = { west: 0, width: WORLD, north: 0, south: WORLD };

/** Up to so many spots are each drawn by themselves, however close; more are gathered. */
const MOST_SPOTS = 60;
/** Marks nearer than this to each other are gathered, pixels. */
const REACH = 52;
/** Side of the cells in which projects are counted before they are gathered, 2 to this many pixels. */
const CELL_BITS = 4;
/** Side of the whole world at zoom 0, 2 to this many pixels. */
const TILE_BITS = 9;

/** What is drawn is surveyed at every half of a zoom level, and so far beyond the screen's edges, as a part of it. */
const LEVELS = 2;
const BEYOND = 0.25;

interface Bounds {
  getWest(): number;
  getSouth(): number;
  getEast(): number;
  getNorth(): number;
}

export function levelOf(zoom: number): number {
  return Math.floor(zoom * LEVELS) / LEVELS;
}

/** What to survey for what is seen, degrees, and somewhat more to each side. */
export function frameOf(seen: Bounds): Frame {
  const { west, width, north, south } = exactly(seen);
  const height = south - north;
  return {
    west: Math.floor(west - width * BEYOND),
    width: Math.min(WORLD, Math.ceil(width * (1 + 2 * BEYOND))),
    north: Math.max(0, Math.floor(north - height * BEYOND)),
    south: Math.min(WORLD, Math.ceil(south + height * BEYOND)),
  };
}

/** Whether what is seen, degrees, is drawn as it is to be seen from here. */
export function covers(survey: Survey, seen: Bounds, zoom: number): boolean {
  if (survey.isComplete) return true;
  if (levelOf(zoom) !== survey.zoom) return false;
  const { west, width, north, south } = exactly(seen);
  const { frame } = survey;
  const isWide = frame.width >= WORLD || modulo(west - frame.west) + width <= frame.width;
  return isWide && Math.max(0, north) >= frame.north && Math.min(WORLD, south) <= frame.south;
}

function exactly(seen: Bounds): Frame {
  const west = (seen.getWest() / 360 + 0.5) * WORLD;
  const east = (seen.getEast() / 360 + 0.5) * WORLD;
  return {
    west,
    width: east - west,
    north: mercatorY(seen.getNorth()),
    south: mercatorY(seen.getSouth()),
  };
}

function modulo(x: number): number {
  return x - Math.floor(x / WORLD) * WORLD;
}

/** What is drawn of a part of the map. */
export interface Survey {
  readonly marks: readonly Mark[];
  /** Whether these are all marks there are, wherever one looks and from how near. */
  readonly isComplete: boolean;
  readonly frame: Frame;
  readonly zoom: number;
  /** The mark in which a marker lies; Web Mercator as in `Markers`. */
  markAt(x: number, y: number): Mark | undefined;
}

/** What is drawn before one has looked. */
export const NOTHING_SEEN: Survey = {
  marks: [],
  isComplete: false,
  frame: { west: 0, width: 0, north: 0, south: 0 },
  zoom: Number.NaN,
  markAt: () => undefined,
};

/** Markers that follow each other, and what they lie in. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly extent: Extent;
}

const BLOCK = 1024;

/**
 * Gathers what is on a part of the map into the marks to draw, in one pass over the index and
 * another over what is there. The index has neighbours near each other, so that most of it needn't
 * be looked at from near.
 */
export class Surveyor {
  readonly #index: ProjectIndex;
  readonly #sectors: number;
  readonly #blocks: readonly Block[];

  /** `sectors` is how many sectors the dossier has. */
  constructor(index: ProjectIndex, sectors: number) {
    this.#index = index;
    this.#sectors = sectors;
    this.#blocks = blocksOf(index);
  }

  /** What is drawn of a frame at a zoom level, for the projects that pass a filter. */
  survey(mask: Uint8Array, frame: Frame, zoom: number): Survey {
    const everywhere = this.#spots(mask, this.#blocks, WHOLE_WORLD);
    if (everywhere !== null) return this.#drawn(everywhere, WHOLE_WORLD, zoom, true);
    const blocks = this.#blocks.filter(({ extent }) => meets(extent, frame));
    const spots = this.#spots(mask, blocks, frame);
    if (spots !== null) return this.#drawn(spots, frame, zoom, false);
    return this.#drawn(this.#clusters(mask, blocks, frame, zoom), frame, zoom, false);
  }

  /** Each spot by itself; `null` if there are too many for that. */
  #spots(mask: Uint8Array, blocks: readonly Block[], frame: Frame): Gathering | null {
    const { row: rows, x: xs, y: ys } = this.#index.markers;
    const gathers = new Gathering(this.#index, this.#sectors);
    const spots = new Spots();
    for (const { from, to } of blocks) {
      for (let marker = from; marker < to; marker++) {
        const row = rows[marker] ?? 0;
        if (mask[row] !== 1) continue;
        const x = xs[marker] ?? 0;
        const y = ys[marker] ?? 0;
        if (!isWithin(x, y, frame)) continue;
        let spot = spots.find(x, y);
        if (spot === undefined) {
          if (spots.size === MOST_SPOTS) return null;
          spots.add(x, y);
          spot = gathers.begin({ x, y });
        }
        gathers.add(spot, row, x, y);
      }
    }
    gathers.find = (x, y) => spots.find(x, y);
    return gathers;
  }

  /** Cells of a grid first, then what is near to the fullest of these, and so on. */
  #clusters(mask: Uint8Array, blocks: readonly Block[], frame: Frame, zoom: number): Gathering {
    const { row: rows, x: xs, y: ys } = this.#index.markers;
    const shift = Math.max(0, 32 - TILE_BITS + CELL_BITS - Math.floor(zoom));
    const cell = 2 ** shift;
    const west = Math.floor(frame.west / cell) * cell;
    const north = Math.floor(frame.north / cell) * cell;
    const columns = Math.min(WORLD / cell, Math.ceil((frame.width + cell) / cell));
    const lines = Math.ceil((frame.south - north) / cell) + 1;
    const cellOf = (x: number, y: number) =>
      (((y - north) / cell) | 0) * columns + ((((x - west) >>> 0) / cell) | 0);

    const counts = new Uint32Array(columns * lines);
    const sumX = new Float64Array(columns * lines);
    const sumY = new Float64Array(columns * lines);
    for (const { from, to } of blocks) {
      for (let marker = from; marker < to; marker++) {
        if (mask[rows[marker] ?? 0] !== 1) continue;
        const x = xs[marker] ?? 0;
        const y = ys[marker] ?? 0;
        if (!isWithin(x, y, frame)) continue;
        const at = cellOf(x, y);
        counts[at] = (counts[at] ?? 0) + 1;
        sumX[at] = (sumX[at] ?? 0) + ((x - west) >>> 0);
        sumY[at] = (sumY[at] ?? 0) + (y - north);
      }
    }

    const gathers = new Gathering(this.#index, this.#sectors);
    const clusterOf = gatherCells(
      { counts, sumX, sumY, columns, west, north },
      cell,
      reachAt(zoom),
      gathers,
    );
    for (const { from, to } of blocks) {
      for (let marker = from; marker < to; marker++) {
        const row = rows[marker] ?? 0;
        if (mask[row] !== 1) continue;
        const x = xs[marker] ?? 0;
        const y = ys[marker] ?? 0;
        if (isWithin(x, y, frame)) gathers.add(clusterOf[cellOf(x, y)] ?? 0, row, x, y);
      }
    }
    gathers.find = (x, y) => (isWithin(x, y, frame) ? clusterOf[cellOf(x, y)] : undefined);
    return gathers;
  }

  /** The projects that pass a filter and have a marker within an extent, each once. */
  rowsWithin(mask: Uint8Array, extent: Extent): Row[] {
    const [west, north, east, south] = extent;
    const frame = { west, width: east - west + 1, north, south: south + 1 };
    const rows = this.#blocks
      .filter((block) => meets(block.extent, frame))
      .flatMap(({ from, to }) => rowsWithin(this.#index, mask, extent, from, to));
    return [...new Set(rows)];
  }

  #drawn(gathering: Gathering, frame: Frame, zoom: number, isComplete: boolean): Survey {
    const marks = gathering.marks();
    return {
      marks,
      isComplete,
      frame,
      zoom,
      markAt(x, y) {
        const number = gathering.find(x, y);
        return number === undefined ? undefined : marks[number];
      },
    };
  }
}

/** How far marks have to be apart at a zoom level, Web Mercator as in `Markers`. */
function reachAt(zoom: number): number {
  return (REACH * WORLD) / 2 ** (TILE_BITS + zoom);
}

/** A few positions, numbered. */
class Spots {
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  #last = 0;

  get size(): number {
    return this.#x.length;
  }

  add(x: number, y: number): void {
    this.#last = this.#x.push(x) - 1;
    this.#y.push(y);
  }

  /** The one found last is often the next, too: thousands may stand at one spot. */
  find(x: number, y: number): number | undefined {
    if (this.#x[this.#last] === x && this.#y[this.#last] === y) return this.#last;
    for (let number = 0; number < this.#x.length; number++)
      if (this.#x[number] === x && this.#y[number] === y) return (this.#last = number);
    return undefined;
  }
}

/** Counts what belongs to each mark. */
class Gathering {
  find: (x: number, y: number) => number | undefined = () => undefined;
  readonly #index: ProjectIndex;
  readonly #sectors: number;
  readonly #counts: number[] = [];
  readonly #areas: number[] = [];
  readonly #rows: Row[] = [];
  readonly #last: Row[] = [];
  readonly #positions: { readonly x: number; readonly y: number }[] = [];
  readonly #extents: [number, number, number, number][] = [];
  readonly #shares: Uint32Array[] = [];

  constructor(index: ProjectIndex, sectors: number) {
    this.#index = index;
    this.#sectors = sectors;
  }

  /** Begins a mark that is drawn at a position, and returns its number. */
  begin(position: { readonly x: number; readonly y: number }): number {
    this.#positions.push(position);
    this.#counts.push(0);
    this.#areas.push(0);
    this.#rows.push(0);
    this.#extents.push([Infinity, Infinity, -Infinity, -Infinity]);
    this.#shares.push(new Uint32Array(this.#sectors));
    return this.#counts.length - 1;
  }

  add(to: number, row: Row, x: number, y: number): void {
    const shares = this.#shares[to];
    const extent = this.#extents[to];
    const home = this.#positions[to];
    if (shares === undefined || extent === undefined || home === undefined)
      throw new RangeError('No such mark.');
    // Round the world, by the shorter way from where the mark is drawn.
    const east = home.x + ((x - home.x) | 0);
    if (east < extent[0]) extent[0] = east;
    if (y < extent[1]) extent[1] = y;
    if (east > extent[2]) extent[2] = east;
    if (y > extent[3]) extent[3] = y;
    // Markers of a project follow each other: it counts once.
    if (this.#last[to] === row) return;
    this.#last[to] = row;
    if (this.#counts[to] === 0) this.#rows[to] = row;
    this.#counts[to] = (this.#counts[to] ?? 0) + 1;
    if ((this.#index.area[row] ?? 0) > 0) this.#areas[to] = (this.#areas[to] ?? 0) + 1;
    const sector = this.#index.sector[row] ?? 0;
    shares[sector] = (shares[sector] ?? 0) + 1;
  }

  marks(): Mark[] {
    return this.#counts.map((count, number): Mark => {
      const extent = this.#extents[number] ?? [0, 0, 0, 0];
      const isSpot = extent[0] === extent[2] && extent[1] === extent[3];
      const { x, y } = isSpot
        ? { x: extent[0], y: extent[1] }
        : (this.#positions[number] ?? { x: 0, y: 0 });
      return {
        id: `${Math.round(x)}/${Math.round(y)}`,
        kind: count === 1 ? 'project' : isSpot ? 'spot' : 'cluster',
        count,
        row: this.#rows[number] ?? 0,
        x,
        y,
        extent,
        shares: sharesOf(this.#shares[number] ?? new Uint32Array(0)),
        hollow: this.#areas[number] === count,
      };
    });
  }
}

function sharesOf(counts: Uint32Array): Share[] {
  const shares: Share[] = [];
  counts.forEach((count, sector) => {
    if (count > 0) shares.push({ sector, count });
  });
  return shares.sort((a, b) => b.count - a.count || a.sector - b.sector);
}

interface Cells {
  readonly counts: Uint32Array;
  /** Sums of the distances from the grid's corner. */
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly columns: number;
  /** The grid's corner, Web Mercator as in `Markers`. */
  readonly west: number;
  readonly north: number;
}

/**
 * Gathers cells into clusters: the fullest cell takes those within reach, then the fullest of the
 * rest does, as in supercluster. A cluster is drawn where its fullest cell is, so that no two come
 * nearer to each other than they reach. Returns the number of each cell's cluster.
 */
function gatherCells(
  { counts, sumX, sumY, columns, west, north }: Cells,
  cell: number,
  reach: number,
  gathers: Gathering,
): Int32Array {
  const clusterOf = new Int32Array(counts.length).fill(-1);
  const full: number[] = [];
  counts.forEach((count, at) => {
    if (count > 0) full.push(at);
  });
  full.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const steps = Math.ceil(reach / cell) + 1;
  const meanX = (at: number) => (sumX[at] ?? 0) / (counts[at] ?? 1);
  const meanY = (at: number) => (sumY[at] ?? 0) / (counts[at] ?? 1);
  const lines = counts.length / columns;
  const isRound = columns * cell >= WORLD;
  for (const seed of full) {
    if (clusterOf[seed] !== -1) continue;
    const x = meanX(seed);
    const y = meanY(seed);
    const cluster = gathers.begin({ x: west + x, y: north + y });
    const column = seed % columns;
    const line = (seed - column) / columns;
    for (let l = Math.max(0, line - steps); l <= Math.min(lines - 1, line + steps); l++) {
      for (let c = column - steps; c <= column + steps; c++) {
        // Round the world the last column is beside the first.
        const round = Math.floor(c / columns);
        if (round !== 0 && !isRound) continue;
        const at = l * columns + c - round * columns;
        if (counts[at] === 0 || clusterOf[at] !== -1) continue;
        const away = meanX(at) + round * WORLD - x;
        if (away ** 2 + (meanY(at) - y) ** 2 <= reach ** 2) clusterOf[at] = cluster;
      }
    }
    clusterOf[seed] = cluster;
  }
  return clusterOf;
}

/** Whether a position is in a frame, which may go on beyond the antimeridian. */
function isWithin(x: number, y: number, { west, width, north, south }: Frame): boolean {
  return y >= north && y < south && (width >= WORLD || (x - west) >>> 0 < width);
}

function meets([w, n, e, s]: Extent, { west, width, north, south }: Frame): boolean {
  if (s < north || n >= south) return false;
  // Overlapping, where either begins in the other.
  return width >= WORLD || (w - west) >>> 0 < width || (west - w) >>> 0 <= e - w;
}

function blocksOf({ markers: { row, x, y } }: ProjectIndex): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < row.length; from += BLOCK) {
    const to = Math.min(row.length, from + BLOCK);
    const extent: [number, number, number, number] = [WORLD, WORLD, 0, 0];
    for (let marker = from; marker < to; marker++) {
      const east = x[marker] ?? 0;
      const south = y[marker] ?? 0;
      extent[0] = Math.min(extent[0], east);
      extent[1] = Math.min(extent[1], south);
      extent[2] = Math.max(extent[2], east);
      extent[3] = Math.max(extent[3], south);
    }
    blocks.push({ from, to, extent });
  }
  return blocks;
}
