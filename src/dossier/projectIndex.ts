/** A project's number in its published dossier: rows run from 0 and name it in typed arrays. */
export type Row = number;

/**
 * What filtering, counting and drawing need of all projects, in columns. Everything else stands in
 * the details, which are fetched when a project is opened or listed.
 */
export interface ProjectIndex {
  /** How many projects there are. */
  readonly size: number;
  /** Into the dossier's sectors, a number for each row; likewise the columns that follow. */
  readonly sector: Uint16Array;
  /** Into `KINDS`. */
  readonly kind: Uint8Array;
  /** 1 + the number in `STATUSES`; 0 where the source gives none. */
  readonly status: Uint8Array;
  /** Into the manifest's sets of countries. */
  readonly countries: Uint16Array;
  /** 1 + the number among the dossier's areas; 0 for a spot, a border, and what isn't placed. */
  readonly area: Uint16Array;
  /** 1 + the number among the spans; 0 where the source gives no date. */
  readonly when: Uint32Array;
  readonly spans: Spans;
  readonly markers: Markers;
}

/**
 * The spans of time that projects have, each once: days since 1970-01-01, both within it. They are
 * in the order of their first days, and of their last ones where these are the same.
 */
export interface Spans {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Where markers stand, those of a lower row first: a project may have none, one or several. */
export interface Markers {
  readonly row: Uint32Array;
  /** Web Mercator: 0 is 180° west, 2³² would be 180° east. A step is less than a centimetre. */
  readonly x: Uint32Array;
  /** Web Mercator: 0 is 85.0511° north, 2³² would be 85.0511° south. */
  readonly y: Uint32Array;
}

const WORLD = 2 ** 32;
const LAST = WORLD - 1;

/** Longitude in degrees to Web Mercator, EPSG:3857 scaled to a whole number. */
export function mercatorX(lng: number): number {
  return Math.min(LAST, Math.max(0, Math.round((lng / 360 + 0.5) * WORLD)));
}

/** Latitude in degrees to Web Mercator; what lies nearer to a pole is put at the map's edge. */
export function mercatorY(lat: number): number {
  const angle = Math.PI / 4 + (Math.max(-89.9, Math.min(89.9, lat)) * Math.PI) / 360;
  const y = 0.5 - Math.log(Math.tan(angle)) / (2 * Math.PI);
  return Math.min(LAST, Math.max(0, Math.round(y * WORLD)));
}

/** Degrees, of a Web Mercator position as in `Markers`; fractions are fine. */
export function longitude(x: number): number {
  return (x / WORLD - 0.5) * 360;
}

export function latitude(y: number): number {
  return (Math.atan(Math.exp((0.5 - y / WORLD) * 2 * Math.PI)) * 360) / Math.PI - 90;
}

/** Bytes that a row and a marker take in the file. */
const ROW_BYTES = 2 + 1 + 1 + 2 + 2 + 4;
const SPAN_BYTES = 4 + 4;
const MARKER_BYTES = 4 + 4 + 4;

/** The length of an index's file before it is packed, bytes. */
function indexLength({ size, spans, markers }: IndexSize): number {
  return size * ROW_BYTES + spans * SPAN_BYTES + markers * MARKER_BYTES;
}

/** How many of each an index has. */
export interface IndexSize {
  readonly size: number;
  readonly spans: number;
  readonly markers: number;
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/**
 * The file of an index: its columns one after the other, each as planes of bytes, all first bytes
 * and then all second ones, the most significant first, so that it packs well. Markers' rows are
 * written as differences.
 */
export function encodeIndex(index: ProjectIndex): Uint8Array<ArrayBuffer> {
  const { size, spans, markers } = index;
  const bytes = new Uint8Array(
    indexLength({ size, spans: spans.first.length, markers: markers.row.length }),
  );
  let at = 0;
  const write = (column: Column) => {
    for (let shift = 8 * (column.BYTES_PER_ELEMENT - 1); shift >= 0; shift -= 8)
      for (const value of column) bytes[at++] = (value >>> shift) & 0xff;
  };
  write(index.sector);
  write(index.kind);
  write(index.status);
  write(index.countries);
  write(index.area);
  write(index.when);
  write(spans.first);
  write(spans.last);
  write(markers.row.map((row, number) => row - (markers.row[number - 1] ?? 0)));
  write(markers.x);
  write(markers.y);
  return bytes;
}

/**
 * An index from its file, for so many projects, spans and markers. Throws a `RangeError` where the file's
 * length is another, or where it leads beyond its tables.
 */
export function decodeIndex(
  bytes: Uint8Array,
  { size, spans, markers }: IndexSize,
  tables: {
    readonly sectors: number;
    readonly kinds: number;
    readonly statuses: number;
    readonly countries: number;
    readonly areas: number;
  },
): ProjectIndex {
  const length = indexLength({ size, spans, markers });
  if (bytes.length !== length)
    throw new RangeError(`An index of ${length} bytes was expected, not of ${bytes.length}.`);
  const planes = new Planes(bytes);
  const sector = planes.two(size, tables.sectors);
  const kind = planes.one(size, tables.kinds);
  const status = planes.one(size, tables.statuses + 1);
  const countries = planes.two(size, tables.countries);
  const area = planes.two(size, tables.areas + 1);
  const when = planes.four(size, spans + 1);
  const first = new Int32Array(planes.four(spans));
  const last = new Int32Array(planes.four(spans));
  const row = planes.four(markers);
  for (let number = 1; number < markers; number++)
    row[number] = (row[number] ?? 0) + (row[number - 1] ?? 0);
  if ((row[markers - 1] ?? -1) >= size)
    throw new RangeError('The index leads beyond its projects.');
  return {
    size,
    sector,
    kind,
    status,
    countries,
    area,
    when,
    spans: { first, last },
    markers: { row, x: planes.four(markers), y: planes.four(markers) },
  };
}

function beyondTables(): RangeError {
  return new RangeError('The index leads beyond its tables.');
}

/**
 * Reads columns out of planes of bytes, of numbers below an end: it throws a `RangeError` at others. This runs once and before anything is drawn, while the
 * engine still interprets it: so all planes of a column are read in one go.
 */
class Planes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  one(length: number, end: number): Uint8Array {
    const column = this.#plane(length);
    for (let at = 0; at < length; at++) if ((column[at] ?? 0) >= end) throw beyondTables();
    return column;
  }

  two(length: number, end: number): Uint16Array {
    const high = this.#plane(length);
    const low = this.#plane(length);
    const column = new Uint16Array(length);
    for (let at = 0; at < length; at++) {
      const value = ((high[at] ?? 0) << 8) | (low[at] ?? 0);
      if (value >= end) throw beyondTables();
      column[at] = value;
    }
    return column;
  }

  four(length: number, end = 2 ** 32): Uint32Array {
    const highest = this.#plane(length);
    const high = this.#plane(length);
    const low = this.#plane(length);
    const lowest = this.#plane(length);
    const column = new Uint32Array(length);
    for (let at = 0; at < length; at++) {
      const value =
        (((highest[at] ?? 0) << 24) |
          ((high[at] ?? 0) << 16) |
          ((low[at] ?? 0) << 8) |
          (lowest[at] ?? 0)) >>>
        0;
      if (value >= end) throw beyondTables();
      column[at] = value;
    }
    return column;
  }

  #plane(length: number): Uint8Array {
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }
}

/**
 * Marks for an area stand together, wherever in it each project's source puts its own: then they
 * can be counted as one. Changes the markers given.
 */
export function gatherAreas(index: ProjectIndex): ProjectIndex {
  const { area, markers } = index;
  const homes = new Map<number, number>();
  for (let marker = 0; marker < markers.row.length; marker++) {
    const row = markers.row[marker];
    const own = row === undefined ? 0 : (area[row] ?? 0);
    const isOnly = row !== markers.row[marker - 1] && row !== markers.row[marker + 1];
    if (own === 0 || !isOnly) continue;
    const home = homes.get(own) ?? marker;
    homes.set(own, home);
    markers.x[marker] = markers.x[home] ?? 0;
    markers.y[marker] = markers.y[home] ?? 0;
  }
  return index;
}

/** The numbers of a project's markers, from the first to before the second. */
export function markersOf({ markers: { row } }: ProjectIndex, of: Row): [from: number, to: number] {
  let from = 0;
  let to = row.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((row[middle] ?? 0) < of) from = middle + 1;
    else to = middle;
  }
  while (row[to] === of) to++;
  return [from, to];
}
