import type { Piece } from './manifest.ts';
import type { Directory, ListAt } from './searchFormat.ts';

/** No word has it: greater than all that begin in the same way. */
const LAST = '\uffff';

/** Where in a sorted list a text would come in, before others that are equal. */
export function placeOf(texts: readonly string[], text: string, from = 0): number {
  let low = from;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] ?? LAST) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The letters that follow a beginning in any of these lists of words, each of which is sorted. */
export function* lettersAfter(
  beginning: string,
  lists: readonly (readonly string[])[],
): Generator<string> {
  for (const words of lists) {
    let at = placeOf(words, beginning);
    for (let word = words[at]; word?.startsWith(beginning) === true; word = words[at]) {
      const letter = word.charAt(beginning.length);
      if (letter !== '') yield letter;
      at = letter === '' ? at + 1 : placeOf(words, beginning + letter + LAST, at);
    }
  }
}

/** Tells which pieces of the search index are needed. */
export class SearchDirectory {
  /** How many words there are. */
  readonly words: number;
  readonly lists: readonly Piece[];
  readonly #firstWords: readonly string[];
  readonly #shards: readonly Piece[];
  readonly #beginnings: readonly string[];
  readonly #united: readonly ListAt[];

  constructor({ words, lists, shards, united }: Directory) {
    this.words = words;
    this.lists = lists;
    this.#firstWords = shards.map(([first]) => first);
    this.#shards = shards.map(([, piece]) => piece);
    this.#beginnings = united.map(([beginning]) => beginning);
    this.#united = united.map(([, piece, from, length]) => ({ piece, from, length }));
  }

  /** The shards in which words with this beginning may stand. */
  shardsOf(beginning: string): readonly Piece[] {
    const end = placeOf(this.#firstWords, beginning + LAST);
    return this.#shards.slice(this.#firstShard(beginning), end);
  }

  /** The shard in which a word stands if it is there. */
  shardOf(word: string): readonly Piece[] {
    const number = this.#firstShard(word);
    return this.#shards.slice(number, number + 1);
  }

  /** The list of all words with this beginning, where there is one. */
  unitedOf(beginning: string): ListAt | null {
    // Of those that begin so, the first is the beginning that all these words share.
    const number = placeOf(this.#beginnings, beginning);
    const isOne = this.#beginnings[number]?.startsWith(beginning) === true;
    return isOne ? (this.#united[number] ?? null) : null;
  }

  /** The number of the shard in which a word stands, or would. */
  #firstShard(word: string): number {
    const number = placeOf(this.#firstWords, word);
    return this.#firstWords[number] === word ? number : Math.max(0, number - 1);
  }
}
