import { markersOf, type Row } from '../dossier/projectIndex.ts';
import type { Dossier } from '../dossier/types.ts';
import { lookOfRow } from '../view/look.ts';
import type { Fan } from './fan.ts';
import { markLook, type Halo } from './markImage.ts';
import type { DrawnMark } from './markLayer.ts';
import { lngLatOf } from './marks.ts';
import type { Survey } from './survey.ts';

/** What stands out of what is drawn. */
export interface Highlight {
  /** What is pointed at or selected: the selected one last, as others may share its mark. */
  readonly rows: ReadonlySet<Row>;
  readonly selected: Row | null;
}

/** All marks to draw, those fanned out above the others. */
export function drawnMarks(
  dossier: Dossier,
  survey: Survey,
  { spot, fanned }: Pick<Fan, 'spot' | 'fanned'>,
  { rows, selected }: Highlight,
): DrawnMark[] {
  const { index, sectors } = dossier;
  const haloOf = (row: Row): Halo => (row === selected ? 'selected' : 'lit');
  const halos = new Map<string, Halo>();
  for (const row of rows) {
    const [from, to] = markersOf(index, row);
    for (let at = from; at < to; at++) {
      const mark = survey.markAt(index.markers.x[at] ?? 0, index.markers.y[at] ?? 0);
      if (mark !== undefined) halos.set(mark.id, haloOf(row));
    }
  }
  return [
    ...survey.marks.map((mark): DrawnMark => ({
      lngLat: lngLatOf(mark),
      offset: [0, 0],
      look: markLook(mark, dossier),
      halo: halos.get(mark.id) ?? null,
    })),
    ...fanned.map(({ row, offset }): DrawnMark => ({
      lngLat: spot,
      offset,
      look: { glyph: lookOfRow(index, sectors, row) },
      halo: rows.has(row) ? haloOf(row) : null,
    })),
  ];
}
