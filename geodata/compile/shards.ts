import type { DirectoryFile, ListPlace } from '../../src/dossier/searchFormat.ts';
import { ByteWriter, shardPiece, writeEntry } from '../../src/dossier/searchFormat.ts';
import type { PieceWriter } from './pieceWriter.ts';

/** The shards of the search index, from words in their order and where their lists stand. */
export class Shards {
  readonly #writer: PieceWriter;
  readonly #size: number;
  readonly #pieces: DirectoryFile['shards'] = [];
  #words: string[] = [];
  #wordsLength = 0;
  readonly #entries = new ByteWriter();

  /** Shards are of about so many bytes. */
  constructor(writer: PieceWriter, size: number) {
    this.#writer = writer;
    this.#size = size;
  }

  async add(word: string, list: ListPlace): Promise<void> {
    this.#words.push(word);
    this.#wordsLength += word.length + 1;
    writeEntry(list, this.#entries);
    if (this.#wordsLength + this.#entries.length >= this.#size) await this.#write();
  }

  /** All shards, once nothing more is added. */
  async finish(): Promise<DirectoryFile['shards']> {
    await this.#write();
    return this.#pieces;
  }

  async #write(): Promise<void> {
    const [first] = this.#words;
    if (first === undefined) return;
    const piece = await this.#writer.write(shardPiece(this.#words, this.#entries.take()));
    this.#pieces.push([first, piece]);
    this.#words = [];
    this.#wordsLength = 0;
  }
}
