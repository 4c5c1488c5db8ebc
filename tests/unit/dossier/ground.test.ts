import { booleanPointInPolygon, midpoint, pointToPolygonDistance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ground } from '../../../src/dossier/ground.ts';
import type { Outline } from '../../../src/dossier/outlines.ts';
import { outline } from './fixture.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A star around a middle, from tiny to as wide as a continent; up to the polar circles and beyond. */
const star: fc.Arbitrary<{ shape: Outline; middle: [number, number]; size: number }> = fc
  .record({
    lng: real(-175, 175),
    lat: real(-70, 70),
    size: fc.oneof(real(0.01, 1), real(1, 15)),
    arms: fc.array(real(0.3, 1), { minLength: 3, maxLength: 12 }),
  })
  .map(({ lng, lat, size, arms }) => {
    const ring = arms.map((arm, at) => {
      const angle = (2 * Math.PI * at) / arms.length;
      return [lng + size * arm * Math.cos(angle), lat + size * arm * Math.sin(angle)];
    });
    const coordinates = [[...ring, ring[0] ?? []]];
    const shape: Outline = {
      ...outline('Q1', [0, 0, 1, 1]),
      geometry: { type: 'Polygon', coordinates },
    };
    return { shape, middle: [lng, lat], size };
  });

const offset = fc.tuple(real(-1.5, 1.5), real(-1.5, 1.5));

describe('a ground', () => {
  it('contains just what its outline does', () => {
    fc.assert(
      fc.property(star, offset, ({ shape, middle: [lng, lat], size }, [east, north]) => {
        const position = [lng + east * size, lat + north * size];
        expect(new Ground(shape).contains(position)).toBe(booleanPointInPolygon(position, shape));
      }),
      { numRuns: 1000 },
    );
  });

  it('has an edge near just where it isn’t farther than asked for', () => {
    fc.assert(
      fc.property(
        star,
        offset,
        fc.constantFrom(1, 5, 60, 300),
        ({ shape, middle: [lng, lat], size }, [east, north], kilometers) => {
          const position = [lng + east * size, lat + north * size];
          const distance = Math.abs(
            pointToPolygonDistance(position, shape, { units: 'kilometers' }),
          );
          // Measured edge by edge, it may differ in the last digits.
          fc.pre(Math.abs(distance - kilometers) > 1e-6);
          expect(new Ground(shape).hasEdgeNear(position, kilometers)).toBe(distance < kilometers);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('has its long edges where great circles run, however far from straight', () => {
    fc.assert(
      fc.property(real(-170, 100), real(30, 75), real(1, 60), (west, lat, width) => {
        const [from, to] = [
          [west, lat],
          [west + width, lat],
        ];
        const middle = midpoint(from, to).geometry.coordinates;
        const coordinates = [[from, to, [west + width, 0], [west, 0], from]];
        const shape: Outline = {
          ...outline('Q1', [0, 0, 1, 1]),
          geometry: { type: 'Polygon', coordinates },
        };
        expect(new Ground(shape).hasEdgeNear(middle, 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('may have holes, and parts', () => {
    const square = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const coordinates = [[square(0, 10), square(4, 6)], [square(20, 21)]];
    const shape: Outline = {
      ...outline('Q1', [0, 0, 1, 1]),
      geometry: { type: 'MultiPolygon', coordinates },
    };
    const ground = new Ground(shape);
    expect(
      [
        [2, 2],
        [5, 5],
        [20.5, 20.5],
        [15, 15],
      ].map((at) => ground.contains(at)),
    ).toEqual([true, false, true, false]);
    expect(ground.hasEdgeNear([5, 5], 60)).toBe(false);
    expect(ground.hasEdgeNear([5, 5.9], 60)).toBe(true);
    expect(ground.hasEdgeNear([21.4, 20.5], 60)).toBe(true);
  });

  it('goes on beyond the antimeridian', () => {
    const ground = new Ground(outline('Q1', [175, -20, 185, -10]));
    expect(ground.contains([-178, -15])).toBe(true);
    expect(ground.contains([-174, -15])).toBe(false);
    expect(ground.hasEdgeNear([-174.8, -15], 60)).toBe(true);
  });

  it('is quick to rule out positions inside, far from its edges', () => {
    const ground = new Ground(outline('Q1', [0, 0, 100, 60]));
    const started = performance.now();
    let near = 0;
    for (let at = 0; at < 100_000; at++)
      if (ground.hasEdgeNear([10 + (at % 1000) / 20, 10 + (at % 977) / 30], 5)) near++;
    expect(near).toBe(0);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
