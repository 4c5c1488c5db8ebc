import type { Piece } from './manifest.ts';

/** What pieces hold, kept up to so many bytes; what was used last is kept longest. */
export class PieceCache<T> {
  readonly #read: (piece: Piece) => Promise<T>;
  readonly #most: number;
  readonly #kept = new Map<string, { readonly value: T; readonly bytes: number }>();
  readonly #coming = new Map<string, Promise<T>>();
  #bytes = 0;

  constructor(read: (piece: Piece) => Promise<T>, most: number) {
    this.#read = read;
    this.#most = most;
  }

  /** Rejects as the reading does; asked for again, a piece may arrive. */
  get(piece: Piece): Promise<T> {
    const kept = this.#kept.get(piece.name);
    if (kept !== undefined) {
      this.#kept.delete(piece.name);
      this.#kept.set(piece.name, kept);
      return Promise.resolve(kept.value);
    }
    const coming = this.#coming.get(piece.name) ?? this.#fetch(piece);
    this.#coming.set(piece.name, coming);
    return coming;
  }

  async #fetch(piece: Piece): Promise<T> {
    try {
      const value = await this.#read(piece);
      this.#keep(piece, value);
      return value;
    } finally {
      this.#coming.delete(piece.name);
    }
  }

  #keep({ name, length }: Piece, value: T): void {
    this.#kept.set(name, { value, bytes: length });
    this.#bytes += length;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#most || oldest === name) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}
