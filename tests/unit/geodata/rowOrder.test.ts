import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hilbert } from '../../../geodata/compile/hilbert.ts';
import { rowOrder, UNPLACED } from '../../../geodata/compile/rowOrder.ts';

const WORLD = 2 ** 32;
/** A step of the curve's finest square. */
const STEP = 2 ** 16;

describe('a curve over the map', () => {
  it('runs through each square of 64 by 64 once, always to a neighbour', () => {
    const size = WORLD / 64;
    const squares: { x: number; y: number; along: number }[] = [];
    for (let x = 0; x < 64; x++)
      for (let y = 0; y < 64; y++) squares.push({ x, y, along: hilbert(x * size, y * size) });
    squares.sort((a, b) => a.along - b.along);
    for (const [at, square] of squares.entries()) {
      const before = squares[at - 1];
      if (before === undefined) continue;
      expect(Math.abs(square.x - before.x) + Math.abs(square.y - before.y)).toBe(1);
    }
  });

  it('goes from position to position of its finest squares, each its own', () => {
    const cell = fc.nat(2 ** 16 - 1);
    fc.assert(
      fc.property(cell, cell, cell, cell, (x, y, otherX, otherY) => {
        const along = hilbert(x * STEP, y * STEP);
        expect(Number.isInteger(along) && along >= 0 && along < WORLD).toBe(true);
        const isSame = x === otherX && y === otherY;
        expect(along === hilbert(otherX * STEP, otherY * STEP)).toBe(isSame);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the order of rows', () => {
  it('has each project once; within a piece that of the source, between pieces that of the curve', () => {
    const curve = fc.array(fc.oneof(fc.nat(1000), fc.constant(UNPLACED)), { maxLength: 100 });
    fc.assert(
      fc.property(curve, fc.integer({ min: 1, max: 20 }), (values, size) => {
        const order = [...rowOrder(Float64Array.from(values), size)];
        expect(order.toSorted((a, b) => a - b)).toEqual(values.map((_, number) => number));
        let furthest = -1;
        for (let from = 0; from < order.length; from += size) {
          const piece = order.slice(from, from + size);
          expect(piece).toEqual(piece.toSorted((a, b) => a - b));
          const along = piece.map((number) => values[number] ?? NaN);
          expect(Math.min(...along)).toBeGreaterThanOrEqual(furthest);
          furthest = Math.max(...along);
        }
      }),
    );
  });

  it('puts what is near on the map into few pieces', () => {
    // A square of 100 by 100 projects, in an order that has nothing to do with where they are.
    const along = Float64Array.from({ length: 10_000 }, (_, number) => {
      const at = (number * 7919) % 10_000;
      return hilbert((at % 100) * (WORLD / 100), Math.floor(at / 100) * (WORLD / 100));
    });
    const order = rowOrder(along, 100);
    const pieces = new Set<number>();
    order.forEach((number, row) => {
      const at = (number * 7919) % 10_000;
      // A window of a hundredth of the map: 100 projects.
      const isSeen = at % 100 >= 40 && at % 100 < 50 && at >= 4000 && at < 5000;
      if (isSeen) pieces.add(Math.floor(row / 100));
    });
    expect(pieces.size).toBeLessThanOrEqual(8);
  });
});
