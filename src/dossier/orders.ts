import type { Language } from './localized.ts';
import type { Manifest, OrderKey, Piece } from './manifest.ts';
import { BrokenPiece, readPiece, type ReadBytes } from './piece.ts';
import type { Problem } from './problem.ts';
import { decodeRanks, type Ranks } from './ranks.ts';

/**
 * How projects are sorted by what isn't in the index: their names and places, as readers of each
 * language expect. Fetched as it is asked for, and kept.
 */
export class Orders {
  /** Told of what was found wrong while fetching. */
  onProblems: (problems: readonly Problem[]) => void = () => undefined;
  readonly #manifest: Pick<Manifest, 'projects' | 'orders'>;
  readonly #read: ReadBytes;
  readonly #pathOf: (piece: Piece) => string;
  readonly #loaded = new Map<Piece, Ranks>();
  readonly #loading = new Map<Piece, Promise<Ranks | null>>();
  /** Pieces that didn't arrive as they were published, each told of once. */
  readonly #reported = new Set<Piece>();

  constructor(
    manifest: Pick<Manifest, 'projects' | 'orders'>,
    read: ReadBytes,
    pathOf: (piece: Piece) => string,
  ) {
    this.#manifest = manifest;
    this.#read = read;
    this.#pathOf = pathOf;
  }

  /** The ranks, if they are at hand. */
  peek(key: OrderKey, language: Language): Ranks | undefined {
    return this.#loaded.get(this.#pieceOf(key, language));
  }

  /** The ranks; `null` if they can't be had, which is reported. Asked for again, they may be. */
  async load(key: OrderKey, language: Language): Promise<Ranks | null> {
    const piece = this.#pieceOf(key, language);
    const loaded = this.#loaded.get(piece);
    if (loaded !== undefined) return loaded;
    const reading = this.#loading.get(piece) ?? this.#fetch(piece);
    this.#loading.set(piece, reading);
    return reading;
  }

  /** Where no project has a name in a language, all are sorted by the English ones. */
  #pieceOf(key: OrderKey, language: Language): Piece {
    const pieces = this.#manifest.orders[key];
    return pieces[language] ?? pieces.en;
  }

  async #fetch(piece: Piece): Promise<Ranks | null> {
    try {
      const ranks = await this.#decoded(piece);
      this.#loaded.set(piece, ranks);
      return ranks;
    } catch (error) {
      if (!(error instanceof BrokenPiece)) throw error;
      if (!this.#reported.has(piece)) this.onProblems([error.problem]);
      this.#reported.add(piece);
      return null;
    } finally {
      this.#loading.delete(piece);
    }
  }

  async #decoded(piece: Piece): Promise<Ranks> {
    const file = this.#pathOf(piece);
    const bytes = await readPiece(this.#read, file, piece);
    try {
      return decodeRanks(bytes, this.#manifest.projects);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new BrokenPiece({ file, found: error.message, expected: 'an order of the projects' });
    }
  }
}
