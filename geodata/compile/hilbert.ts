/** Steps along each side of the square that the curve fills. */
const SIDE = 2 ** 16;

/**
 * How far along a Hilbert curve a position of the map lies, from 0 to before 2³²: positions near
 * each other on the curve are near each other on the map. `x` and `y` are Web Mercator, 0 to before
 * 2³². After “Programming the Hilbert curve”, J. Skilling 2004, in two dimensions.
 */
export function hilbert(x: number, y: number): number {
  let column = Math.floor(x / SIDE);
  let row = Math.floor(y / SIDE);
  let along = 0;
  for (let size = SIDE / 2; size > 0; size /= 2) {
    const isRight = (column & size) > 0;
    const isLower = (row & size) > 0;
    along += size * size * ((isRight ? 3 : 0) ^ (isLower ? 1 : 0));
    if (isLower) continue;
    // The first and last quarter of a square are run through turned.
    if (isRight) [column, row] = [SIDE - 1 - column, SIDE - 1 - row];
    [column, row] = [row, column];
  }
  return along;
}
