import { distance, lineString, nearestPointOnLine } from '@turf/turf';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mercatorX, mercatorY } from '../../../src/dossier/projectIndex.ts';
import { nearestOnLine } from '../../../src/map/nearestOnLine.ts';

const line = (...coordinates: Position[]) => ({ type: 'LineString' as const, coordinates });

const position = fc.tuple(
  fc.double({ min: -80, max: 80, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);

/** How far apart two positions are on the map, degrees of longitude. */
function apart([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const degree = 2 ** 32 / 360;
  return Math.hypot(mercatorX(ax) - mercatorX(bx), mercatorY(ay) - mercatorY(by)) / degree;
}

describe('nearestOnLine', () => {
  it('is within a segment, at an end, or the only position', () => {
    expect(nearestOnLine(line([60, 0], [70, 0]), [64, 3])).toEqual([64, expect.closeTo(0)]);
    expect(nearestOnLine(line([60, 0], [70, 0]), [50, 3])).toEqual([60, expect.closeTo(0)]);
    expect(nearestOnLine(line([60, 0], [60, 0]), [50, 3])).toEqual([60, expect.closeTo(0)]);
  });

  it('is of the nearest of several lines', () => {
    const lines = {
      type: 'MultiLineString' as const,
      coordinates: [line([60, 40], [70, 40]).coordinates, line([60, 30], [70, 30]).coordinates],
    };
    expect(nearestOnLine(lines, [65, 32])).toEqual([65, expect.closeTo(30)]);
  });

  it('goes over the antimeridian, from any copy of the world', () => {
    const over = line([178, 0], [-178, 10]);
    for (const turn of [-720, 0, 360]) {
      const [lng = NaN] = nearestOnLine(over, [turn - 179, 5]);
      expect(Math.abs(lng - (turn - 179))).toBeLessThan(2);
    }
  });

  it('is nowhere farther on the map than any position of the line', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 6 }), position, (at, to) => {
        const found = apart(nearestOnLine(line(...at), to), to);
        for (const corner of at) expect(found).toBeLessThanOrEqual(apart(corner, to) + 1e-6);
      }),
    );
  });

  it('is where Turf finds it on the sphere, as far as lines are short', () => {
    const near = fc.tuple(
      fc.double({ min: 66, max: 66.2, noNaN: true }),
      fc.double({ min: 42, max: 42.2, noNaN: true }),
    );
    fc.assert(
      fc.property(near, near, near, (from, to, at) => {
        const found = distance(nearestOnLine(line(from, to), at), at);
        const onSphere = nearestPointOnLine(lineString([from, to]), at);
        expect(found).toBeCloseTo(distance(onSphere, at), 1);
      }),
    );
  });
});
