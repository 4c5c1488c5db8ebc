import fc from 'fast-check';
import type { Position } from 'geojson';
import { latitude, longitude } from '../../../src/dossier/projectIndex.ts';
import { encodeArea, type Area } from '../../../src/view/area.ts';

const WORLD = 2 ** 32;

/**
 * Rings that don't cross themselves, degrees, not closed: their corners are seen from a middle one
 * after the other. They lie anywhere, across the antimeridian too, and are from some 200 m to
 * half the world wide.
 */
export const arbitraryRing: fc.Arbitrary<Position[]> = fc
  .record({
    x: fc.double({ min: 0, max: WORLD, noNaN: true }),
    y: fc.double({ min: 0.05 * WORLD, max: 0.95 * WORLD, noNaN: true }),
    size: fc.double({ min: 8, max: 31, noNaN: true }),
    corners: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0.05, max: 1, noNaN: true })),
      { minLength: 3, maxLength: 40 },
    ),
  })
  .map(({ x, y, size, corners }) => {
    const all = corners.reduce((sum, [step]) => sum + step, 0);
    let angle = 0;
    return corners.map(([step, far]): Position => {
      angle += (2 * Math.PI * step) / all;
      const reach = 2 ** size * far;
      const south = Math.max(0, Math.min(WORLD, y + reach * Math.sin(angle)));
      return [longitude(x + reach * Math.cos(angle)), latitude(south)];
    });
  });

/** Areas of such rings, where they are still such once rounded. */
export const arbitraryArea: fc.Arbitrary<Area> = arbitraryRing
  .map((ring) => encodeArea(ring))
  .filter((area): area is Area => !('problem' in area));
