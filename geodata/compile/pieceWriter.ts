import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { gzipTrailer, type PieceTuple } from '../../src/dossier/manifest.ts';

const pack = promisify(gzip);

/** Smaller pieces are worth packing as small as they get. Bytes. */
const SMALL = 2 ** 20;

/** Writes pieces into a folder, each named by its content. */
export class PieceWriter {
  readonly #folder: string;
  /** How tightly to pack large pieces, and all of many. */
  readonly #level: number;

  constructor(folder: string, isLarge: boolean) {
    this.#folder = folder;
    this.#level = isLarge ? 6 : 9;
  }

  async write(content: string | Uint8Array): Promise<PieceTuple> {
    const level = content.length > SMALL ? 6 : this.#level;
    const file = await pack(content, { level });
    const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
    const { crc, length } = gzipTrailer(file);
    await writeFile(path.join(this.#folder, `${name}.bin`), file);
    return [name, file.length, length, crc];
  }

  json(value: unknown): Promise<PieceTuple> {
    return this.write(JSON.stringify(value));
  }
}
