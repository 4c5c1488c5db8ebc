import type { PieceTuple } from '../../src/dossier/manifest.ts';
import { ByteWriter, type ListAt } from '../../src/dossier/searchFormat.ts';
import type { PieceWriter } from './pieceWriter.ts';

/** Lists of the search index in pieces: short ones several together, a long one by itself. */
export class ListPieces {
  readonly #writer: PieceWriter;
  readonly #size: number;
  /** By their numbers; those that are still being gathered come in later. */
  readonly #pieces: PieceTuple[] = [];
  #count = 0;
  readonly #gathered = new ByteWriter();
  /** The number of the piece for what is gathered. */
  #number = 0;

  /** Pieces are of about so many bytes. */
  constructor(writer: PieceWriter, size: number) {
    this.#writer = writer;
    this.#size = size;
  }

  async add(list: Uint8Array): Promise<ListAt> {
    const { length } = list;
    if (length >= this.#size / 2) {
      const piece = this.#count++;
      this.#pieces[piece] = await this.#writer.write(list);
      return { piece, from: 0, length };
    }
    const from = this.#gathered.length;
    if (from === 0) this.#number = this.#count++;
    this.#gathered.bytes(list);
    const piece = this.#number;
    if (this.#gathered.length >= this.#size) await this.#writeGathered();
    return { piece, from, length };
  }

  /** All pieces, once nothing more is added. */
  async finish(): Promise<readonly PieceTuple[]> {
    if (this.#gathered.length > 0) await this.#writeGathered();
    return this.#pieces;
  }

  async #writeGathered(): Promise<void> {
    this.#pieces[this.#number] = await this.#writer.write(this.#gathered.take());
  }
}
