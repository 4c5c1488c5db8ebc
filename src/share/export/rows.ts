import { areasOf, type Outlines } from '../../dossier/outlines.ts';
import type { ProjectIndex } from '../../dossier/projectIndex.ts';
import type { Dossier } from '../../dossier/types.ts';
import type { Filtered } from '../../view/filter.ts';

/** The rows that a filter shows, in ascending order. */
export function shownRows({ mask, count }: Pick<Filtered, 'mask' | 'count'>): Uint32Array {
  const rows = new Uint32Array(count);
  let at = 0;
  mask.forEach((shown, row) => {
    if (shown === 1) rows[at++] = row;
  });
  return rows;
}

/** Those of rows in ascending order that have a marker: the article places them. */
export function placedRows(rows: Uint32Array, { markers }: ProjectIndex): Uint32Array {
  let marker = 0;
  return rows.filter((row) => {
    while ((markers.row[marker] ?? row) < row) marker++;
    return markers.row[marker] === row;
  });
}

export function countUnplaced(rows: Uint32Array, index: ProjectIndex): number {
  return rows.length - placedRows(rows, index).length;
}

/** How many rows are in an area of which the basemap has no outline. */
export function countWithoutOutline(
  rows: Uint32Array,
  { index, areas }: Pick<Dossier, 'index' | 'areas'>,
  outlines: Outlines,
): number {
  const isMissing = areas.map((area) => areasOf(area, outlines).length === 0);
  let count = 0;
  for (const row of rows) if (isMissing[(index.area[row] ?? 0) - 1] === true) count++;
  return count;
}
