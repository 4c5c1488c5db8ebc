import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Written and read at once. */
const BATCH = 2 ** 18;

/** Whole numbers from 0 to 2³² − 1 put aside in a file, to be gone through again in their order. */
export class NumberSpill {
  readonly #path: string;
  readonly #file: number;
  readonly #pending = new Uint32Array(BATCH);
  #pendingLength = 0;
  /** Bytes. */
  #written = 0;
  #isRemoved = false;

  /** The folder must be there. Throws what the file system throws, as its other methods. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+');
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
    for (let at = 0; at < this.#written;) {
      const end = Math.min(bytes.length, this.#written - at);
      for (let read = 0; read < end;) {
        const got = readSync(this.#file, bytes, read, end - read, at + read);
        if (got === 0) throw new Error(`${this.#path} ends too early.`);
        read += got;
      }
      yield batch.subarray(0, end / batch.BYTES_PER_ELEMENT);
      at += end;
    }
  }

  /** Closes and deletes the file, once. */
  remove(): void {
    if (this.#isRemoved) return;
    this.#isRemoved = true;
    closeSync(this.#file);
    rmSync(this.#path);
  }

  #flush(): void {
    const { buffer } = this.#pending;
    const bytes = new Uint8Array(buffer, 0, this.#pendingLength * this.#pending.BYTES_PER_ELEMENT);
    for (let from = 0; from < bytes.length;)
      from += writeSync(this.#file, bytes, from, bytes.length - from, this.#written + from);
    this.#written += bytes.length;
    this.#pendingLength = 0;
  }
}
