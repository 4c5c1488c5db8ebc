import { GrowingColumn } from '../../src/dossier/growingColumn.ts';
import { SpillFile } from './spillFile.ts';

/** Written at once, bytes. */
const BATCH = 2 ** 20;

/** Texts put aside in a file, to be had back in any order, by their numbers. */
export class Spill {
  readonly #file: SpillFile;
  readonly #lengths = new GrowingColumn();
  /** Where each begins, in units of `BATCH` and the rest: files may be longer than 4 GB. */
  readonly #batches = new GrowingColumn();
  readonly #rests = new GrowingColumn();
  #pending: Buffer[] = [];
  #pendingLength = 0;

  /** The folder must be there. Throws what the file system throws, as its other methods. */
  constructor(path: string) {
    this.#file = new SpillFile(path);
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    const at = this.#file.length + this.#pendingLength;
    this.#batches.push(Math.floor(at / BATCH));
    this.#rests.push(at % BATCH);
    this.#lengths.push(bytes.length);
    this.#pending.push(bytes);
    this.#pendingLength += bytes.length;
    if (this.#pendingLength >= BATCH) this.#flush();
  }

  get(number: number): Buffer {
    this.#flush();
    const bytes = Buffer.allocUnsafe(this.#lengths.at(number));
    this.#file.read(bytes, this.#batches.at(number) * BATCH + this.#rests.at(number));
    return bytes;
  }

  remove(): void {
    this.#file.remove();
  }

  #flush(): void {
    this.#file.append(Buffer.concat(this.#pending));
    this.#pending = [];
    this.#pendingLength = 0;
  }
}
