import { GrowingColumn } from '../../src/dossier/growingColumn.ts';
import {
  LANGUAGES,
  localized,
  type Language,
  type LocalizedText,
} from '../../src/dossier/localized.ts';
import type { Ranks } from '../../src/dossier/ranks.ts';

/**
 * What divides words: blanks of any kind, alone or several, count as one space. U+FFFE, which is no
 * character, is the only other thing that collates before a space.
 */
const BLANKS = /[\s\u0085\ufffe]+/;

/** Ends a text in the column of words; words are numbered from 1. */
const END = 0;

/**
 * Texts of projects, gathered as they come, to be sorted in the end as readers of a language expect.
 *
 * A million texts aren't compared with each other, which takes a collator minutes, nor even kept:
 * they are numbers of words, and only the words are compared, each once. That gives the same order
 * because a space comes before all that is in words (in the root collation of CLDR, which none of
 * the languages changes in this), so that texts compare as their lists of words do, as far as base
 * letters go; where those are all alike, the collator compares the texts themselves. See
 * https://www.unicode.org/reports/tr10/#Multi_Level_Comparison.
 */
export class TextOrder {
  /** Each word once; its number is its place here. */
  readonly #words = [''];
  readonly #numbers = new Map<string, number>();
  /** The texts one after the other, word by word, with `END` behind each. */
  readonly #column = new GrowingColumn();
  /** Where each project's text begins in it, by language. */
  readonly #begins: Record<Language, GrowingColumn> = {
    en: new GrowingColumn(),
    uz: new GrowingColumn(),
    kk: new GrowingColumn(),
    ru: new GrowingColumn(),
  };
  readonly #languages = new Set<Language>(['en']);

  /** English, and those in which any project has another text than in English. */
  get languages(): ReadonlySet<Language> {
    return this.#languages;
  }

  /** Takes the text of the next project; `null` where it has none. */
  add(text: LocalizedText | null): void {
    const english = this.#keep(text?.en ?? null);
    for (const language of LANGUAGES) {
      const own = text && localized(text, language);
      const isOwn = own !== null && own !== text?.en;
      if (isOwn) this.#languages.add(language);
      this.#begins[language].push(isOwn ? this.#keep(own) : english);
    }
  }

  /** The ranks of projects given in the order of their rows, by their numbers from 0. */
  ranks(language: Language, projects: Uint32Array): Ranks {
    const sorted = new Uint32Array(projects.length);
    const compare = this.#comparison(language);
    const begins = this.#begins[language];
    const beginOf = (row: number) => begins.at(projects[row] ?? 0);
    for (let row = 0; row < sorted.length; row++) sorted[row] = row;
    sorted.sort((a, b) => compare(beginOf(a), beginOf(b)));

    const ranks = new Uint32Array(projects.length);
    let rank = 0;
    let before: number | null = null;
    for (const row of sorted) {
      const begin = beginOf(row);
      const isNone = this.#column.at(begin) === END;
      if (!isNone && (before === null || compare(before, begin) !== 0)) rank++;
      before = begin;
      ranks[row] = rank;
    }
    return ranks;
  }

  /** Puts a text into the column and says where. */
  #keep(text: string | null): number {
    const begin = this.#column.length;
    for (const word of text?.split(BLANKS) ?? []) this.#column.push(this.#numberOf(word));
    this.#column.push(END);
    return begin;
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word) - 1;
    this.#numbers.set(word, number);
    return number;
  }

  /** Compares two texts, by where they begin in the column. */
  #comparison(language: Language): (a: number, b: number) => number {
    const collator = new Intl.Collator(language, { numeric: true });
    const ranks = this.#wordRanks(language);
    const column = this.#column.values();
    return (a, b) => {
      let isSame = true;
      for (let at = 0; ; at++) {
        const word = column[a + at] ?? END;
        const other = column[b + at] ?? END;
        if (word !== other) {
          const difference = (ranks[word] ?? 0) - (ranks[other] ?? 0);
          if (difference !== 0) return difference;
          isSame = false;
        } else if (word === END)
          return isSame ? 0 : collator.compare(this.#textAt(a), this.#textAt(b));
      }
    };
  }

  /** Where each word comes by its base letters, among those of a language's texts; `END` first. */
  #wordRanks(language: Language): Uint32Array {
    const base = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
    const words = this.#words;
    const sorted = this.#wordsOf(language);
    sorted.sort((a, b) => base.compare(words[a] ?? '', words[b] ?? ''));
    const ranks = new Uint32Array(words.length);
    let rank = 0;
    let before: string | null = null;
    for (const number of sorted) {
      const word = words[number] ?? '';
      if (before === null || base.compare(before, word) !== 0) rank++;
      before = word;
      ranks[number] = rank;
    }
    return ranks;
  }

  /** The numbers of the words in a language's texts. */
  #wordsOf(language: Language): number[] {
    const isUsed = new Uint8Array(this.#words.length);
    const column = this.#column.values();
    for (const begin of this.#begins[language].values())
      for (let at = begin; column[at] !== END; at++) isUsed[column[at] ?? END] = 1;
    const numbers: number[] = [];
    isUsed.forEach((used, number) => {
      if (used === 1) numbers.push(number);
    });
    return numbers;
  }

  #textAt(begin: number): string {
    const column = this.#column.values();
    const end = column.indexOf(END, begin);
    return Array.from(column.subarray(begin, end), (number) => this.#words[number]).join(' ');
  }
}
