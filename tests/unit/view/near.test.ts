import { booleanPointInPolygon, distance, lineString, pointToLineDistance } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { NO_OUTLINES, outlinesOf, type Outline } from '../../../src/dossier/outlines.ts';
import type { BorderLine, Place } from '../../../src/dossier/types.ts';
import { EARTH_RADIUS, kilometresShown, nearest, type Near } from '../../../src/view/near.ts';
import {
  areaPlace,
  borderLine,
  box,
  everyRow,
  indexOf,
  outlineOf,
  polygonFeature,
  type Placing,
} from './placed.ts';

/** Metres in a degree of a great circle: a 360th of 2πR. */
const DEGREE = (EARTH_RADIUS * Math.PI) / 180;

interface Scene {
  readonly placings: readonly Placing[];
  readonly areas?: readonly Place[];
  readonly lines?: readonly BorderLine[];
  readonly outlines?: readonly Outline[];
  readonly countries?: readonly Outline[];
}

function near(row: number, scene: Scene, most = 5): readonly Near[] {
  const { placings, areas = [], lines = [], outlines = [], countries = [] } = scene;
  const index = indexOf(placings);
  return nearest(
    row,
    { index, areas, lines },
    outlinesOf(countries, outlines, []),
    everyRow(index),
    most,
  );
}

const BOX: Outline = outlineOf('UZ-SA', box(60, -5, 70, 5), { country: 'UZ' });
const REGION: Place = areaPlace('region', 'UZ-SA', ['UZ']);

describe('between spots', () => {
  test('the distance is that of the great circle', () => {
    // The example of https://rosettacode.org/wiki/Haversine_formula: airports of Nashville and Los
    // Angeles, 2887.2599506 km on a sphere of 6372.8 km.
    const [found] = near(0, { placings: [{ at: [[-86.67, 36.12]] }, { at: [[-118.4, 33.94]] }] });
    expect(found?.kind).toBe('exact');
    expect((found?.metres ?? 0) / 1000).toBeCloseTo(2887.2599506 * (6371.0088 / 6372.8), 3);
  });

  test('a degree of the equator, and of a meridian, is a 360th of the way round', () => {
    const found = near(0, {
      placings: [{ at: [[179.5, 0]] }, { at: [[-179.5, 0]] }, { at: [[179.5, 1]] }],
    });
    expect(found.map(({ row }) => row).sort()).toEqual([1, 2]);
    for (const { metres } of found) expect(metres).toBeCloseTo(DEGREE, 0);
  });

  test('of several markers the nearest counts, and each project once', () => {
    const found = near(0, {
      placings: [
        {
          at: [
            [0, 0],
            [50, 0],
          ],
        },
        {
          at: [
            [10, 0],
            [52, 0],
            [100, 0],
          ],
        },
        { at: [[1, 0]] },
      ],
    });
    expect(found.map(({ row }) => row)).toEqual([2, 1]);
    expect(found[1]?.metres).toBeCloseTo(2 * DEGREE, 0);
  });

  test('at the same place it is 0, the first rows first', () => {
    const found = near(2, { placings: Array<Placing>(9).fill({ at: [[66, 40]] }) });
    expect(found).toEqual([0, 1, 3, 4, 5].map((row) => ({ row, kind: 'exact', metres: 0 })));
  });

  test('what isn’t placed has none, nor what is masked', () => {
    const placings = [{ at: [] }, { at: [[66, 40]] }, { at: [[66, 41]] }, { at: [[66, 42]] }];
    expect(near(0, { placings })).toEqual([]);
    const index = indexOf(placings);
    const mask = Uint8Array.from([1, 1, 0, 1]);
    const found = nearest(1, { index, areas: [], lines: [] }, NO_OUTLINES, mask);
    expect(found.map(({ row }) => row)).toEqual([3]);
  });
});

describe('to and from an area', () => {
  const scene: Scene = {
    // Beside the area, in it, and its marker far from its edge.
    placings: [{ at: [[59, 0]] }, { at: [[61, 0]] }, { at: [[65, 0]], area: 1 }],
    areas: [REGION],
    outlines: [BOX],
  };

  test('the distance is to its outline, at least; the marker is no site', () => {
    expect(near(0, scene)).toEqual([
      { row: 2, kind: 'at-least', metres: expect.closeTo(DEGREE, 0) },
      { row: 1, kind: 'exact', metres: expect.closeTo(2 * DEGREE, 0) },
    ]);
    expect(near(2, scene)).toEqual([
      { row: 0, kind: 'at-least', metres: expect.closeTo(DEGREE, 0) },
      { row: 1, kind: 'within', metres: 0 },
    ]);
  });

  test('a spot in it is within, and so it is told last', () => {
    expect(near(1, scene)).toEqual([
      { row: 0, kind: 'exact', metres: expect.closeTo(2 * DEGREE, 0) },
      { row: 2, kind: 'within', metres: 0 },
    ]);
  });

  test('without an outline, or not all of them, nothing is told', () => {
    const both: Place = { name: { en: 'Both' }, level: 'country', countries: ['UZ', 'KZ'] };
    const placings = [{ at: [[59, 0]] }, { at: [[65, 0]], area: 1 }, { at: [[66, 0]], area: 2 }];
    const countries = [outlineOf('Q265', box(60, -5, 70, 5), { country: 'UZ' })];
    const areas = [areaPlace('region', 'UZ-XX'), both];
    for (const row of [0, 1, 2]) expect(near(row, { placings, areas, countries })).toEqual([]);
  });

  test('is followed along a parallel, which is no great circle', () => {
    const long: Scene = {
      ...scene,
      placings: [{ at: [[100, 48]] }, { at: [[0, 0]], area: 1 }],
      outlines: [outlineOf('UZ-SA', box(60, 49, 140, 60))],
    };
    const [found] = near(0, long);
    expect(found?.metres).toBeGreaterThan(DEGREE - 300);
    expect(found?.metres).toBeLessThan(DEGREE + 1);
  });

  test('round the antimeridian it is as near as elsewhere', () => {
    const found = near(0, {
      placings: [{ at: [[-179, 0]] }, { at: [[0, 0]], area: 1 }, { at: [[-175, 0]] }],
      areas: [REGION],
      outlines: [outlineOf('UZ-SA', box(183, -5, 187, 5))],
    });
    expect(found).toEqual([
      { row: 1, kind: 'at-least', metres: expect.closeTo(2 * DEGREE, 0) },
      { row: 2, kind: 'exact', metres: expect.closeTo(4 * DEGREE, 0) },
    ]);
  });
});

describe('between areas', () => {
  const places = [
    REGION,
    areaPlace('region', 'UZ-BU', ['UZ']),
    areaPlace('country', 'Q265', ['UZ']),
  ];
  const at = (area: number): Placing => ({ at: [[65, 0]], area });
  const withOther = (ring: Position[]): Scene => ({
    placings: [at(1), at(2), at(1)],
    areas: places,
    outlines: [BOX, outlineOf('UZ-BU', ring, { country: 'UZ' })],
  });

  test('that are apart it is between their outlines', () => {
    const [found] = near(0, withOther(box(73, -3, 80, 3)));
    expect(found).toEqual({
      row: 1,
      kind: 'at-least',
      metres: expect.closeTo(distance([70, 3], [73, 3]) * 1000, 0),
    });
  });

  test.each([
    ['have an edge in common', box(70, -5, 80, 5)],
    ['have a corner in common', box(70, 5, 80, 15)],
    ['lie across each other', box(64.3, -10.2, 66.4, 10.3)],
    ['are one in the other', box(64, -1, 66, 1)],
  ])('that %s it is 0', (_, ring) => {
    expect(near(0, withOther(ring))[0]).toEqual({ row: 1, kind: 'at-least', metres: 0 });
    expect(near(1, withOther(ring))[0]).toEqual({ row: 0, kind: 'at-least', metres: 0 });
  });

  test('that are the same, or a country and its region, one is within the other', () => {
    const scene: Scene = {
      placings: [at(1), at(1), at(3)],
      areas: places,
      outlines: [BOX],
      countries: [outlineOf('Q265', box(50, -20, 80, 20), { country: 'UZ' })],
    };
    expect(near(0, scene)).toEqual([
      { row: 1, kind: 'within', metres: 0 },
      { row: 2, kind: 'within', metres: 0 },
    ]);
    expect(near(2, scene).map(({ kind }) => kind)).toEqual(['within', 'within']);
  });
});

describe('to and from a border', () => {
  test('the distance is to its line, at least, and not to the marker in its middle', () => {
    const scene: Scene = {
      placings: [
        { at: [[60, 20]] },
        { at: [[61, -20]] },
        { at: [[65, 0]], area: 1 },
        { at: [[60, 0]] },
      ],
      lines: [
        borderLine(0, [
          [60, -30],
          [60, 0],
          [60, 30],
        ]),
      ],
      areas: [REGION],
      outlines: [outlineOf('UZ-SA', box(58, -5, 70, 5))],
    };
    expect(near(1, scene)[0]).toMatchObject({ row: 0, kind: 'at-least' });
    expect(near(1, scene)[0]?.metres).toBeCloseTo(distance([61, -20], [60, -20]) * 1000, -2);
    const kinds = near(0, scene).map(({ row, kind, metres }) => [
      row,
      kind,
      Math.round(metres / 1000),
    ]);
    expect(kinds).toEqual([
      [2, 'at-least', 0],
      [3, 'at-least', 0],
      [1, 'at-least', Math.round(distance([61, -20], [60, -20]))],
    ]);
  });
});

describe('the closest', () => {
  /** Anywhere alike, so that nothing lies on the edge of another but for a wonder. */
  const between = (min: number, max: number) =>
    fc.noBias(fc.integer({ min: 1e5 * min, max: 1e5 * max })).map((steps) => steps / 1e5);
  const position = fc.tuple(between(-170, 170), between(-70, 70));

  test('of thousands of spots are those that Turf finds', () => {
    // In order, as a published index has neighbours near each other: of the blocks it is gone
    // through by, most are left out, but not all where the closest are in the next one.
    const spots = fc
      .tuple(position, fc.noBias(fc.array(between(0, 5), { minLength: 5000, maxLength: 5000 })))
      .map(([[lng, lat], offsets]) =>
        Array.from({ length: 2500 }, (_, number): Position => [
          lng + (offsets[2 * number] ?? 0),
          lat + (offsets[2 * number + 1] ?? 0),
        ]).sort(([a = 0], [b = 0]) => a - b),
      );
    fc.assert(
      fc.property(spots, fc.nat(150), (spots, before) => {
        const row = 1023 - before;
        const found = near(row, { placings: spots.map((at) => ({ at: [at] })) }, 8);
        const expected = spots
          .flatMap((at, other) => (other === row ? [] : [distance(spots[row] ?? at, at) * 1000]))
          .sort((a, b) => a - b);
        found.forEach(({ metres }, number) => {
          expect(Math.abs(metres - (expected[number] ?? 0))).toBeLessThan(0.1);
        });
        expect(found).toHaveLength(8);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('are sought in each block of the index that may have some', () => {
    // A ring of a degree around, and a cluster 0.7° away: the ring is gone through first.
    const circle = ([x, y]: readonly [number, number], radius: number): Placing[] =>
      Array.from({ length: 1024 }, (_, number) => {
        const angle = (2 * Math.PI * number) / 1024;
        return { at: [[x + radius * Math.cos(angle), y + radius * Math.sin(angle)]] };
      });
    const placings = [...circle([0, 0], 1), ...circle([0.7, 0], 0.01), { at: [[0, 0]] }];
    const found = near(2048, { placings });
    expect(found).toHaveLength(5);
    for (const { row, metres } of found) {
      expect(row).toBeGreaterThanOrEqual(1024);
      expect(metres).toBeCloseTo(0.69 * DEGREE, -2);
    }
  });

  /** A box of some degrees, with a corner at every one at least for Turf. */
  const boxes = fc
    .tuple(position, between(1, 8), between(1, 8))
    .map(([[lng, lat], wide, tall]) => box(lng, lat, lng + wide, lat + tall));

  function dense(ring: readonly Position[]): Position[] {
    return [...ring, ...ring.slice(0, 1)].flatMap(([lng = 0, lat = 0], number) => {
      const [fromLng = lng, fromLat = lat] = ring[number - 1] ?? [];
      return Array.from({ length: 8 }, (_, step): Position => [
        fromLng + ((lng - fromLng) * (step + 1)) / 8,
        fromLat + ((lat - fromLat) * (step + 1)) / 8,
      ]);
    });
  }
  const toLine = (at: Position, line: readonly Position[]) =>
    pointToLineDistance(at, lineString([...line]), { units: 'meters' });

  test('of spots, areas and borders are those that Turf finds, each at its distance', () => {
    const scenes = fc.record({
      spots: fc.array(position, { minLength: 1, maxLength: 4 }),
      rings: fc.array(boxes, { minLength: 1, maxLength: 3 }),
      line: position,
    });
    fc.assert(
      fc.property(scenes, fc.nat(), ({ spots, rings, line: [x, y] }, pick) => {
        const line: Position[] = [
          [x, y],
          [x + 3, y + 1],
        ];
        const placings: Placing[] = [
          ...spots.map((at) => ({ at: [at] })),
          ...rings.map((_, number) => ({ at: [[0, 0]], area: number + 1 })),
          { at: [[x, y]] },
        ];
        const areas = rings.map((_, number) => areaPlace('region', `R-${number}`));
        const outlines = rings.map((ring, number) => outlineOf(`R-${number}`, ring));
        const lineRow = placings.length - 1;
        const row = pick % placings.length;
        const found = near(
          row,
          { placings, areas, outlines, lines: [borderLine(lineRow, line)] },
          placings.length,
        );

        /** What a row stands for: positions along it, and its ring where it is an area. */
        const standing = (row: number) => {
          const ring = rings[row - spots.length];
          if (ring !== undefined) return { along: dense(ring), ring };
          return {
            along: row === lineRow ? dense(line).slice(0, 16) : [spots[row] ?? []],
            ring: null,
          };
        };
        const own = standing(row);
        for (const { row: other, kind, metres } of found) {
          const { along, ring } = standing(other);
          const isSpot = row < spots.length;
          const isOtherSpot = other < spots.length;
          const isIn = (positions: Position[], ring: Position[] | null) =>
            ring !== null &&
            positions.some((at) => booleanPointInPolygon(at, polygonFeature(ring)));
          const areMeeting = isIn(own.along, ring) || isIn(along, own.ring);
          if (kind === 'within') expect(areMeeting).toBe(true);
          else if (isSpot && isOtherSpot) {
            expect(kind).toBe('exact');
            expect(metres).toBeCloseTo(distance(own.along[0] ?? [], along[0] ?? []) * 1000, 0);
          } else {
            expect(kind).toBe('at-least');
            const measured = Math.min(
              ...own.along.map((at) =>
                isOtherSpot ? distance(at, along[0] ?? []) * 1000 : toLine(at, along),
              ),
              ...along.map((at) =>
                isSpot ? distance(at, own.along[0] ?? []) * 1000 : toLine(at, own.along),
              ),
              ...(isSpot ? [toLine(own.along[0] ?? [], along)] : []),
              ...(isOtherSpot ? [toLine(along[0] ?? [], own.along)] : []),
            );
            const expected = areMeeting ? 0 : measured;
            expect(Math.abs(metres - expected)).toBeLessThan(500 + expected / 500);
          }
        }
        expect(new Set(found.map(({ row }) => row)).size).toBe(placings.length - 1);
        const distances = found.filter(({ kind }) => kind !== 'within').map(({ metres }) => metres);
        expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });
});

test.each<[Near['kind'], number, number]>([
  ['exact', 0, 0],
  ['exact', 499, 0],
  ['exact', 501, 1],
  ['exact', 99_400, 99],
  ['exact', 123_456, 123],
  ['exact', 1_234_567, 1230],
  ['exact', 1_235_001, 1240],
  ['at-least', 40_999, 40],
  ['at-least', 999, 0],
  ['at-least', 1_239_999, 1230],
])('%s %i m is shown as %i km', (kind, metres, kilometres) => {
  expect(kilometresShown({ row: 0, kind, metres })).toBe(kilometres);
});
