import { beforeAll, describe, expect, test } from 'vitest';
import type { Dossier, Project } from '../../../src/dossier/types.ts';
import { MARK_RADIUS, marksAt, rowsWithin, type Mark } from '../../../src/map/marks.ts';
import { MarkSteps } from '../../../src/map/markSteps.ts';
import { frameOf, Surveyor } from '../../../src/map/survey.ts';
import { openPublished, projectsOf } from '../published.ts';

let dossier: Dossier;
let projects: readonly Project[];
let marks: readonly Mark[];
beforeAll(async () => {
  dossier = await openPublished();
  projects = await projectsOf(dossier);
  const world = {
    getWest: () => -180,
    getEast: () => 180,
    getSouth: () => -85,
    getNorth: () => 85,
  };
  const everything = new Uint8Array(dossier.index.size).fill(1);
  const surveyor = new Surveyor(dossier.index, dossier.sectors.length);
  ({ marks } = surveyor.survey(everything, frameOf(world), 3));
});

/** The ids of the projects that a mark stands for. */
function ids({ extent }: Mark): readonly string[] {
  const everything = new Uint8Array(dossier.index.size).fill(1);
  return rowsWithin(dossier.index, everything, extent).map((row) => projects[row]?.id ?? '');
}

describe('marks', () => {
  test('stand for every placed project, and for no other', () => {
    const placed = projects.filter(({ location }) => location !== null).map(({ id }) => id);
    expect(new Set(marks.flatMap(ids))).toEqual(new Set(placed));
  });

  test('gather the projects at one spot', () => {
    const tashkent = marks.map(ids).find((found) => found.length === 2);
    expect(tashkent?.toSorted()).toEqual([
      'inter-parliamentary-council-first-meeting',
      'tashkent-residential-commercial-infrastructure',
    ]);
  });

  test('stand in each of the countries that a project is placed in', () => {
    expect(marks.filter((mark) => ids(mark).includes('agricultural-products'))).toHaveLength(2);
  });
});

describe('a click', () => {
  const at = (x: number, y: number, index: number) => {
    const mark = marks.filter(({ count }) => count === 1)[index];
    if (mark === undefined) throw new Error(`There is no mark ${index}.`);
    return { mark, x, y };
  };

  test('means the mark under it and all that overlap that', () => {
    const screen = [at(100, 100, 0), at(100 + MARK_RADIUS, 100, 1), at(300, 100, 2)];
    expect(marksAt(screen, 98, 100)).toEqual(screen.slice(0, 2).map(({ mark }) => mark));
    expect(marksAt(screen, 300, 105)).toEqual([screen[2]?.mark]);
  });

  test('means nothing on empty ground', () => {
    expect(marksAt([at(100, 100, 0)], 100, 100 + MARK_RADIUS * 2)).toEqual([]);
    expect(marksAt([], 0, 0)).toEqual([]);
  });

  test('reaches as far as a large mark is drawn', () => {
    const screen = at(100, 100, 0);
    const large = { ...screen, mark: { ...screen.mark, count: 12_000 } };
    expect(marksAt([large], 100, 100 + MARK_RADIUS + 9)).toEqual([large.mark]);
  });
});

describe('stepping with the keyboard', () => {
  test('goes through all marks and begins anew, in both directions', () => {
    const steps = new MarkSteps();
    const order = marks.map(() => steps.step(1, marks)?.mark);
    expect(order).toEqual(marks);
    expect(steps.step(1, marks)?.index).toBe(0);
    expect(steps.step(-1, marks)?.index).toBe(marks.length - 1);
  });

  test('keeps its order while the map moves, until it is reset', () => {
    const steps = new MarkSteps();
    steps.step(1, marks);
    expect(steps.step(1, marks.toReversed())?.mark).toBe(marks[1]);
    steps.reset();
    expect(steps.current).toBeNull();
    expect(steps.step(1, marks.toReversed())?.mark).toBe(marks.at(-1));
  });

  test('finds nothing where there are no marks', () => {
    expect(new MarkSteps().step(1, [])).toBeNull();
  });
});
