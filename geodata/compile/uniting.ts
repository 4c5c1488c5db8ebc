import { fieldOf, ownerOf, posting } from '../../src/dossier/searchFormat.ts';
import type { SharedBeginning } from './sharedBeginnings.ts';

/** No field is greater. */
const NOWHERE = 0xff;

/** Unites the postings of words that share a beginning: each row once, with what counts most of it. */
export class Uniting {
  readonly shared: SharedBeginning;
  readonly #fields: Uint8Array;

  constructor(shared: SharedBeginning, rows: number) {
    this.shared = shared;
    this.#fields = new Uint8Array(rows).fill(NOWHERE);
  }

  add(postings: Uint32Array): void {
    const fields = this.#fields;
    for (const each of postings) {
      const row = ownerOf(each);
      const field = fieldOf(each);
      if ((fields[row] ?? 0) > field) fields[row] = field;
    }
  }

  /** The postings united, in the order of their rows. */
  postings(): Uint32Array {
    const united = new Uint32Array(this.#fields.length);
    let length = 0;
    this.#fields.forEach((field, row) => {
      if (field !== NOWHERE) united[length++] = posting(row, field);
    });
    return united.subarray(0, length);
  }
}
