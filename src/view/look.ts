import type { ProjectIndex, Row } from '../dossier/projectIndex.ts';
import { isArea, KINDS, type Kind, type Project, type Sector } from '../dossier/types.ts';

export type Shape = 'circle' | 'square' | 'diamond' | 'hexagon' | 'pentagon';

/** How a project is drawn, alike on the map, in lists and in the legend. */
export interface Look {
  readonly shape: Shape;
  readonly color: string;
  /** The name of a Maki icon. */
  readonly icon: string;
  /** Hollow and dashed: the mark stands for an area, and not on the spot itself. */
  readonly hollow: boolean;
}

export const KIND_SHAPES: Record<Kind, Shape> = {
  project: 'circle',
  event: 'square',
  agreement: 'diamond',
  institution: 'hexagon',
  initiative: 'pentagon',
};

export function lookOf({ kind, sector, location }: Omit<Project, 'row'>): Look {
  return look(kind, sector, location !== null && isArea(location.place.level));
}

/** The look of a project of which no more is at hand than what the index tells. */
export function lookOfRow(index: ProjectIndex, sectors: readonly Sector[], row: Row): Look {
  const kind = KINDS[index.kind[row] ?? 0];
  const sector = sectors[index.sector[row] ?? 0];
  if (kind === undefined || sector === undefined)
    throw new RangeError(`The index has no project ${row}.`);
  return look(kind, sector, (index.area[row] ?? 0) > 0);
}

function look(kind: Kind, { color, icon }: Sector, hollow: boolean): Look {
  return { shape: KIND_SHAPES[kind], color, icon, hollow };
}
