import { eachWord } from '../../src/dossier/folding.ts';
import type { LocalizedText } from '../../src/dossier/localized.ts';
import {
  fieldOf,
  nameField,
  ownerOf,
  PASSAGE,
  PLACE,
  posting,
  SECTOR,
  type Field,
} from '../../src/dossier/searchFormat.ts';
import type { SourceProject } from '../../src/dossier/types.ts';
import { NumberSpill } from './numberSpill.ts';

/** Comes after the postings of each project. */
const NEXT = 2 ** 32 - 1;

/** What the words of a project are taken from. */
export type SearchedProject = Pick<SourceProject, 'name' | 'sector' | 'location' | 'citations'>;

/** Which words stand in which projects, gathered as these come; each has a number, from 0. */
export class WordTable {
  readonly #numbers = new Map<string, number>();
  readonly #spill: NumberSpill;
  /** The words of the project that is being added, by their numbers. */
  readonly #fields = new Map<number, Field>();

  /** Puts aside what it can in a file of that path. */
  constructor(path: string) {
    this.#spill = new NumberSpill(path);
  }

  /** The words, in the order of their numbers. */
  get words(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  add({ name, sector, location, citations }: SearchedProject): void {
    for (const text of Object.values(name)) {
      const words = new Set<string>();
      eachWord(text, (word) => words.add(word));
      const field = nameField(words.size);
      for (const word of words) this.#take(word, field);
    }
    if (location !== null) {
      this.#takeAll(location.place.name, PLACE);
      for (const spelling of location.place.spellings ?? [])
        eachWord(spelling, (word) => this.#take(word, PLACE));
    }
    this.#takeAll(sector.name, SECTOR);
    for (const { exact } of citations) eachWord(exact, (word) => this.#take(word, PASSAGE));

    for (const [number, field] of this.#fields) this.#spill.push(posting(number, field));
    this.#spill.push(NEXT);
    this.#fields.clear();
  }

  /** Goes through all postings, by the numbers of words and of projects. */
  each(take: (word: number, project: number, field: Field) => void): void {
    let project = 0;
    for (const batch of this.#spill.batches())
      for (const value of batch)
        if (value === NEXT) project++;
        else take(ownerOf(value), project, fieldOf(value));
  }

  /** Deletes what was put aside. */
  remove(): void {
    this.#spill.remove();
  }

  /** The number of a word that there is. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? 0;
  }

  #takeAll(texts: LocalizedText, field: Field): void {
    for (const text of Object.values(texts)) eachWord(text, (word) => this.#take(word, field));
  }

  /** The field that counts most is kept. */
  #take(word: string, field: Field): void {
    const number = this.#claim(word);
    const before = this.#fields.get(number);
    if (before === undefined || before > field) this.#fields.set(number, field);
  }

  #claim(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    // A copy: a part of a text would keep all of it in memory.
    this.#numbers.set(Buffer.from(word).toString(), number);
    return number;
  }
}
