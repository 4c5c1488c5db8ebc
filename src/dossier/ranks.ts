import type { Row } from './projectIndex.ts';

/**
 * Where each project comes when they are sorted: a number for each row, the lowest first, the same
 * for those alike. What isn't known of a project has 0, and comes last in either direction.
 */
export type Ranks = Uint32Array;

const RANK_BYTES = Uint32Array.BYTES_PER_ELEMENT;

/** The file of ranks: all first bytes and then all second ones, the most significant first. */
export function encodeRanks(ranks: Ranks): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ranks.length * RANK_BYTES);
  let at = 0;
  for (let shift = 8 * (RANK_BYTES - 1); shift >= 0; shift -= 8)
    for (const rank of ranks) bytes[at++] = rank >>> shift;
  return bytes;
}

/**
 * The ranks of so many projects, from their file. Throws a `RangeError` where the file's length is
 * another, or where there are more ranks than projects.
 */
export function decodeRanks(bytes: Uint8Array, projects: number): Ranks {
  const length = projects * RANK_BYTES;
  if (bytes.length !== length)
    throw new RangeError(`Ranks of ${length} bytes were expected, not of ${bytes.length}.`);
  const ranks = new Uint32Array(projects);
  let at = 0;
  for (let plane = 0; plane < RANK_BYTES; plane++)
    for (let row: Row = 0; row < projects; row++)
      ranks[row] = ((ranks[row] ?? 0) << 8) | (bytes[at++] ?? 0);
  if (ranks.some((rank) => rank > projects))
    throw new RangeError('There are more ranks than projects.');
  return ranks;
}
