/** Along the curve after all that has a place. */
export const UNPLACED = 2 ** 32;

/**
 * In which order projects are published: near each other on the map they are near each other in the
 * order too, so that a screen of them stands in few pieces; within a piece they keep the order of
 * the source. `along` says how far along a curve each lies. Gives the numbers of the projects.
 */
export function rowOrder(along: Float64Array, pieceSize: number): Uint32Array {
  const order = Uint32Array.from(along, (_, number) => number);
  order.sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
  for (let from = 0; from < order.length; from += pieceSize)
    order.subarray(from, from + pieceSize).sort();
  return order;
}
