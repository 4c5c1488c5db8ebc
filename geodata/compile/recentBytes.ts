/** The last bytes of a stream: as many as are still asked for. */
export class RecentBytes {
  #chunks: Uint8Array[] = [];
  /** The offset in the stream of the first that is kept. */
  #start = 0;
  #end = 0;

  /** Adds what comes next, and drops the chunks that end before the byte `from` of the stream. */
  feed(chunk: Uint8Array, from: number): void {
    while (this.#chunks[0] !== undefined && this.#start + this.#chunks[0].length <= from)
      this.#start += this.#chunks.shift()?.length ?? 0;
    this.#chunks.push(chunk);
    this.#end += chunk.length;
  }

  /**
   * The UTF-8 text of the bytes from `from` to `to` (offsets in the stream), with every character
   * that stands there. Throws a `TypeError` where it is none, and a `RangeError` for bytes that
   * aren't kept.
   */
  text(from: number, to: number): string {
    if (from < this.#start || to > this.#end)
      throw new RangeError(`Bytes ${from}–${to} aren’t among ${this.#start}–${this.#end}.`);
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let start = this.#start;
    let text = '';
    for (const chunk of this.#chunks) {
      if (start >= to) break;
      const part = chunk.subarray(Math.max(0, from - start), Math.max(0, to - start));
      text += decoder.decode(part, { stream: true });
      start += chunk.length;
    }
    return text + decoder.decode();
  }
}
