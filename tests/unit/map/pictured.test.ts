import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProjectIndex } from '../../../src/dossier/projectIndex.ts';
import type { Mark } from '../../../src/map/marks.ts';
import { picturedOf, type Drawn } from '../../../src/map/pictured.ts';
import { Surveyor } from '../../../src/map/survey.ts';
import { arbitraryIndex, TABLES } from '../dossier/arbitraryIndex.ts';

const WORLD = { west: 0, width: 2 ** 32, north: 0, south: 2 ** 32 };
const NOTHING = { marks: new Set<Mark>(), areas: new Set<number>(), lines: new Set<number>() };

/** All of an index as it is drawn at a zoom. */
function drawn(index: ProjectIndex, mask = new Uint8Array(index.size).fill(1), zoom = 2): Drawn {
  const survey = new Surveyor(index, TABLES.sectors).survey(mask, WORLD, zoom);
  return { index, mask, survey, fanned: [] };
}

/** Projects each with a marker, `[x, y, area]`; an area's number, or 0 for a spot. */
function indexOf(places: readonly (readonly [number, number, number])[]): ProjectIndex {
  const size = places.length;
  return {
    size,
    sector: new Uint16Array(size),
    kind: new Uint8Array(size),
    status: new Uint8Array(size),
    countries: new Uint16Array(size),
    area: Uint16Array.from(places, ([, , area]) => area),
    when: new Uint32Array(size),
    spans: { first: new Int32Array(), last: new Int32Array() },
    markers: {
      row: Uint32Array.from(places, (_, row) => row),
      x: Uint32Array.from(places, ([x]) => x),
      y: Uint32Array.from(places, ([, y]) => y),
    },
  };
}

/** Two at one spot, one at another, and one in each of two areas. */
const FEW = indexOf([
  [1e9, 1e9, 0],
  [1e9, 1e9, 0],
  [2e9, 1e9, 0],
  [3e9, 1e9, 1],
  [3e9, 2e9, 2],
]);
const marksOf = ({ survey }: Drawn, ...numbers: number[]) =>
  new Set(survey.marks.filter((_, number) => numbers.includes(number)));

describe('in a picture', () => {
  test('is nothing where nothing is seen', () => {
    expect(picturedOf(drawn(FEW), NOTHING)).toEqual({
      rows: [],
      alone: [],
      hasAreas: false,
      hasBorders: false,
      hasSeveral: false,
    });
  });

  test('is what has its mark there, alone or with others', () => {
    const all = drawn(FEW);
    expect(picturedOf(all, { ...NOTHING, marks: marksOf(all, 1) })).toMatchObject({
      rows: [2],
      alone: [2],
      hasAreas: false,
      hasSeveral: false,
    });
    expect(picturedOf(all, { ...NOTHING, marks: marksOf(all, 0, 2) })).toMatchObject({
      rows: [0, 1, 3],
      alone: [3],
      hasAreas: true,
      hasSeveral: true,
    });
  });

  test('is what is in an area shaded there, or along a line, wherever its mark stands', () => {
    const all = drawn(FEW);
    expect(picturedOf(all, { ...NOTHING, areas: new Set([1]), lines: new Set([2]) })).toEqual({
      rows: [2, 4],
      alone: [],
      hasAreas: true,
      hasBorders: true,
      hasSeveral: false,
    });
  });

  test('is nothing that the filter hides', () => {
    const some = drawn(FEW, Uint8Array.of(1, 0, 0, 0, 0));
    expect(
      picturedOf(some, {
        marks: new Set(some.survey.marks),
        areas: new Set([0, 1]),
        lines: new Set([2]),
      }),
    ).toEqual({ rows: [0], alone: [0], hasAreas: false, hasBorders: false, hasSeveral: false });
  });

  test('has what is set around its spot a mark of its own', () => {
    const all = { ...drawn(FEW), fanned: [0, 1] };
    expect(picturedOf(all, { ...NOTHING, marks: marksOf(all, 0) }).alone).toEqual([0, 1]);
    expect(picturedOf(all, { ...NOTHING, marks: marksOf(all, 1) }).alone).toEqual([2]);
  });

  test('are with all marks all projects that are placed, from however far one looks', () => {
    fc.assert(
      fc.property(arbitraryIndex, fc.integer({ min: 0, max: 9 }), (index, zoom) => {
        const all = drawn(index, undefined, zoom);
        const { rows } = picturedOf(all, { ...NOTHING, marks: new Set(all.survey.marks) });
        expect(rows).toEqual([...new Set(index.markers.row)]);
      }),
    );
  });

  test('are as many as the marks tell, each mark by itself', () => {
    fc.assert(
      fc.property(arbitraryIndex, fc.integer({ min: 0, max: 4 }), (index, zoom) => {
        const all = drawn(index, undefined, zoom);
        for (const mark of all.survey.marks) {
          const { rows, hasSeveral } = picturedOf(all, { ...NOTHING, marks: new Set([mark]) });
          expect(rows).toHaveLength(mark.count);
          expect(hasSeveral).toBe(mark.count > 1);
        }
      }),
    );
  });
});
