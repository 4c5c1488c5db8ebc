import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Bytes put aside in a file for a while. Its methods throw what the file system throws. */
export class SpillFile {
  readonly #path: string;
  readonly #file: number;
  #length = 0;
  #isRemoved = false;

  /** The folder must be there. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+');
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  append(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;)
      from += writeSync(this.#file, bytes, from, bytes.length - from, this.#length + from);
    this.#length += bytes.length;
  }

  /** Fills what is given with what stands from `at` on. */
  read(into: Uint8Array, at: number): void {
    for (let read = 0; read < into.length;) {
      const got = readSync(this.#file, into, read, into.length - read, at + read);
      if (got === 0) throw new Error(`${this.#path} ends too early.`);
      read += got;
    }
  }

  /** Closes and deletes the file, once. */
  remove(): void {
    if (this.#isRemoved) return;
    this.#isRemoved = true;
    closeSync(this.#file);
    rmSync(this.#path);
  }
}
