import { booleanIntersects, booleanPointInPolygon, lineString } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { NO_OUTLINES, outlinesOf } from '../../../src/dossier/outlines.ts';
import { latitude, longitude, mercatorX, mercatorY } from '../../../src/dossier/projectIndex.ts';
import type { Bounds } from '../../../src/dossier/types.ts';
import { encodeArea, type Area } from '../../../src/view/area.ts';
import { frameOfSeen } from '../../../src/view/frame.ts';
import { inArea, inFrame } from '../../../src/view/spatial.ts';
import { arbitraryArea, arbitraryRing } from './arbitraryArea.ts';
import { areaPlace, borderLine, box, indexOf, outlineOf, polygonFeature } from './placed.ts';

const WORLD = 2 ** 32;
/** Turf is given the map's plane, in which edges are straight, in units about as large as degrees. */
const UNIT = 2 ** 24;
const TURN = WORLD / UNIT;
const TURNS = [-2, -1, 0, 1, 2];

function areaOf(ring: Position[]): Area {
  const area = encodeArea(ring);
  if ('problem' in area) throw new Error(area.problem);
  return area;
}

const onMap = (ring: readonly Position[]): Position[] =>
  ring.map(([lng = 0, lat = 0]) => [
    Math.round((lng / 360 + 0.5) * WORLD) / UNIT,
    mercatorY(lat) / UNIT,
  ]);
const moved = (ring: readonly Position[], turns: number): Position[] =>
  ring.map(([x = 0, y = 0]) => [x + TURN * turns, y]);

/** A position in an area's bounding box or a little beside it. */
const beside = ({ corners }: Area, u: number, v: number): Position => {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const along = (values: number[], part: number) =>
    Math.min(...values) + (Math.max(...values) - Math.min(...values)) * part;
  const x = along(xs, u);
  const y = Math.max(0, Math.min(WORLD - 1, along(ys, v)));
  return [longitude(x - WORLD * Math.floor(x / WORLD)), latitude(y)];
};

const part = fc.double({ min: -0.3, max: 1.3, noNaN: true });
const spots = fc.array(fc.array(fc.tuple(part, part), { maxLength: 3 }), { maxLength: 40 });

describe('in an area', () => {
  test('are the spots that Turf finds in it, on the map', () => {
    fc.assert(
      fc.property(arbitraryArea, spots, (area, parts) => {
        const placings = parts.map((pairs) => ({ at: pairs.map(([u, v]) => beside(area, u, v)) }));
        const index = indexOf(placings);
        const mask = inArea(area, { index, areas: [], lines: [] }, NO_OUTLINES);
        const drawn = polygonFeature(area.corners.map(([x, y]) => [x / UNIT, y / UNIT]));
        placings.forEach(({ at }, row) => {
          const isIn = at.some(([lng = 0, lat = 0]) =>
            [0, TURN].some((turn) =>
              booleanPointInPolygon([mercatorX(lng) / UNIT + turn, mercatorY(lat) / UNIT], drawn),
            ),
          );
          expect(mask[row]).toBe(Number(isIn));
        });
      }),
      { numRuns: 500 },
    );
  });

  test('are the areas and borders that Turf finds to meet it, wherever their markers are', () => {
    fc.assert(
      fc.property(
        arbitraryArea,
        arbitraryRing,
        arbitraryRing,
        fc.boolean(),
        (area, region, line, isNear) => {
          // Half of them where the area is, which is seldom by chance.
          const [home = [0, 0]] = area.corners;
          const [from = 0] = region[0] ?? [];
          const shift = isNear ? longitude(home[0]) - from : 0;
          const ring = region.map(([lng = 0, lat = 0]): Position => [lng + shift, lat]);
          const outlines = outlinesOf([], [outlineOf('UZ-SA', ring)], []);
          const index = indexOf([{ at: [[0, 0]], area: 1 }, { at: [[0, 0]] }]);
          const areas = [areaPlace('region', 'UZ-SA', ['UZ'])];
          const mask = inArea(area, { index, areas, lines: [borderLine(1, line)] }, outlines);

          const drawn = polygonFeature(area.corners.map(([x, y]) => [x / UNIT, y / UNIT]));
          const meets = (turned: (turns: number) => Parameters<typeof booleanIntersects>[0]) =>
            Number(TURNS.some((turns) => booleanIntersects(turned(turns), drawn)));
          expect(mask[0]).toBe(meets((turns) => polygonFeature(moved(onMap(ring), turns))));
          expect(mask[1]).toBe(meets((turns) => lineString(moved(onMap(line), turns))));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is what lies on its edge', () => {
    const area = areaOf(box(-90, -45, 90, 45));
    const index = indexOf([{ at: [[90, 0]] }, { at: [[-90, 0]] }, { at: [[90.001, 0]] }]);
    expect([...inArea(area, { index, areas: [], lines: [] }, NO_OUTLINES)]).toEqual([1, 1, 0]);
  });

  test('has edges that are straight on the map, not in degrees', () => {
    const area = areaOf([
      [0, 0],
      [60, 0],
      [60, 80],
    ]);
    // Halfway along the long edge the map’s straight line is at 57° N, and not at 40°.
    const index = indexOf([{ at: [[30, 56.5]] }, { at: [[30, 57.5]] }]);
    expect([...inArea(area, { index, areas: [], lines: [] }, NO_OUTLINES)]).toEqual([1, 0]);
  });

  const outlines = outlinesOf(
    [
      outlineOf('Q265', box(60, 38, 70, 45), { country: 'UZ' }),
      outlineOf('Q232', box(60, 45, 70, 52), { country: 'KZ' }),
    ],
    [
      outlineOf('UZ-SA', box(64, 39, 66, 41), { country: 'UZ' }),
      // A hole in it, as the even-odd rule has it.
      {
        ...outlineOf('UZ-XX', []),
        geometry: {
          type: 'Polygon',
          coordinates: [box(60, 20, 70, 30), box(62, 22, 68, 28)].map((ring) => [
            ...ring,
            ...ring.slice(0, 1),
          ]),
        },
      },
    ],
    [],
  );
  const small = areaOf(box(64.4, 39.4, 64.6, 39.6));

  test.each([
    ['within the area’s outline', areaPlace('region', 'UZ-SA'), 1],
    ['within the country’s', areaPlace('country', 'Q265'), 1],
    ['apart from the country’s', areaPlace('country', 'Q232'), 0],
    [
      'within one of the countries',
      { ...areaPlace('country', '', ['UZ', 'KZ']), id: undefined },
      1,
    ],
  ])('an area drawn %s is judged by it, and not by its marker', (_, place, expected) => {
    const { id, ...others } = place;
    const areas = [id === undefined ? others : { ...others, id }];
    for (const marker of [
      [64.5, 39.5],
      [0, 0],
    ]) {
      const index = indexOf([{ at: [marker], area: 1 }]);
      expect([...inArea(small, { index, areas, lines: [] }, outlines)]).toEqual([expected]);
    }
  });

  test('in the hole of an outline doesn’t meet it, and around an outline does', () => {
    const areas = [areaPlace('region', 'UZ-XX')];
    const index = indexOf([{ at: [[65, 25]], area: 1 }]);
    const judge = (area: Area) => inArea(area, { index, areas, lines: [] }, outlines)[0];
    expect(judge(areaOf(box(64, 24, 66, 26)))).toBe(0);
    expect(judge(areaOf(box(64, 24, 69, 26)))).toBe(1);
    expect(judge(areaOf(box(50, 10, 80, 40)))).toBe(1);
  });

  test('an area without an outline is judged by its markers', () => {
    const areas = [
      areaPlace('region', 'KZ-ZZ'),
      { level: 'country' as const, countries: ['UZ', 'FR'], name: { en: '' } },
    ];
    const index = indexOf([
      { at: [[64.5, 39.5]], area: 1 },
      { at: [[0, 0]], area: 1 },
      { at: [[2, 48]], area: 2 },
    ]);
    const judge = (area: Area) => [...inArea(area, { index, areas, lines: [] }, outlines)];
    expect(judge(small)).toEqual([1, 0, 1]);
    expect(judge(areaOf(box(1, 47, 3, 49)))).toEqual([0, 0, 1]);
    expect(judge(areaOf(box(20, 47, 23, 49)))).toEqual([0, 0, 0]);
  });

  test('is no project that isn’t placed', () => {
    const areas = [areaPlace('region', 'UZ-SA')];
    const index = indexOf([{ at: [] }, { at: [], area: 1 }]);
    expect([...inArea(small, { index, areas, lines: [] }, outlines)]).toEqual([0, 0]);
  });
});

describe('in a frame', () => {
  const frame = fc
    .tuple(
      fc.integer({ min: -1800, max: 1800 }),
      fc.integer({ min: -900, max: 899 }),
      fc.integer({ min: -1800, max: 1800 }),
      fc.integer({ min: 1, max: 900 }),
    )
    .map(([west, south, east, height]): Bounds => [
      west / 10,
      south / 10,
      east / 10,
      Math.min(900, south + height) / 10,
    ]);
  const position = fc.tuple(
    fc.integer({ min: -1799, max: 1799 }).map((lng) => lng / 10),
    fc.integer({ min: -850, max: 850 }).map((lat) => lat / 10),
  );

  test('are the spots that lie in its degrees, across the antimeridian too', () => {
    fc.assert(
      fc.property(frame, fc.array(fc.array(position, { maxLength: 2 })), (frame, positions) => {
        const [west, south, east, north] = frame;
        const index = indexOf(positions.map((at) => ({ at })));
        const mask = inFrame(frame, { index, areas: [], lines: [] }, NO_OUTLINES);
        positions.forEach((at, row) => {
          const isIn = at.some(
            ([lng, lat]) =>
              lat >= south &&
              lat <= north &&
              (west <= east ? lng >= west && lng <= east : lng >= west || lng <= east),
          );
          expect(mask[row]).toBe(Number(isIn));
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('is what is in the area of the same corners', () => {
    fc.assert(
      fc.property(frame, arbitraryRing, (frame, ring) => {
        const [west, south, east, north] = frame;
        const area = encodeArea(box(west, south, east < west ? east + 360 : east, north));
        fc.pre(!('problem' in area));
        const outlines = outlinesOf([], [], [outlineOf('Q5', ring)]);
        const dossier = {
          index: indexOf([{ at: [[0, 0]], area: 1 }]),
          areas: [areaPlace('water', 'Q5')],
          lines: [],
        };
        expect(inFrame(frame, dossier, outlines)).toEqual(inArea(area, dossier, outlines));
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, Bounds, number[]]>([
    ['the whole world', [-180, -90, 180, 90], [1, 1, 1, 1]],
    ['across the antimeridian', [170, -90, -170, 90], [1, 1, 0, 0]],
    ['west of it', [170, -90, 180, 90], [1, 1, 0, 0]],
    ['the north', [-180, 60, 180, 90], [0, 1, 0, 0]],
  ])('%s', (_, frame, expected) => {
    const outlines = outlinesOf([], [], [outlineOf('Q5', box(175, 50, 185, 70))]);
    const index = indexOf([
      { at: [[-180, 0]] },
      { at: [[0, 0]], area: 1 },
      { at: [[0, 0]] },
      { at: [[-60, 20]] },
    ]);
    const areas = [areaPlace('water', 'Q5')];
    expect([...inFrame(frame, { index, areas, lines: [] }, outlines)]).toEqual(expected);
  });
});

test.each<[Bounds, Bounds]>([
  [
    [46, 37, 87, 55],
    [46, 37, 87, 55],
  ],
  [
    [170, -10, 190, 10],
    [170, -10, -170, 10],
  ],
  [
    [-190, -10, -170, 10],
    [170, -10, -170, 10],
  ],
  [
    [-250, -95, 250, 95],
    [-180, -90, 180, 90],
  ],
])('what is seen of the map, %j, is the frame %j', (seen, frame) => {
  expect(frameOfSeen(seen)).toEqual(frame);
});
