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

/** How many of rows in ascending order have no marker: the article doesn't place them. */
export function countUnplaced(rows: Uint32Array, { markers }: ProjectIndex): number {
  let marker = 0;
  let unplaced = 0;
  for (const row of rows) {
    while ((markers.row[marker] ?? row) < row) marker++;
    if (markers.row[marker] !== row) unplaced++;
  }
  return unplaced;
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
