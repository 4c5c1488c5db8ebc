import { beforeAll, describe, expect, test } from 'vitest';
import { checkGeodata } from '../../../geodata/check.ts';
import type { Project } from '../../../src/dossier/types.ts';
import { MARK_RADIUS, marksAt, marksOf, projectsOf, type Mark } from '../../../src/map/marks.ts';
import { MarkSteps } from '../../../src/map/markSteps.ts';

let projects: readonly Project[];
let marks: readonly Mark[];
beforeAll(async () => {
  projects = (await checkGeodata()).dossiers[0]?.projects ?? [];
  marks = marksOf(projects);
});

const ids = (found: readonly Mark[]) => projectsOf(found).map(({ id }) => id);

describe('marks', () => {
  test('stand for every placed project, and for no other', () => {
    const placed = projects.filter(({ location }) => location !== null).map(({ id }) => id);
    expect(new Set(ids(marks))).toEqual(new Set(placed));
  });

  test('gather the projects at one spot', () => {
    const tashkent = marks.find(({ projects }) =>
      projects.some(({ location }) => location?.place.name.en === 'Tashkent'),
    );
    expect(tashkent?.projects.map(({ id }) => id).sort()).toEqual([
      'inter-parliamentary-council-first-meeting',
      'tashkent-residential-commercial-infrastructure',
    ]);
  });

  test('stand in each of the countries that a project is placed in', () => {
    expect(
      marks.filter(({ projects }) => projects.some(({ id }) => id === 'agricultural-products')),
    ).toHaveLength(2);
  });
});

describe('a click', () => {
  const at = (x: number, y: number, index: number) => {
    const mark = marks[index];
    if (mark === undefined) throw new Error(`There is no mark ${index}.`);
    return { mark, x, y };
  };

  test('means the mark under it and all that overlap that', () => {
    const screen = [at(100, 100, 0), at(100 + MARK_RADIUS, 100, 1), at(300, 100, 2)];
    expect(marksAt(screen, 98, 100)).toEqual([marks[0], marks[1]]);
    expect(marksAt(screen, 300, 105)).toEqual([marks[2]]);
  });

  test('means nothing on empty ground', () => {
    expect(marksAt([at(100, 100, 0)], 100, 100 + MARK_RADIUS * 2)).toEqual([]);
    expect(marksAt([], 0, 0)).toEqual([]);
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
