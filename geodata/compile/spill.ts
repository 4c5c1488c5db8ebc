import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { GrowingColumn } from '../../src/dossier/growingColumn.ts';

/** Written at once, bytes. */
const BATCH = 2 ** 20;

/** Texts put aside in a file, to be had back in any order, by their numbers. */
export class Spill {
  readonly #path: string;
  readonly #file: number;
  readonly #lengths = new GrowingColumn();
  /** Where each begins, in units of `BATCH` and the rest: files may be longer than 4 GB. */
  readonly #batches = new GrowingColumn();
  readonly #rests = new GrowingColumn();
  #pending: Buffer[] = [];
  #pendingLength = 0;
  #written = 0;
  #isRemoved = false;

  /** The folder must be there. Throws what the file system throws, as its other methods. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+');
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    const at = this.#written + this.#pendingLength;
    this.#batches.push(Math.floor(at / BATCH));
    this.#rests.push(at % BATCH);
    this.#lengths.push(bytes.length);
    this.#pending.push(bytes);
    this.#pendingLength += bytes.length;
    if (this.#pendingLength >= BATCH) this.#flush();
  }

  get(number: number): Buffer {
    this.#flush();
    const bytes = Buffer.allocUnsafe(this.#lengths.at(number));
    const begin = this.#batches.at(number) * BATCH + this.#rests.at(number);
    let read = 0;
    while (read < bytes.length) {
      const got = readSync(this.#file, bytes, read, bytes.length - read, begin + read);
      if (got === 0) throw new Error(`${this.#path} ends too early.`);
      read += got;
    }
    return bytes;
  }

  /** Closes and deletes the file, once. */
  remove(): void {
    if (this.#isRemoved) return;
    this.#isRemoved = true;
    closeSync(this.#file);
    rmSync(this.#path);
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    for (let from = 0; from < bytes.length;)
      from += writeSync(this.#file, bytes, from, bytes.length - from);
    this.#written += bytes.length;
    this.#pending = [];
    this.#pendingLength = 0;
  }
}
