import { kinks, polygon } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import {
  decodeArea,
  encodeArea,
  ringOf,
  type Area,
  type AreaProblem,
} from '../../../src/view/area.ts';
import { arbitraryArea, arbitraryRing } from './arbitraryArea.ts';

const RUNS = { numRuns: 2000 };
/** Half a step of the grid, degrees of longitude; those of latitude are no longer. */
const HALF_STEP = 180 / 2 ** 23;
/** Web Mercator is rounded first, to 1/512 of a step: half of that is 1/512 of half a step. */
const FARTHEST = HALF_STEP * (1 + 1 / 500);

function soundly(area: ReturnType<typeof encodeArea>): Area {
  if ('problem' in area) throw new Error(area.problem);
  return area;
}

const apart = (a: number, b: number) => Math.abs(a - b - 360 * Math.round((a - b) / 360));

describe('an area', () => {
  test('is what is read from its text', () => {
    fc.assert(
      fc.property(arbitraryArea, (area) => {
        expect(decodeArea(area.text)).toEqual(area);
      }),
      RUNS,
    );
  });

  test('has corners where it was drawn, and no others', () => {
    fc.assert(
      fc.property(arbitraryRing, (ring) => {
        const area = encodeArea(ring);
        fc.pre(!('problem' in area));
        for (const [lng = 0, lat = 0] of ringOf(area))
          expect(
            ring.some(
              ([otherLng = 0, otherLat = 0]) =>
                apart(lng, otherLng) < FARTHEST && Math.abs(lat - otherLat) < FARTHEST,
            ),
          ).toBe(true);
      }),
      RUNS,
    );
  });

  test('has one text, whichever way its ring is written', () => {
    fc.assert(
      fc.property(
        arbitraryArea,
        fc.nat(100),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: -1, max: 1 }),
        (area, start, isReversed, isClosed, isDoubled, turns) => {
          const open = ringOf(area).slice(1);
          const at = start % open.length;
          const moved = [...open.slice(at), ...open.slice(0, at)].map(([lng = 0, lat = 0]) => [
            lng + 360 * turns,
            lat,
          ]);
          const turned = isReversed ? moved.toReversed() : moved;
          const closed = isClosed ? [...turned, ...turned.slice(0, 1)] : turned;
          const ring = isDoubled ? closed.flatMap((position) => [position, position]) : closed;
          expect(encodeArea(ring)).toEqual(area);
        },
      ),
      RUNS,
    );
  });

  test('is read from any corner on and either way round, and written in its one form', () => {
    expect(decodeArea('1DCGGAFD')).toEqual(decodeArea('1DCCAEGA'));
    expect(soundly(decodeArea('1DCGGAFD')).text).toBe('1DCCAEGA');
  });

  test('is written in letters, digits, “-” and “_”, and ends in a letter', () => {
    fc.assert(
      fc.property(arbitraryArea, ({ text }) => {
        expect(text).toMatch(/^1[\w-]*[A-Za-f]$/);
      }),
    );
  });

  test('begins in the west, within the world, and goes round counterclockwise', () => {
    fc.assert(
      fc.property(arbitraryArea, ({ corners }) => {
        const [[west] = [NaN]] = corners;
        expect(west).toBeGreaterThanOrEqual(0);
        expect(west).toBeLessThan(2 ** 32);
        for (const [x] of corners) expect(x).toBeGreaterThanOrEqual(west);
        // The shoelace formula, y to the south: negative where counterclockwise.
        const twice = corners.reduce((sum, [x, y], number) => {
          const [nextX, nextY] = corners[(number + 1) % corners.length] ?? [0, 0];
          return sum + x * nextY - y * nextX;
        }, 0);
        expect(twice).toBeLessThan(0);
      }),
    );
  });

  test('has the text that the format tells', () => {
    const { corners } = soundly(decodeArea('1DCCAEGA'));
    expect(corners).toEqual([
      [512, 512],
      [512, 3 * 512],
      [4 * 512, 3 * 512],
    ]);
  });

  test('leaves out corners in the middle of a straight edge', () => {
    const square: Position[] = [
      [60, 40],
      [65, 40],
      [70, 40],
      [70, 45],
      [60, 45],
    ];
    expect(encodeArea(square)).toEqual(encodeArea(square.toSpliced(1, 1)));
  });

  test('at a pole ends with the map', () => {
    const { corners } = soundly(
      encodeArea([
        [0, 80],
        [10, 89],
        [20, 80],
      ]),
    );
    expect(corners.map(([, y]) => y)).toContain(0);
  });
});

describe('a text cut off or damaged on its way', () => {
  test('is no area, wherever it is cut', () => {
    fc.assert(
      fc.property(arbitraryArea, fc.nat(), ({ text }, cut) => {
        expect(decodeArea(text.slice(0, cut % text.length))).toEqual({ problem: 'malformed' });
      }),
      RUNS,
    );
  });

  test('is either refused, or an area that its own text gives again', () => {
    fc.assert(
      fc.property(
        arbitraryArea,
        fc.nat(),
        fc.nat(3),
        fc.stringMatching(/^[\w-]{0,4}$/),
        ({ text }, at, removed, added) => {
          const from = 1 + (at % text.length);
          const area = decodeArea(text.slice(0, from) + added + text.slice(from + removed));
          if (!('problem' in area)) expect(decodeArea(area.text)).toEqual(area);
        },
      ),
      RUNS,
    );
  });

  test.each([
    '',
    '1',
    '2DCCAEGA',
    '1DCCAEG',
    '1DCCAEGAA',
    '1DCCAEGA.',
    '1DCCAEGgA',
    '1dA',
    'abc_-9',
  ])('“%s” is malformed', (text) => {
    expect(decodeArea(text)).toEqual({ problem: 'malformed' });
  });

  test('any text is read without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const written of [text, `1${text}`]) decodeArea(written);
      }),
    );
  });
});

describe('a ring that is no area', () => {
  const circle = (corners: number): Position[] =>
    Array.from({ length: corners }, (_, number) => {
      const angle = (2 * Math.PI * number) / corners;
      return [66 + 10 * Math.cos(angle), 42 + 10 * Math.sin(angle)];
    });

  test.each<[what: string, problem: AreaProblem, ring: Position[]]>([
    ['nothing', 'few-corners', []],
    ['one corner', 'few-corners', [[60, 40]]],
    ['one corner again and again', 'few-corners', Array<Position>(5).fill([60, 40])],
    [
      'there and back',
      'few-corners',
      [
        [60, 40],
        [70, 45],
        [60, 40],
        [70, 45],
      ],
    ],
    [
      'a straight line',
      'flat-area',
      [
        [60, 40],
        [65, 40],
        [70, 40],
      ],
    ],
    [
      'a bow-tie',
      'crossing-area',
      [
        [60, 40],
        [70, 45],
        [70, 40],
        [60, 45],
      ],
    ],
    [
      'a spike',
      'crossing-area',
      [
        [60, 40],
        [70, 40],
        [70, 45],
        [70, 42],
        [60, 45],
      ],
    ],
    [
      'a ring that touches itself',
      'crossing-area',
      [
        [60, 40],
        [65, 42],
        [70, 40],
        [70, 45],
        [65, 42],
        [60, 45],
      ],
    ],
    [
      'a latitude beyond the pole',
      'out-of-range',
      [
        [60, 40],
        [70, 91],
        [70, 40],
      ],
    ],
    [
      'what isn’t a number',
      'out-of-range',
      [
        [60, 40],
        [NaN, 45],
        [70, 40],
      ],
    ],
    [
      'what is endless',
      'out-of-range',
      [
        [60, 40],
        [Infinity, 45],
        [70, 40],
      ],
    ],
    [
      'more than once round the world',
      'out-of-range',
      [
        [-180, 40],
        [181, 45],
        [70, 30],
      ],
    ],
    ['too many corners', 'many-corners', circle(201)],
  ])('%s is refused', (_, problem, ring) => {
    expect(encodeArea(ring)).toEqual({ problem });
  });

  test('may have 200 corners', () => {
    expect(soundly(encodeArea(circle(200))).corners).toHaveLength(200);
  });

  test('may go once round the world', () => {
    const band: Position[] = [
      [-180, 10],
      [180, 10],
      [180, 20],
      [-180, 20],
    ];
    expect(soundly(encodeArea(band)).corners).toHaveLength(4);
  });

  test('crosses itself just where Turf finds that it does', () => {
    // Far enough apart that none touches another by chance.
    const degrees = fc
      .noBias(fc.integer({ min: -60_000_000, max: 60_000_000 }))
      .map((millionths) => millionths / 1_000_000);
    const position = fc.tuple(degrees, degrees);
    fc.assert(
      fc.property(fc.array(position, { minLength: 4, maxLength: 7 }), (ring) => {
        const area = encodeArea(ring);
        const problem = 'problem' in area ? area.problem : null;
        fc.pre(problem === null || problem === 'crossing-area');
        const onMap = ring.map(([lng, lat]) => [lng, mercator(lat)]);
        const closed = [...onMap, ...onMap.slice(0, 1)];
        const { features } = kinks(polygon([closed]));
        expect(problem === 'crossing-area').toBe(features.length > 0);
      }),
      RUNS,
    );
  });

  function mercator(lat: number): number {
    return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
  }
});
