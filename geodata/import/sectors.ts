import type { Sector } from '../../src/dossier/types.ts';
import { Failure } from './failure.ts';
import { slug, unlinked } from './ids.ts';
import { lookOf } from './looks.ts';

/** A column with more values than this isn't one of sectors. */
const MOST_SECTORS = 1000;

interface Counted {
  readonly id: string;
  /** Absent for a sector made from what stands in the file. */
  readonly given?: Sector;
  readonly name: string;
  rows: number;
}

/** The sectors of a dossier: those that the mapping gives, and one for each other value. */
export class Sectors {
  readonly #byId = new Map<string, Counted>();
  /** By id or name, however it is spaced or capitalised. */
  readonly #byText = new Map<string, Counted>();

  constructor(given: readonly Sector[]) {
    for (const sector of given) {
      const counted = { id: sector.id, given: sector, name: sector.name.en, rows: 0 };
      this.#byId.set(sector.id, counted);
      for (const text of [sector.id, ...Object.values(sector.name)])
        this.#byText.set(key(text), counted);
    }
  }

  /** The sector of a text, made where there is none. Throws a `Failure` where they become many. */
  idOf(text: string): string {
    const known = this.#byText.get(key(text));
    if (known !== undefined) return known.id;
    if (this.#byId.size >= MOST_SECTORS)
      throw new Failure(
        `sector: found more than ${MOST_SECTORS} different values, the last of them “${text}”; ` +
          'expected a column of the few fields that projects belong to',
      );
    const made = { id: this.#freeId(text), name: unlinked(text), rows: 0 };
    this.#byId.set(made.id, made);
    this.#byText.set(unlinked(key(text)), made);
    return made.id;
  }

  /** Counts a row that was taken. */
  count(id: string): void {
    const sector = this.#byId.get(id);
    if (sector !== undefined) sector.rows++;
  }

  /** With how many rows each has: first the given ones, then those with the most rows. */
  published(): readonly { readonly sector: Sector; readonly rows: number }[] {
    const all = [...this.#byId.values()];
    const given = all.flatMap(({ given, rows }) =>
      given === undefined ? [] : [{ sector: given, rows }],
    );
    const made = all
      .filter(({ given, rows }) => given === undefined && rows > 0)
      .sort((a, b) => b.rows - a.rows)
      .map(({ id, name, rows }, index) => ({
        sector: { id, name: { en: name }, ...lookOf(index) },
        rows,
      }));
    return [...given, ...made];
  }

  #freeId(text: string): string {
    const base = slug(text) || `sector-${this.#byId.size + 1}`;
    if (!this.#byId.has(base)) return base;
    let number = 2;
    while (this.#byId.has(`${base}-${number}`)) number++;
    return `${base}-${number}`;
  }
}

function key(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
