import { gzipTrailer, type Piece } from './manifest.ts';
import type { Mishap, Problem } from './problem.ts';

/** Reads a file below `geodata/` as it lies; rejects with an `Error` for people where it can't. */
export type ReadBytes = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A piece that didn't arrive as it was published. */
export class BrokenPiece extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.file}: ${problem.found}`);
    this.name = 'BrokenPiece';
    this.problem = problem;
  }
}

/**
 * What is packed in a piece, once its length and checksum are those of the manifest. Rejects with a
 * `BrokenPiece`.
 */
export async function readPiece(
  read: ReadBytes,
  file: string,
  piece: Piece,
): Promise<Uint8Array<ArrayBuffer>> {
  let mishap: Mishap = 'missing';
  const broken = (found: string, expected: string) =>
    new BrokenPiece({ file, found, expected, mishap });
  const packed = await read(file).catch((error: unknown) => {
    throw broken(error instanceof Error ? error.message : String(error), 'a file that can be read');
  });
  mishap = mishapOf(packed);
  if (packed.length !== piece.bytes)
    throw broken(`${packed.length} bytes`, `${piece.bytes} bytes, as it was published`);
  const { crc, length } = gzipTrailer(packed);
  if (crc !== piece.crc || length !== piece.length)
    throw broken(`checksum ${hex(crc)}`, `${hex(piece.crc)}, as it was published`);
  try {
    // Fails where what is packed hasn't the checksum that the file itself tells.
    const content = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(content).arrayBuffer());
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error), 'a sound gzip file');
  }
}

/** A piece that holds JSON. Rejects with a `BrokenPiece`. */
export async function readJsonPiece(read: ReadBytes, file: string, piece: Piece): Promise<unknown> {
  const text = await readTextPiece(read, file, piece);
  try {
    return JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new BrokenPiece({ file, found, expected: 'JSON' });
  }
}

/** A piece that holds text, UTF-8. Rejects with a `BrokenPiece`. */
export async function readTextPiece(read: ReadBytes, file: string, piece: Piece): Promise<string> {
  return new TextDecoder().decode(await readPiece(read, file, piece));
}

/** What befell a file that isn't what was published: some servers send a page for what they lack. */
export function mishapOf(file: Uint8Array): Mishap {
  return /^\s*</.test(new TextDecoder().decode(file.subarray(0, 64))) ? 'page' : 'changed';
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}
