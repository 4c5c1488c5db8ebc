/** Ids made from long names are cut between words. Letters. */
const LONGEST_ID = 60;

/** A text as an id, as far as it has Latin letters and digits; may be empty. */
export function slug(text: string, longest = LONGEST_ID): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    // Accents, and the apostrophes of the Uzbek alphabet, divide no words.
    .replaceAll(/[\u0300-\u036f'’‘ʻʼ`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let id = words.shift()?.slice(0, longest) ?? '';
  for (const word of words) {
    if (id.length + 1 + word.length > longest) break;
    id += `-${word}`;
  }
  return id;
}

/** The ids and aliases of the rows taken: each belongs to one. */
export class Ids {
  readonly #rows = new Map<string, number>();
  /** The next number to try for a name that occurs again and again. */
  readonly #nextNumbers = new Map<string, number>();

  /** The row that has an id, where one has. */
  owner(id: string): number | undefined {
    return this.#rows.get(id);
  }

  take(id: string, row: number): void {
    this.#rows.set(unlinked(id), row);
  }

  /** An id that no row has yet, made from a name. */
  made(name: string, row: number): string {
    const base = slug(name) || `row-${row}`;
    if (!this.#rows.has(base)) return base;
    let number = this.#nextNumbers.get(base) ?? 2;
    while (this.#rows.has(`${base}-${number}`)) number++;
    this.#nextNumbers.set(base, number);
    return `${base}-${number}`;
  }
}

/** A copy of a short text cut from a long one, which it would keep in memory. */
export function unlinked(text: string): string {
  return Buffer.from(text).toString();
}
