import type { Dossier } from '../dossier/types.ts';
import type { Highlight } from './drawnMarks.ts';
import type { FeatureStates } from './featureStates.ts';
import { AREAS, LINES } from './style.ts';

/**
 * Shows the areas and lines that projects stand for as they look now: `colors` are those of the
 * areas, `mask` has 1 for each project that passes the filter.
 */
export function showShapes(
  states: FeatureStates,
  { index, sectors, lines }: Dossier,
  colors: readonly (string | null)[],
  mask: Uint8Array,
  { rows, selected }: Highlight,
): void {
  const litAreas = new Map([...rows].map((row) => [(index.area[row] ?? 0) - 1, row]));
  colors.forEach((color, area) => {
    const row = litAreas.get(area);
    const own = row === undefined ? color : (sectors[index.sector[row] ?? 0]?.color ?? color);
    states.set(AREAS, area, {
      color: own,
      lit: row !== undefined,
      selected: row !== undefined && row === selected,
    });
  });
  for (const { row } of lines)
    states.set(LINES, row, {
      hidden: mask[row] !== 1,
      lit: rows.has(row),
      selected: row === selected,
    });
}
