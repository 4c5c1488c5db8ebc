import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mercatorX, mercatorY, type ProjectIndex } from '../../../src/dossier/projectIndex.ts';
import { rowsWithin } from '../../../src/map/marks.ts';
import { covers, frameOf, levelOf, Surveyor } from '../../../src/map/survey.ts';

const SECTORS = 4;
/** Pixels: the largest marks are a little wider. */
const MARK_APART = 51;

/** An index of projects that stand at these places, degrees. */
function indexOf(places: readonly (readonly [lng: number, lat: number])[]): ProjectIndex {
  const size = places.length;
  return {
    size,
    sector: Uint16Array.from({ length: size }, (_, row) => row % SECTORS),
    kind: new Uint8Array(size),
    status: new Uint8Array(size),
    countries: new Uint16Array(size),
    area: new Uint16Array(size),
    when: new Uint32Array(size),
    spans: { first: new Int32Array(), last: new Int32Array() },
    markers: {
      row: Uint32Array.from({ length: size }, (_, row) => row),
      x: Uint32Array.from(places, ([lng]) => mercatorX(lng)),
      y: Uint32Array.from(places, ([, lat]) => mercatorY(lat)),
    },
  };
}

const bounds = (west: number, south: number, east: number, north: number) => ({
  getWest: () => west,
  getSouth: () => south,
  getEast: () => east,
  getNorth: () => north,
});
const WORLD = frameOf(bounds(-180, -85, 180, 85));
const all = (index: ProjectIndex) => new Uint8Array(index.size).fill(1);
const total = (marks: readonly { count: number }[]) =>
  marks.reduce((sum, { count }) => sum + count, 0);

const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);
/** More than are drawn one by one. */
const many = fc.array(place, { minLength: 200, maxLength: 400 });

describe('a few spots', () => {
  test('are each drawn by themselves, however close, wherever one looks', () => {
    const index = indexOf(Array.from({ length: 60 }, (_, at) => [60 + at / 1e5, 40]));
    const far = new Surveyor(index, SECTORS).survey(all(index), frameOf(bounds(0, 0, 1, 1)), 9);
    expect(far.isComplete).toBe(true);
    expect(far.marks).toHaveLength(60);
    expect(new Set(far.marks.map(({ kind }) => kind))).toEqual(new Set(['project']));
  });

  test('gather what stands at the very same one', () => {
    const index = indexOf([
      [69.2, 41.3],
      [69.2, 41.3],
      [71.4, 51.2],
    ]);
    const { marks } = new Surveyor(index, SECTORS).survey(all(index), WORLD, 2);
    expect(marks.map(({ kind, count }) => [kind, count])).toEqual([
      ['spot', 2],
      ['project', 1],
    ]);
    const [spot] = marks;
    expect(spot && rowsWithin(index, all(index), spot.extent)).toEqual([0, 1]);
  });

  test('may be a hundred thousand projects at one', () => {
    const index = indexOf(Array.from({ length: 100_000 }, () => [69.2, 41.3]));
    const { marks } = new Surveyor(index, SECTORS).survey(all(index), WORLD, 2);
    expect(marks.map(({ kind, count }) => [kind, count])).toEqual([['spot', 100_000]]);
    expect(marks[0]?.shares.map(({ count }) => count)).toEqual([25_000, 25_000, 25_000, 25_000]);
  });
});

describe('many', () => {
  test('are all in one mark or another, none twice, with the shares of their sectors', () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0, max: 6, noNaN: true }), (places, zoom) => {
        const index = indexOf(places);
        const { marks } = new Surveyor(index, SECTORS).survey(all(index), WORLD, levelOf(zoom));
        expect(total(marks)).toBe(index.size);
        for (const { shares, count } of marks) expect(total(shares)).toBe(count);
      }),
      { numRuns: 50 },
    );
  });

  test('are found again by the mark in which they lie', () => {
    fc.assert(
      fc.property(many, (places) => {
        const index = indexOf(places);
        const survey = new Surveyor(index, SECTORS).survey(all(index), WORLD, 3);
        const counts = new Map<string, number>();
        for (let row = 0; row < index.size; row++) {
          const mark = survey.markAt(index.markers.x[row] ?? 0, index.markers.y[row] ?? 0);
          const [west, north, east, south] = mark?.extent ?? [1, 1, 0, 0];
          expect(((index.markers.x[row] ?? 0) - west) >>> 0).toBeLessThanOrEqual(east - west);
          expect(index.markers.y[row]).toBeGreaterThanOrEqual(north);
          expect(index.markers.y[row]).toBeLessThanOrEqual(south);
          if (mark !== undefined) counts.set(mark.id, (counts.get(mark.id) ?? 0) + 1);
        }
        expect([...counts.values()].sort()).toEqual(survey.marks.map(({ count }) => count).sort());
      }),
      { numRuns: 30 },
    );
  });

  test('show nothing of what the filter hides', () => {
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.boolean()), (places, passes) => {
        const index = indexOf(places);
        const mask = Uint8Array.from(places, () => (passes.next().value ? 1 : 0));
        const { marks } = new Surveyor(index, SECTORS).survey(mask, WORLD, 2);
        expect(total(marks)).toBe(mask.filter((passes) => passes === 1).length);
        for (const { row } of marks) expect(mask[row]).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  test('are no nearer to each other than they reach', () => {
    const places = Array.from(
      { length: 20_000 },
      (_, at) =>
        [((at * 7919) % 36_000) / 100 - 180, ((at * 104_729) % 14_000) / 100 - 70] as const,
    );
    const index = indexOf(places);
    const zoom = 2;
    const { marks } = new Surveyor(index, SECTORS).survey(all(index), WORLD, zoom);
    const pixels = (distance: number) => (distance / 2 ** 32) * 512 * 2 ** zoom;
    const distances = marks.flatMap((a) =>
      marks.flatMap((b) => (a === b ? [] : [pixels(Math.hypot(a.x - b.x, a.y - b.y))])),
    );
    const nearest = distances.reduce((least, distance) => Math.min(least, distance));
    expect(nearest).toBeGreaterThan(MARK_APART);
  });

  test('across the antimeridian are one mark, at it and not at the other side of the world', () => {
    const near = Array.from(
      { length: 100 },
      (_, at) => [at % 2 ? 179.99 : -179.99, at / 1e4] as const,
    );
    const far = Array.from({ length: 100 }, (_, at) => [at / 10, 60] as const);
    const index = indexOf([...near, ...far]);
    const frame = frameOf(bounds(170, -10, 190, 10));
    const { marks } = new Surveyor(index, SECTORS).survey(all(index), frame, 4);
    expect(marks.map(({ count }) => count)).toEqual([100]);
    const [mark] = marks;
    const x = (mark?.x ?? 2 ** 31) % 2 ** 32;
    expect(Math.min(x, 2 ** 32 - x)).toBeLessThan(2 ** 32 / 30_000);
  });
});

test('a cluster at the edge of a view of the whole world is as small as it is', () => {
  const near = Array.from({ length: 100 }, (_, at) => [at % 2 ? 0.5 : -0.5, at / 100] as const);
  const far = Array.from({ length: 100 }, (_, at) => [90 + at / 10, 60] as const);
  const index = indexOf([...near, ...far]);
  // Half round the world, so that it begins and ends in the midst of them.
  const frame = frameOf(bounds(0, -60, 360, 75));
  const survey = new Surveyor(index, SECTORS).survey(all(index), frame, 1);
  for (const { extent } of survey.marks) expect(extent[2] - extent[0]).toBeLessThan(2 ** 32 / 20);
  expect(total(survey.marks)).toBe(200);
});

test('a project with several markers close together counts once', () => {
  const places = Array.from({ length: 200 }, (_, at) => [at / 10, 10] as const);
  const index = indexOf(places);
  const twice = {
    ...index,
    markers: {
      row: Uint32Array.from({ length: 400 }, (_, at) => at >> 1),
      x: Uint32Array.from({ length: 400 }, (_, at) => (index.markers.x[at >> 1] ?? 0) + (at & 1)),
      y: Uint32Array.from({ length: 400 }, (_, at) => index.markers.y[at >> 1] ?? 0),
    },
  };
  const { marks } = new Surveyor(twice, SECTORS).survey(all(index), WORLD, 0);
  expect(total(marks)).toBe(200);
  for (const { shares, count } of marks) expect(total(shares)).toBe(count);
});

test('the projects within an extent are the same, looked for in all of the index or by parts', () => {
  fc.assert(
    fc.property(many, place, place, (places, [west, south], [east, north]) => {
      const index = indexOf(places);
      const extent = [
        mercatorX(west),
        Math.min(mercatorY(south), mercatorY(north)),
        mercatorX(Math.max(west, east)),
        Math.max(mercatorY(south), mercatorY(north)),
      ] as const;
      const surveyor = new Surveyor(index, SECTORS);
      expect(surveyor.rowsWithin(all(index), extent)).toEqual(
        rowsWithin(index, all(index), extent),
      );
    }),
    { numRuns: 50 },
  );
});

describe('a survey', () => {
  const index = indexOf(
    Array.from({ length: 500 }, (_, at) => [(at % 50) * 2, ((at / 50) | 0) * 4]),
  );
  const seen = bounds(20, 10, 60, 30);
  const survey = new Surveyor(index, SECTORS).survey(all(index), frameOf(seen), levelOf(4.2));

  test('holds for a small move, and a little nearer', () => {
    expect(covers(survey, seen, 4.2)).toBe(true);
    expect(covers(survey, bounds(24, 11, 64, 31), 4.4)).toBe(true);
  });

  test('doesn’t hold beyond its frame, or from much nearer', () => {
    expect(covers(survey, bounds(50, 10, 90, 30), 4.2)).toBe(false);
    expect(covers(survey, seen, 4.6)).toBe(false);
  });

  test('of the whole world holds however often one goes round it', () => {
    const world = new Surveyor(index, SECTORS).survey(all(index), WORLD, 1);
    expect(covers(world, bounds(-700, -60, -300, 60), 1)).toBe(true);
  });
});
