import type { PieceTuple } from '../../src/dossier/manifest.ts';
import {
  ByteWriter,
  posting,
  writeList,
  type DirectoryFile,
} from '../../src/dossier/searchFormat.ts';
import { ListPieces } from './listPieces.ts';
import type { PieceWriter } from './pieceWriter.ts';
import { sharedBeginnings } from './sharedBeginnings.ts';
import { Shards } from './shards.ts';
import { Uniting } from './uniting.ts';
import type { WordTable } from './wordTable.ts';

/** How a search index is cut into pieces. */
export interface SearchSizes {
  /** Bytes of a shard, about. */
  readonly shard: number;
  /** Bytes of a list that is kept in its shard, at most. */
  readonly inline: number;
  /** Bytes of a piece of lists, about. */
  readonly lists: number;
  /** Beginnings whose words have more postings have a list of all of them. */
  readonly united: number;
  /** Postings held in memory at a time, about. */
  readonly batch: number;
}

/** So a query fetches about a megabyte at most, however many projects there are. */
const SIZES: SearchSizes = {
  shard: 2 ** 16,
  inline: 2 ** 7,
  lists: 2 ** 17,
  united: 2 ** 16,
  batch: 2 ** 23,
};

/**
 * Writes the search index of the projects in a table, as `searchFormat.ts` tells, and gives its
 * directory. `rows` has the row of each project; where it is empty, the index is so too.
 */
export async function writeSearchIndex(
  table: WordTable,
  rows: Uint32Array,
  writer: PieceWriter,
  sizes: SearchSizes = SIZES,
): Promise<PieceTuple> {
  const vocabulary = new Vocabulary(table, rows);
  const lists = new ListPieces(writer, sizes.lists);
  const shards = new Shards(writer, sizes.shard);
  const united: DirectoryFile['united'] = [];
  const list = new ByteWriter();
  const { words } = vocabulary;
  const waiting = sharedBeginnings(words, vocabulary.before, sizes.united).reverse();
  /** Those that words come of, the longest last. */
  const open: Uniting[] = [];
  for (const [word, postings] of vocabulary.postings(sizes.batch)) {
    for (let next = waiting.at(-1); next?.first === word; next = waiting.at(-1)) {
      open.push(new Uniting(next, rows.length));
      waiting.pop();
    }
    for (const each of open) each.add(postings);
    writeList(postings, list);
    const own = list.take();
    await shards.add(words[word] ?? '', own.length > sizes.inline ? await lists.add(own) : own);
    for (let last = open.at(-1); last?.shared.end === word + 1; last = open.at(-1)) {
      writeList(last.postings(), list);
      const { piece, from, length } = await lists.add(list.take());
      united.push([last.shared.beginning, piece, from, length]);
      open.pop();
    }
  }
  return writer.json({
    words: words.length,
    shards: await shards.finish(),
    lists: [...(await lists.finish())],
    united: united.sort(([a], [b]) => (a < b ? -1 : 1)),
  } satisfies DirectoryFile);
}

/** The words of a table in the order of the index. */
class Vocabulary {
  readonly words: readonly string[];
  /** How many postings all words before each have; last, how many there are. */
  readonly before: Float64Array;
  readonly #table: WordTable;
  readonly #rows: Uint32Array;
  /** By the numbers of words in the table. */
  readonly #places: Uint32Array;

  constructor(table: WordTable, rows: Uint32Array) {
    this.#table = table;
    this.#rows = rows;
    this.words = rows.length === 0 ? [] : table.words.toSorted();
    this.#places = new Uint32Array(this.words.length);
    this.words.forEach((word, place) => (this.#places[table.numberOf(word)] = place));
    this.before = this.#countBefore();
  }

  /** The postings of each word, by its place, in the order of rows; so many in memory at a time. */
  *postings(batch: number): Generator<[word: number, postings: Uint32Array]> {
    for (let first = 0; first < this.words.length;) {
      let end = first + 1;
      while (end < this.words.length && this.#countOf(first, end + 1) <= batch) end++;
      const gathered = this.#gather(first, end);
      for (let word = first; word < end; word++) {
        const from = this.#countOf(first, word);
        yield [word, gathered.subarray(from, from + this.#countOf(word, word + 1)).sort()];
      }
      first = end;
    }
  }

  /** The postings of words, one word's after the other's. */
  #gather(first: number, end: number): Uint32Array {
    const gathered = new Uint32Array(this.#countOf(first, end));
    const next = Uint32Array.from({ length: end - first }, (_, word) =>
      this.#countOf(first, first + word),
    );
    this.#table.each((number, project, field) => {
      const word = (this.#places[number] ?? 0) - first;
      const at = next[word];
      if (at === undefined) return;
      gathered[at] = posting(this.#rows[project] ?? 0, field);
      next[word] = at + 1;
    });
    return gathered;
  }

  #countBefore(): Float64Array {
    const before = new Float64Array(this.words.length + 1);
    if (this.words.length > 0)
      this.#table.each((number) => {
        const next = (this.#places[number] ?? 0) + 1;
        before[next] = (before[next] ?? 0) + 1;
      });
    for (let at = 1; at < before.length; at++)
      before[at] = (before[at] ?? 0) + (before[at - 1] ?? 0);
    return before;
  }

  /** How many postings the words from one to before another have. */
  #countOf(from: number, to: number): number {
    return (this.before[to] ?? 0) - (this.before[from] ?? 0);
  }
}
