import type { Position } from 'geojson';
import type { Project } from '../dossier/types.ts';

/** What stands at one spot: a project, or several that the article places there. */
export interface Mark {
  readonly id: string;
  readonly position: Position;
  readonly projects: readonly [Project, ...Project[]];
}

/** One mark for each spot at which projects stand, in the order of the projects. */
export function marksOf(projects: readonly Project[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const project of projects) {
    for (const position of project.location?.markers ?? []) {
      const id = position.slice(0, 2).join('/');
      const mark = marks.get(id);
      marks.set(id, { id, position, projects: mark ? [...mark.projects, project] : [project] });
    }
  }
  return [...marks.values()];
}

/** A mark as it lies on the screen, pixels. */
export interface ScreenMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** The radius of a mark on the screen, pixels, with its ring. */
export const MARK_RADIUS = 15;
/** How far from a mark's edge a finger still means it, pixels. */
const SLACK = 5;

/**
 * What a click at a point means: the nearest mark, and each that overlaps it, so that none stays
 * out of reach beneath another. Empty where no mark is near.
 */
export function marksAt(marks: readonly ScreenMark[], x: number, y: number): readonly Mark[] {
  const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.hypot(a.x - b.x, a.y - b.y);
  const byDistance = marks
    .map((mark) => ({ mark, away: distance(mark, { x, y }) }))
    .sort((a, b) => a.away - b.away);
  const [nearest] = byDistance;
  if (nearest === undefined || nearest.away > MARK_RADIUS + SLACK) return [];
  return byDistance
    .filter(({ mark }) => distance(mark, nearest.mark) < 2 * MARK_RADIUS)
    .map(({ mark }) => mark.mark);
}

/** The projects of marks, each once. */
export function projectsOf(marks: readonly Mark[]): readonly Project[] {
  return [...new Set(marks.flatMap(({ projects }) => projects))];
}
