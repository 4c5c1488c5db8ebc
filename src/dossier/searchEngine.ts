import * as v from 'valibot';
import type { Manifest, Piece } from './manifest.ts';
import { BrokenPiece, readJsonPiece, readPiece, type ReadBytes } from './piece.ts';
import { PieceCache } from './pieceCache.ts';
import type { Problem } from './problem.ts';
import type { Row } from './projectIndex.ts';
import { lettersAfter, placeOf, SearchDirectory } from './searchDirectory.ts';
import {
  DirectorySchema,
  markList,
  readShard,
  type ListPlace,
  type Shard,
} from './searchFormat.ts';
import { costsOf, Ranking } from './searchRanking.ts';
import {
  corrections,
  LIKENESS,
  matchesIn,
  queryWords,
  SHORTEST_CORRECTED,
  type Likeness,
  type PlaceNames,
  type Term,
  type TextRange,
} from './searchTerms.ts';

/** What a query finds. */
export interface Found {
  /** 1 for a row found, else 0. */
  readonly mask: Uint8Array;
  readonly count: number;
  /** The best first, some hundreds at most. */
  readonly ranked: readonly Row[];
  /** What was searched for; nothing where the query has no words, which finds everything. */
  readonly terms: readonly Term[];
  /** What of a text is to be marked, which may call places by other names than those sought. */
  readonly matchesIn: (text: string, places?: readonly PlaceNames[]) => readonly TextRange[];
}

/** Kept of shards and of lists, bytes. */
const MOST_SHARDS = 2 ** 23;
const MOST_LISTS = 2 ** 24;

/**
 * Where there are more words, one that is mistyped is taken to have its first letter right, if any
 * are found so: to look for others, all words have to be fetched.
 */
export const FEW_WORDS = 50_000;
/** Where there are more words than these, some 3 MB, not all are ever fetched. */
export const MOST_WORDS = 250_000;

/** Which errors a word is searched for with, one after the other until something is found. */
function errorsSought({ words }: SearchDirectory): readonly Exclude<Term['errors'], 'none'>[] {
  if (words <= FEW_WORDS) return ['any'];
  return words <= MOST_WORDS ? ['inner', 'any'] : ['inner'];
}

/** A list of the rows of words that resemble a term. */
interface Likely {
  readonly likeness: Likeness;
  readonly list: ListPlace;
  /** In which it stands: a shard, or a piece of lists. */
  readonly piece: Piece;
}

/** The search itself, over the index that `searchFormat.ts` tells of. */
export class SearchEngine {
  readonly #manifest: Pick<Manifest, 'projects' | 'search'>;
  readonly #pathOf: (piece: Piece) => string;
  readonly #report: (problem: Problem) => void;
  readonly #directories: PieceCache<SearchDirectory>;
  readonly #shards: PieceCache<Shard>;
  readonly #lists: PieceCache<Uint8Array>;

  constructor(
    manifest: Pick<Manifest, 'projects' | 'search'>,
    read: ReadBytes,
    pathOf: (piece: Piece) => string,
    report: (problem: Problem) => void,
  ) {
    this.#manifest = manifest;
    this.#pathOf = pathOf;
    this.#report = report;
    this.#directories = new PieceCache(async (piece) => {
      const content = await readJsonPiece(read, pathOf(piece), piece);
      const directory = v.safeParse(DirectorySchema, content);
      if (!directory.success) throw this.#broken(piece, 'something else');
      return new SearchDirectory(directory.output);
    }, 0);
    this.#shards = new PieceCache(async (piece) => {
      const bytes = await readPiece(read, pathOf(piece), piece);
      return this.#decode(piece, () => readShard(bytes));
    }, MOST_SHARDS);
    this.#lists = new PieceCache((piece) => readPiece(read, pathOf(piece), piece), MOST_LISTS);
  }

  /** What a query finds; `null` where something that is needed can't be had, which is reported. */
  async find(query: string): Promise<Found | null> {
    const words = queryWords(query);
    if (words.length === 0) return this.#judge([], []);
    return this.#reporting(async () => this.#search(words, await this.#directory()));
  }

  /** Fetches the directory, which every search needs; that it can't be had is reported. */
  async prepare(): Promise<void> {
    await this.#reporting(() => this.#directory());
  }

  #directory(): Promise<SearchDirectory> {
    return this.#directories.get(this.#manifest.search);
  }

  async #reporting<T>(act: () => Promise<T>): Promise<T | null> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof BrokenPiece)) throw error;
      this.#report(error.problem);
      return null;
    }
  }

  /**
   * First for the words as they were typed. Where nothing is found so, those that no word of the
   * dossier begins with are taken for mistyped; or all of them, where each by itself is there.
   */
  async #search(words: readonly string[], directory: SearchDirectory): Promise<Found> {
    const likelyOf = (terms: readonly Term[]) =>
      Promise.all(terms.map((term) => this.#likely(term, directory)));
    const typed = words.map((word): Term => ({ word, errors: 'none' }));
    const likely = await likelyOf(typed);
    const asTyped = await this.#judge(typed, likely);
    if (asTyped.count > 0) return asTyped;

    const isAnyMissing = likely.some(isEmpty);
    let found = asTyped;
    for (const errors of errorsSought(directory)) {
      const mended = typed.map((term, number): Term => {
        const isDoubtful = !isAnyMissing || isEmpty(likely[number] ?? []);
        return isDoubtful && term.word.length >= SHORTEST_CORRECTED ? { ...term, errors } : term;
      });
      if (mended.every((term) => term.errors === 'none')) return asTyped;
      found = await this.#judge(mended, await likelyOf(mended));
      if (found.count > 0) break;
    }
    return found;
  }

  /** The lists of words that resemble a term. */
  async #likely(term: Term, directory: SearchDirectory): Promise<readonly Likely[]> {
    const typed = await this.#begun(term.word, LIKENESS.same, LIKENESS.begun, directory);
    if (term.errors === 'none') return typed;
    // Words with an error further on begin with the same letter.
    const near = directory.shardsOf(term.errors === 'any' ? '' : term.word.charAt(0));
    const shards = await Promise.all(near.map((piece) => this.#shards.get(piece)));
    const lists = shards.map(({ words }) => words);
    const beginnings = corrections(term, (beginning) => lettersAfter(beginning, lists));
    const mended = await Promise.all(
      Array.from(beginnings, (beginning) =>
        this.#begun(beginning, LIKENESS.mistyped, LIKENESS.begunMistyped, directory),
      ),
    );
    return [...typed, ...mended.flat()];
  }

  /** The lists of words that begin so: of the one that is the beginning, and of those that go on. */
  async #begun(
    beginning: string,
    whole: Likeness,
    begun: Likeness,
    directory: SearchDirectory,
  ): Promise<readonly Likely[]> {
    const likely: Likely[] = [];
    const add = (likeness: Likeness, list: ListPlace, shard: Piece) => {
      const piece = list instanceof Uint8Array ? shard : directory.lists[list.piece];
      if (piece === undefined) throw this.#broken(shard, 'the number of a piece that isn’t there');
      likely.push({ likeness, list, piece });
    };
    const united = directory.unitedOf(beginning);
    if (united !== null) add(begun, united, this.#manifest.search);
    const pieces = united === null ? directory.shardsOf(beginning) : directory.shardOf(beginning);
    const shards = await Promise.all(
      pieces.map(async (piece) => ({ piece, ...(await this.#shards.get(piece)) })),
    );
    for (const { piece, words, listOf } of shards)
      for (let at = placeOf(words, beginning); words[at]?.startsWith(beginning) === true; at++) {
        const isWhole = words[at] === beginning;
        if (!isWhole && united !== null) break;
        add(isWhole ? whole : begun, listOf(at), piece);
      }
    return likely;
  }

  /** Ranks the rows to which each of the terms leads, by the lists of words that resemble it. */
  async #judge(terms: readonly Term[], likely: readonly (readonly Likely[])[]): Promise<Found> {
    const ranking = new Ranking(this.#manifest.projects);
    if (likely.some(isEmpty)) ranking.add(() => undefined);
    else {
      const pieces = await this.#fetched(likely.flat());
      const costs = Object.values(LIKENESS).map((each) => costsOf(each, terms.length));
      for (const lists of likely)
        ranking.add((rows) => {
          for (const { likeness, list, piece } of lists)
            this.#decode(piece, () => {
              const [bytes, of] = [bytesOf(list, pieces.get(piece)), costs[likeness]];
              if (of !== undefined) markList(bytes, of, rows);
            });
        });
    }
    return {
      ...ranking.result(),
      terms,
      matchesIn: (text, places) => matchesIn(text, terms, places),
    };
  }

  /** The pieces in which lists stand that aren't at hand. */
  async #fetched(likely: readonly Likely[]): Promise<ReadonlyMap<Piece, Uint8Array>> {
    const pieces = new Set<Piece>();
    for (const { list, piece } of likely) if (!(list instanceof Uint8Array)) pieces.add(piece);
    return new Map(
      await Promise.all(
        Array.from(pieces, async (piece) => [piece, await this.#lists.get(piece)] as const),
      ),
    );
  }

  /** What an action makes of a piece. Throws a `BrokenPiece` where it doesn't hold what it should. */
  #decode<T>(piece: Piece, action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw this.#broken(piece, error.message);
    }
  }

  #broken(piece: Piece, found: string): BrokenPiece {
    return new BrokenPiece({ file: this.#pathOf(piece), found, expected: 'the search index' });
  }
}

/** The bytes of a list, which may stand in a piece. Throws a `RangeError` where they don't. */
function bytesOf(list: ListPlace, piece: Uint8Array | undefined): Uint8Array {
  if (list instanceof Uint8Array) return list;
  const end = list.from + list.length;
  if (piece === undefined || end > piece.length) throw new RangeError('lists that break off');
  return piece.subarray(list.from, end);
}

function isEmpty(list: readonly unknown[]): boolean {
  return list.length === 0;
}
