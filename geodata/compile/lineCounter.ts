const LINE_FEED = 10;

/** Tells the line of a byte of a file that comes in chunks; bytes are asked for in their order. */
export class LineCounter {
  #chunk: Uint8Array = new Uint8Array(0);
  /** Where in the file the chunk begins. */
  #begin = 0;
  /** How far into the chunk lines are counted. */
  #counted = 0;
  #line = 1;

  /** The chunk that follows. */
  feed(chunk: Uint8Array): void {
    this.#countTo(this.#chunk.length);
    this.#begin += this.#chunk.length;
    this.#chunk = chunk;
    this.#counted = 0;
  }

  /** The line of the byte at an offset of the file, 1 for the first. */
  lineOf(offset: number): number {
    this.#countTo(Math.min(offset - this.#begin, this.#chunk.length));
    return this.#line;
  }

  #countTo(end: number): void {
    while (this.#counted < end) {
      const at = this.#chunk.indexOf(LINE_FEED, this.#counted);
      if (at < 0 || at >= end) break;
      this.#line++;
      this.#counted = at + 1;
    }
    this.#counted = Math.max(this.#counted, end);
  }
}
