import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeIndex,
  encodeIndex,
  gatherAreas,
  latitude,
  longitude,
  markersOf,
  mercatorX,
  mercatorY,
  type ProjectIndex,
} from '../../../src/dossier/projectIndex.ts';
import { arbitraryIndex, TABLES } from './arbitraryIndex.ts';

const sizeOf = ({ size, spans, markers }: ProjectIndex) => ({
  size,
  spans: spans.first.length,
  markers: markers.row.length,
});

describe('the file of an index', () => {
  test('is the index again when it is read', () => {
    fc.assert(
      fc.property(arbitraryIndex, (index) => {
        const file = encodeIndex(index);
        expect(decodeIndex(file, sizeOf(index), TABLES)).toEqual(index);
      }),
    );
  });

  test('is refused with another length than its projects and markers need', () => {
    fc.assert(
      fc.property(arbitraryIndex, fc.integer({ min: 1, max: 30 }), (index, more) => {
        const file = encodeIndex(index);
        const size = sizeOf(index);
        const longer = new Uint8Array(file.length + more);
        expect(() => decodeIndex(longer, size, TABLES)).toThrow(RangeError);
        for (const part of ['size', 'spans', 'markers'] as const)
          expect(() => decodeIndex(file, { ...size, [part]: size[part] + more }, TABLES)).toThrow(
            RangeError,
          );
      }),
    );
  });

  test('is either refused, or leads nowhere beyond its tables, whatever stands in it', () => {
    fc.assert(
      fc.property(arbitraryIndex, fc.uint8Array({ maxLength: 400 }), (index, noise) => {
        const file = encodeIndex(index).map((byte, at) => noise[at] ?? byte);
        try {
          const read = decodeIndex(file, sizeOf(index), TABLES);
          for (const sector of read.sector) expect(sector).toBeLessThan(TABLES.sectors);
          for (const area of read.area) expect(area).toBeLessThanOrEqual(TABLES.areas);
          for (const when of read.when) expect(when).toBeLessThanOrEqual(index.spans.first.length);
          for (const row of read.markers.row) expect(row).toBeLessThan(index.size);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('a position in Web Mercator', () => {
  test('is the same in degrees to about a centimetre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 179.999, noNaN: true }),
        fc.double({ min: -85.05, max: 85.05, noNaN: true }),
        (lng, lat) => {
          expect(longitude(mercatorX(lng))).toBeCloseTo(lng, 6);
          expect(latitude(mercatorY(lat))).toBeCloseTo(lat, 6);
        },
      ),
    );
  });

  test.each([
    [0, 0, 2 ** 31, 2 ** 31],
    [-180, 90, 0, 0],
    [180, -90, 2 ** 32 - 1, 2 ** 32 - 1],
  ])('of %f, %f is %i, %i: within the map, at the poles too', (lng, lat, x, y) => {
    expect(mercatorX(lng)).toBe(x);
    expect(mercatorY(lat)).toBe(y);
  });
});

test('the markers of a row are all of its own, and no other’s', () => {
  fc.assert(
    fc.property(arbitraryIndex, (index) => {
      for (let row = 0; row < index.size; row++) {
        const [from, to] = markersOf(index, row);
        const own = [...index.markers.row.keys()].filter((at) => index.markers.row[at] === row);
        expect(Array.from({ length: to - from }, (_, at) => from + at)).toEqual(own);
      }
    }),
  );
});

test('the single markers of an area stand together, and no other moves', () => {
  fc.assert(
    fc.property(arbitraryIndex, (index) => {
      const { row, x, y } = index.markers;
      const before = { x: x.slice(), y: y.slice() };
      gatherAreas(index);
      const homes = new Map<number, string>();
      row.forEach((of, marker) => {
        const [from, to] = markersOf(index, of);
        const area = index.area[of] ?? 0;
        if (area === 0 || to - from > 1) {
          expect([x[marker], y[marker]]).toEqual([before.x[marker], before.y[marker]]);
          return;
        }
        const place = `${x[marker]}/${y[marker]}`;
        expect(place).toBe(homes.get(area) ?? place);
        homes.set(area, place);
      });
    }),
  );
});
