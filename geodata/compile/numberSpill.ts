import { SpillFile } from './spillFile.ts';

/** Written and read at once. */
const BATCH = 2 ** 18;

/** Whole numbers from 0 to 2³² − 1 put aside in a file, to be gone through again in their order. */
export class NumberSpill {
  readonly #file: SpillFile;
  readonly #pending = new Uint32Array(BATCH);
  #pendingLength = 0;

  /** The folder must be there. Throws what the file system throws, as its other methods. */
  constructor(path: string) {
    this.#file = new SpillFile(path);
  }

  push(value: number): void {
    this.#pending[this.#pendingLength++] = value;
    if (this.#pendingLength === BATCH) this.#flush();
  }

  /** All numbers, in batches that are good until the next one. */
  *batches(): Generator<Uint32Array> {
    this.#flush();
    const batch = new Uint32Array(BATCH);
    const bytes = new Uint8Array(batch.buffer);
    for (let at = 0; at < this.#file.length; at += bytes.length) {
      const part = bytes.subarray(0, this.#file.length - at);
      this.#file.read(part, at);
      yield batch.subarray(0, part.length / batch.BYTES_PER_ELEMENT);
    }
  }

  remove(): void {
    this.#file.remove();
  }

  #flush(): void {
    const { buffer, BYTES_PER_ELEMENT } = this.#pending;
    this.#file.append(new Uint8Array(buffer, 0, this.#pendingLength * BYTES_PER_ELEMENT));
    this.#pendingLength = 0;
  }
}
