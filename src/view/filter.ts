import type { ProjectIndex, Row } from '../dossier/projectIndex.ts';
import type { Dossier } from '../dossier/types.ts';
import type { Filters } from './view.ts';

/** Which projects pass the filters, and how many each choice of a facet would show. */
export interface Filtered {
  /** 1 for a row that passes, else 0. */
  readonly mask: Uint8Array;
  readonly count: number;
  /** How many projects each sector would show, with the other facets as they are. */
  readonly sectorCounts: Uint32Array;
}

/**
 * A facet over the index: each row has one value, a number into a table. Of the facets that links
 * know, those that aren't built yet let everything through.
 */
interface Facet {
  readonly values: Uint8Array | Uint16Array;
  /** 1 for a value that is let through, by the number of the value. */
  readonly lets: Uint8Array;
  /** How many projects each value would show. */
  readonly counts: Uint32Array;
}

/** One pass over the index: filters it, and counts each facet with the others as they are. */
export function filterProjects(
  { index, sectors }: Pick<Dossier, 'index' | 'sectors'>,
  filters: Filters,
): Filtered {
  const sector = facet(
    index.sector,
    sectors.map(({ id }) => id),
    filters.sector,
  );
  const mask = new Uint8Array(index.size);
  const count = pass([sector], mask);
  return { mask, count, sectorCounts: sector.counts };
}

function facet(
  values: Facet['values'],
  table: readonly string[],
  chosen: readonly string[],
): Facet {
  const lets = Uint8Array.from(table, (value) =>
    chosen.length === 0 || chosen.includes(value) ? 1 : 0,
  );
  return { values, lets, counts: new Uint32Array(table.length) };
}

/** A row counts for a facet if it passes all others; it passes if it does so for each. */
function pass(facets: readonly Facet[], mask: Uint8Array): number {
  let passing = 0;
  for (let row = 0; row < mask.length; row++) {
    let failed = 0;
    let failing: Facet | null = null;
    for (const facet of facets) {
      if (facet.lets[facet.values[row] ?? 0] === 1) continue;
      failed++;
      failing = facet;
    }
    if (failed === 0) {
      mask[row] = 1;
      passing++;
      for (const facet of facets) count(facet, row);
    } else if (failed === 1 && failing !== null) count(failing, row);
  }
  return passing;
}

function count({ values, counts }: Facet, row: Row): void {
  const value = values[row] ?? 0;
  counts[value] = (counts[value] ?? 0) + 1;
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
