import { bbox } from '@turf/turf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundAll, boxOf } from '../../../src/map/extent.ts';

test.each<[string, [number, number][], [number, number] | []]>([
  ['nothing', [], []],
  ['one', [[60, 70]], [60, 70]],
  [
    'neighbours',
    [
      [60, 61],
      [10, 12],
    ],
    [10, 61],
  ],
  [
    'both sides of the antimeridian',
    [
      [178, 179],
      [-179, -170],
    ],
    [178, 190],
  ],
  ['an outline that goes on beyond it', [[27, 190]], [27, 190]],
  [
    'all around',
    [
      [-180, 0],
      [-10, 180],
    ],
    [-180, 180],
  ],
])('the span around %s is the shortest', (_, spans, expected) => {
  expect(aroundAll(spans)).toEqual(expected);
});

test('any spans lie in the span around them, wherever one begins to count', () => {
  const span = fc
    .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: 0, max: 200 }))
    .map(([west, width]): [number, number] => [west, west + width]);
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
      const [west = 0, east = 0] = aroundAll(spans);
      for (const [from, to] of spans) {
        const turns = [-720, -360, 0, 360, 720];
        expect(
          east - west === 360 || turns.some((turn) => from + turn >= west && to + turn <= east),
        ).toBe(true);
      }
      // Of those that begin where one of them does, the shortest.
      const widths = spans.map(([start]) =>
        Math.max(...spans.map(([from, to]) => ((((from - start) % 360) + 360) % 360) + to - from)),
      );
      expect(east - west).toBe(Math.min(360, ...widths));
    }),
  );
});

test('the bounds of a shape are those that Turf finds', () => {
  const number = fc.double({ min: -400, max: 400, noNaN: true });
  const position = fc.tuple(number, number).map(([lng, lat]) => [lng, lat]);
  const line = fc.array(position, { minLength: 1, maxLength: 5 });
  const lines = fc.array(line, { minLength: 1, maxLength: 3 });
  const shape = fc.oneof(
    line.map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
    line.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    lines.map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
    lines.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
    fc
      .array(lines, { minLength: 1, maxLength: 3 })
      .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
  );
  fc.assert(
    fc.property(shape, (shape) => {
      expect(boxOf(shape)).toEqual(bbox(shape));
    }),
  );
});
