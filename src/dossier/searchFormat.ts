import * as v from 'valibot';
import { Count, PieceSchema } from './manifest.ts';

/**
 * The search index as it is published: every word of the names, places, sectors and quotations, in
 * the normal form of `folding.ts`, and in which projects it stands.
 *
 * - A **list** is the rows of a word, and where in each project it counts most (a `Field`): for each
 *   field that occurs, `16 × rows + field` and then the gaps between rows, less one. All numbers are
 *   unsigned LEB128 (DWARF 5, section 7.6).
 * - A **shard** holds consecutive words of the vocabulary, which is in the order of UTF-16 code units:
 *   the length of the words in bytes, the words in UTF-8 with line feeds between, and for each
 *   `2 × length` of its list and the list itself; or, where that is long, `2 × length + 1`, and in
 *   which piece of lists it stands from which byte on.
 * - The **directory** leads to both. For beginnings that stand in very many places, as a single
 *   letter, it also leads to one list of all words that begin so: then nobody has to gather theirs.
 */

/**
 * Where a word counts most for a project: 0 to 7 is in a name that has so many words beside it (7:
 * or more), then come place, sector and passage.
 */
export type Field = number;
export const LONGEST_NAME = 7;
export const PLACE: Field = 8;
export const SECTOR: Field = 9;
export const PASSAGE: Field = 10;
const FIELDS = 16;

/** The field of a word in a name of so many different words. */
export function nameField(words: number): Field {
  return Math.min(words - 1, LONGEST_NAME);
}

/** A row, or a word, and a field, as one number below 2³². */
export function posting(owner: number, field: Field): number {
  return owner * FIELDS + field;
}

/** The row, or the word, of a posting. */
export function ownerOf(each: number): number {
  return Math.floor(each / FIELDS);
}

export function fieldOf(each: number): Field {
  return each % FIELDS;
}

export const DirectorySchema = v.object({
  /** How many words there are. */
  words: Count(),
  /** Each with its first word, in their order. */
  shards: v.array(v.tuple([v.string(), PieceSchema])),
  lists: v.array(PieceSchema),
  /** Beginnings with a list of all their words: its piece, from which byte, how many. Sorted. */
  united: v.array(v.tuple([v.string(), Count(), Count(), Count()])),
});
export type Directory = v.InferOutput<typeof DirectorySchema>;
export type DirectoryFile = v.InferInput<typeof DirectorySchema>;

/** Where a list stands: at hand in its shard, or in a piece of lists. */
export type ListPlace = Uint8Array | ListAt;
export interface ListAt {
  readonly piece: number;
  readonly from: number;
  readonly length: number;
}

/** Bytes as they are written one after the other. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A whole number below 2⁵³. */
  number(value: number): void {
    this.#reserve(8);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written since it was last taken. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * needed);
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Writes the list of these postings, which are in the order of their rows. */
export function writeList(postings: Uint32Array, to: ByteWriter): void {
  const counts = new Uint32Array(FIELDS);
  for (const each of postings) counts[fieldOf(each)] = (counts[fieldOf(each)] ?? 0) + 1;
  counts.forEach((count, field) => {
    if (count === 0) return;
    to.number(posting(count, field));
    let before = -1;
    for (const each of postings) {
      if (fieldOf(each) !== field) continue;
      to.number(ownerOf(each) - before - 1);
      before = ownerOf(each);
    }
  });
}

/** Reads what a `ByteWriter` has written. */
class ByteReader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Throws a `RangeError` at the end of the bytes. */
  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) throw new RangeError('bytes that break off');
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
    }
  }
}

/**
 * Goes through a list: a row that costs more than `costs` says of its field, costs that from now on.
 * Throws a `RangeError` where the list doesn't hold what it tells.
 */
export function markList(list: Uint8Array, costs: Uint8Array, rows: Uint8Array): void {
  const reader = new ByteReader(list);
  while (reader.at < list.length) {
    const head = reader.number();
    const cost = costs[fieldOf(head)] ?? 0;
    let { at } = reader;
    let row = -1;
    for (let count = ownerOf(head); count > 0; count--) {
      // Most gaps are a single byte.
      const gap = list[at] ?? 0x80;
      if (gap < 0x80) {
        at++;
        row += gap + 1;
      } else {
        reader.at = at;
        row += reader.number() + 1;
        at = reader.at;
      }
      if ((rows[row] ?? 0) > cost) rows[row] = cost;
    }
    reader.at = at;
  }
}

/** Consecutive words of the vocabulary. */
export interface Shard {
  readonly words: readonly string[];
  /** Where the list of a word is, by its number in the shard. */
  readonly listOf: (number: number) => ListPlace;
}

/** A shard from its piece. Throws a `RangeError` where that doesn't hold what it tells. */
export function readShard(bytes: Uint8Array): Shard {
  const reader = new ByteReader(bytes);
  const length = reader.number();
  const text = bytes.subarray(reader.at, reader.at + length);
  const words = new TextDecoder().decode(text).split('\n');
  reader.at += length;
  const entries = words.map(() => {
    const { at } = reader;
    const head = reader.number();
    if (head % 2 === 0) reader.at += head / 2;
    else {
      reader.number();
      reader.number();
    }
    return at;
  });
  if (reader.at !== bytes.length) throw new RangeError('words that don’t fit their lists');
  return {
    words,
    listOf: (word) => {
      const entry = new ByteReader(bytes, entries[word]);
      const head = entry.number();
      if (head % 2 === 0) return bytes.subarray(entry.at, entry.at + head / 2);
      return { length: (head - 1) / 2, piece: entry.number(), from: entry.number() };
    },
  };
}

/** Writes an entry of a shard; the words themselves come before all entries. */
export function writeEntry(list: ListPlace, to: ByteWriter): void {
  if (list instanceof Uint8Array) {
    to.number(2 * list.length);
    to.bytes(list);
  } else {
    to.number(2 * list.length + 1);
    to.number(list.piece);
    to.number(list.from);
  }
}

/** The piece of a shard: its words, and their entries one after the other. */
export function shardPiece(words: readonly string[], entries: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(words.join('\n'));
  const shard = new ByteWriter();
  shard.number(text.length);
  shard.bytes(text);
  shard.bytes(entries);
  return shard.take();
}
