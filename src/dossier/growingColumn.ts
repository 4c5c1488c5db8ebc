/** Whole numbers from 0 to 2³² − 1, four bytes each, as many as come. */
export class GrowingColumn {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** The value of a number below `length`. */
  at(number: number): number {
    return this.#values[number] ?? 0;
  }

  /** The values so far; what is pushed later may or may not show in it. */
  values(): Uint32Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#length);
  }
}
