import type { Row } from './projectIndex.ts';
import { LONGEST_NAME, nameField, type Field } from './searchFormat.ts';
import { LIKENESS, type Likeness } from './searchTerms.ts';

/** Rows ranked at most. */
const MOST_RANKED = 500;
/** There are fewer fields: what a step of likeness costs. */
const STEP = 16;
/** The cost of a row that a term doesn't lead to, and of one that any term doesn't. */
const UNMARKED = 0xff;
const UNFOUND = 0xffff;

/**
 * What a row costs for one of so many terms, by the field of a word that resembles it. Likeness comes
 * before the field, and a name that has no words but those of the query costs nothing.
 */
export function costsOf(likeness: Likeness, terms: number): Uint8Array {
  const whole: Field = likeness === LIKENESS.same && terms <= LONGEST_NAME ? nameField(terms) : -1;
  return Uint8Array.from({ length: STEP }, (_, field) =>
    field === whole ? 0 : likeness * STEP + field + 1,
  );
}

/** Adds up what each row costs; those that all terms lead to are found, the cheapest first. */
export class Ranking {
  readonly #total: Uint16Array;
  readonly #marked: Uint8Array;

  constructor(rows: number) {
    this.#total = new Uint16Array(rows);
    this.#marked = new Uint8Array(rows);
  }

  /** Adds a term: `mark` lowers what it costs of the rows to which it leads. */
  add(mark: (rows: Uint8Array) => void): void {
    const total = this.#total;
    const marked = this.#marked.fill(UNMARKED);
    mark(marked);
    for (let row = 0; row < total.length; row++) {
      const cost = marked[row] ?? UNMARKED;
      const before = total[row] ?? UNFOUND;
      total[row] = cost === UNMARKED || before === UNFOUND ? UNFOUND : before + cost;
    }
  }

  /** The rows found, 1 for each in `mask`, and the cheapest of them in `ranked`. */
  result(): { mask: Uint8Array; count: number; ranked: readonly Row[] } {
    const total = this.#total;
    const mask = new Uint8Array(total.length);
    const counts = new Uint32Array(UNFOUND);
    let count = 0;
    for (let row = 0; row < total.length; row++) {
      const cost = total[row] ?? UNFOUND;
      if (cost === UNFOUND) continue;
      mask[row] = 1;
      counts[cost] = (counts[cost] ?? 0) + 1;
      count++;
    }
    const ranked = new Uint32Array(Math.min(count, MOST_RANKED));
    let next = 0;
    const places = counts.map((rows) => (next += rows) - rows);
    for (let row = 0; row < total.length; row++) {
      const cost = total[row] ?? UNFOUND;
      if (cost === UNFOUND) continue;
      const place = places[cost] ?? 0;
      places[cost] = place + 1;
      // Beyond its end, a typed array takes nothing.
      ranked[place] = row;
    }
    return { mask, count, ranked: [...ranked] };
  }
}
