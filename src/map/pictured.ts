import type { ProjectIndex, Row } from '../dossier/projectIndex.ts';
import type { Pictured } from '../view/picture.ts';
import type { Mark } from './marks.ts';
import type { Survey } from './survey.ts';

/** What is drawn on the whole map. */
export interface Drawn {
  readonly index: ProjectIndex;
  /** 1 for each project that passes the filter, else 0. */
  readonly mask: Uint8Array;
  readonly survey: Pick<Survey, 'marks' | 'markAt'>;
  /** What is set around the spot at which it stands. */
  readonly fanned: readonly Row[];
}

/** What of it is in the picture. */
export interface Seen {
  readonly marks: ReadonlySet<Mark>;
  /** The numbers of the areas shaded, whatever passes the filter. */
  readonly areas: ReadonlySet<number>;
  /** The rows that have lines, whatever passes the filter. */
  readonly lines: ReadonlySet<Row>;
}

/**
 * Which projects are in a picture: those whose mark is, alone or with others; those whose area is
 * shaded in it; and those whose line runs through it. One pass over the markers.
 */
export function picturedOf({ index, mask, survey, fanned }: Drawn, seen: Seen): Pictured {
  const isSeen = new Uint8Array(index.size);
  let hasAreas = false;
  const { row: rows, x, y } = index.markers;
  for (let marker = 0; marker < rows.length; marker++) {
    const row = rows[marker] ?? 0;
    if (mask[row] !== 1) continue;
    const isShaded = seen.areas.has((index.area[row] ?? 0) - 1);
    const mark = survey.markAt(x[marker] ?? 0, y[marker] ?? 0);
    if (isShaded || (mark !== undefined && seen.marks.has(mark))) isSeen[row] = 1;
    hasAreas ||= isShaded;
  }
  const borders = [...seen.lines].filter((row) => mask[row] === 1);
  for (const row of borders) isSeen[row] = 1;

  const marks = [...seen.marks];
  const alone = new Set([
    ...marks.filter(({ kind }) => kind === 'project').map(({ row }) => row),
    ...fanned.filter((row) => isSeen[row] === 1),
  ]);
  const found: Row[] = [];
  for (let row = 0; row < isSeen.length; row++) if (isSeen[row] === 1) found.push(row);
  return {
    rows: found,
    alone: [...alone].sort((a, b) => a - b),
    hasAreas: hasAreas || marks.some(({ hollow }) => hollow),
    hasBorders: borders.length > 0,
    hasSeveral: marks.some(({ kind }) => kind !== 'project'),
  };
}
