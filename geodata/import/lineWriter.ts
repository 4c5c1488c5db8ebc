import { closeSync, openSync, writeSync } from 'node:fs';

/** So much is gathered before it is written. Letters. */
const BATCH = 1 << 20;

/**
 * Writes a text file line by line. Synchronously, so that rows are read no faster than they are
 * written, however many there are.
 */
export class LineWriter {
  readonly #descriptor: number;
  #lines: string[] = [];
  #length = 0;

  /** Throws where the file can't be opened. */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'w');
  }

  write(line: string): void {
    this.#lines.push(line, '\n');
    this.#length += line.length + 1;
    if (this.#length >= BATCH) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush() {
    let bytes = Buffer.from(this.#lines.join(''));
    // A full disk or a pipe may take a part only.
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.#descriptor, bytes));
    this.#lines = [];
    this.#length = 0;
  }
}
