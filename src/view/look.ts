import type { Kind, Level, Project } from '../dossier/types.ts';

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

export function lookOf({ kind, sector, location }: Project): Look {
  return {
    shape: KIND_SHAPES[kind],
    color: sector.color,
    icon: sector.icon,
    hollow: location !== null && isArea(location.place.level),
  };
}

/** Whether a place of this level is an area, so that its marker only stands for it. */
export function isArea(level: Level): boolean {
  return level === 'region' || level === 'country' || level === 'water';
}
