import type { ProjectIndex, Spans } from '../dossier/projectIndex.ts';
import { KINDS, STATUSES, type Dossier } from '../dossier/types.ts';
import { daysOf } from '../dossier/when.ts';
import { NONE, type Filters, type TimeChoice } from './view.ts';

/** What narrows the atlas down, by its key in links. */
export type FilterName = keyof Filters;

/** The facets of which one chooses any number of values. */
export type ListFacet = 'sector' | 'kind' | 'country' | 'status';

/** Filters that are judged by what isn't in the index. */
const JUDGED = ['q', 'frame', 'area'] as const;

/** What those let through: 1 for a row, else 0. Filters that aren't set are left out. */
export type Judged = Partial<Record<(typeof JUDGED)[number], Uint8Array>>;

/**
 * Which projects pass the filters, and how many each choice of a facet would show with the other
 * filters as they are.
 */
export interface Filtered {
  /** 1 for a row that passes, else 0. */
  readonly mask: Uint8Array;
  readonly count: number;
  readonly counts: Counts;
  /** How many would pass without one of the filters that are set. */
  readonly without: ReadonlyMap<FilterName, number>;
}

export interface Counts {
  /** By the number of the sector in the dossier. */
  readonly sector: Uint32Array;
  /** By the number in `KINDS`. */
  readonly kind: Uint32Array;
  /** By ISO 3166-1 code, the most frequent first; what has none under `NONE`. */
  readonly country: ReadonlyMap<string, number>;
  /** Without a status, then by the number in `STATUSES`. */
  readonly status: Uint32Array;
  /** Without a date, then by the number of the span in the index. */
  readonly when: Uint32Array;
  /** Not placed, placed. */
  readonly place: Uint32Array;
}

/** A column of the index that is filtered by: each row has one value, a number into a table. */
interface Column {
  readonly name: FilterName;
  readonly values: Uint8Array | Uint16Array | Uint32Array;
  /** 1 for a value that is let through, by its number; `null` where all are. */
  readonly lets: Uint8Array | null;
  /** How many projects each value would show. */
  readonly counts: Uint32Array;
}

/** Filters by all facets at once, column by column, and counts each with the others as they are. */
export function filterProjects(
  { index, sectors, countries }: Pick<Dossier, 'index' | 'sectors' | 'countries'>,
  filters: Filters,
  judged: Judged = {},
): Filtered {
  const ids = sectors.map(({ id }) => id);
  const sector = column('sector', index.sector, among(ids, filters.sector), ids.length);
  const kind = column('kind', index.kind, among(KINDS, filters.kind), KINDS.length);
  const statuses = [NONE, ...STATUSES];
  const status = column('status', index.status, among(statuses, filters.status), statuses.length);
  const sets = countries.map((codes) => (codes.length === 0 ? [NONE] : codes));
  const country = column(
    'country',
    index.countries,
    filters.country.length === 0
      ? null
      : flags(sets.map((codes) => codes.some((code) => filters.country.includes(code)))),
    sets.length,
  );
  const when = column(
    'when',
    index.when,
    filters.when && timesChosen(filters.when, index.spans),
    1 + index.spans.first.length,
  );
  const isPlaced = filters.place === 'placed';
  const place = column('place', placedOf(index), filters.place && flags([!isPlaced, isPlaced]), 2);
  const others = JUDGED.flatMap((name) => {
    const values = judged[name];
    return values === undefined ? [] : [column(name, values, flags([false, true]), 2)];
  });
  const columns = [sector, kind, country, status, when, place, ...others];
  const mask = pass(columns, index.size);
  return {
    mask,
    count: sum(mask),
    counts: {
      sector: sector.counts,
      kind: kind.counts,
      country: byCountry(country.counts, sets),
      status: status.counts,
      when: when.counts,
      place: place.counts,
    },
    without: new Map(
      columns.flatMap(({ name, lets, counts }) => (lets === null ? [] : [[name, sum(counts)]])),
    ),
  };
}

function column(
  name: FilterName,
  values: Column['values'],
  lets: Uint8Array | null,
  size: number,
): Column {
  return { name, values, lets, counts: new Uint32Array(size) };
}

/** Of a table, what is chosen; all of it where nothing is. */
function among(table: readonly string[], chosen: readonly string[]): Uint8Array | null {
  return chosen.length === 0 ? null : flags(table.map((value) => chosen.includes(value)));
}

function flags(are: readonly boolean[]): Uint8Array {
  return Uint8Array.from(are, Number);
}

/** Undated, and then the spans that lie at least partly in the one chosen. */
function timesChosen({ span, undated }: TimeChoice, { first, last }: Spans): Uint8Array {
  const [from, to] = (span === null ? null : daysOf(span)) ?? [Infinity, -Infinity];
  const lets = new Uint8Array(1 + first.length);
  lets[0] = Number(undated);
  for (let number = 0; number < first.length; number++)
    lets[1 + number] = Number((first[number] ?? 0) <= to && (last[number] ?? 0) >= from);
  return lets;
}

const placed = new WeakMap<ProjectIndex, Uint8Array>();

/** 1 for a project with a marker, else 0. */
function placedOf(index: ProjectIndex): Uint8Array {
  const known = placed.get(index);
  if (known !== undefined) return known;
  const column = new Uint8Array(index.size);
  for (const row of index.markers.row) column[row] = 1;
  placed.set(index, column);
  return column;
}

/**
 * A row passes if it does so for each column. It counts for a column if it passes all others. Each
 * column is gone through by itself, which is several times as fast as row by row.
 */
function pass(columns: readonly Column[], size: number): Uint8Array {
  if (columns.every(({ lets }) => lets === null)) {
    for (const { values, counts } of columns)
      for (let row = 0; row < size; row++) {
        const value = values[row] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    return new Uint8Array(size).fill(1);
  }
  const failed = new Uint8Array(size);
  /** The column that a row failed last. */
  const failing = new Uint8Array(size);
  columns.forEach(({ values, lets }, number) => {
    if (lets === null) return;
    for (let row = 0; row < size; row++)
      if (lets[values[row] ?? 0] !== 1) {
        failed[row] = (failed[row] ?? 0) + 1;
        failing[row] = number;
      }
  });
  columns.forEach(({ values, lets, counts }, number) => {
    for (let row = 0; row < size; row++) {
      const isCounted =
        failed[row] === 0 || (lets !== null && failed[row] === 1 && failing[row] === number);
      if (!isCounted) continue;
      const value = values[row] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  });
  // In its own place, and by a loop: a function called for each row takes several times as long.
  for (let row = 0; row < size; row++) failed[row] = failed[row] === 0 ? 1 : 0;
  return failed;
}

/** A project in several countries counts for each of them. */
function byCountry(
  counts: Uint32Array,
  sets: readonly (readonly string[])[],
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  sets.forEach((codes, number) => {
    for (const code of codes) totals.set(code, (totals.get(code) ?? 0) + (counts[number] ?? 0));
  });
  return new Map([...totals].sort(([, a], [, b]) => b - a));
}

function sum(counts: Uint8Array | Uint32Array): number {
  let total = 0;
  for (let at = 0; at < counts.length; at++) total += counts[at] ?? 0;
  return total;
}

/** The rows that pass, those with a marker first; both in the order of the dossier. */
export function rowsShown(
  { mask, count }: Filtered,
  { markers }: ProjectIndex,
): { placed: Uint32Array; unplaced: Uint32Array } {
  const rows = new Uint32Array(count);
  let placed = 0;
  let unplaced = count;
  let marker = 0;
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] !== 1) continue;
    // Markers are in the order of their rows.
    while ((markers.row[marker] ?? row) < row) marker++;
    rows[markers.row[marker] === row ? placed++ : --unplaced] = row;
  }
  return { placed: rows.subarray(0, placed), unplaced: rows.subarray(placed).reverse() };
}
