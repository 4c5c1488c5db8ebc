import { LineWriter } from './lineWriter.ts';
import { describeReason, type Reason, type RowLabel } from './row.ts';

/** So many rows are told on the terminal; a file holds all. */
const MOST_SHOWN = 50;

/** Tells of each row that was left out, and why. */
export class Report {
  readonly #show: (line: string) => void;
  readonly #file: LineWriter | null;
  readonly #rowsByField = new Map<string, number>();
  #rows = 0;

  /** Throws where the file can't be written. */
  constructor(show: (line: string) => void, file: string | null) {
    this.#show = show;
    this.#file = file === null ? null : new LineWriter(file);
  }

  /** How many rows were left out. */
  get rows(): number {
    return this.#rows;
  }

  /** How many rows were left out for each field, the most frequent first. */
  get byField(): readonly (readonly [field: string, rows: number])[] {
    return [...this.#rowsByField].sort(([, a], [, b]) => b - a);
  }

  add(row: RowLabel, reasons: readonly Reason[]): void {
    this.#rows++;
    for (const field of new Set(reasons.map(({ field = 'the row itself' }) => field)))
      this.#rowsByField.set(field, (this.#rowsByField.get(field) ?? 0) + 1);
    for (const reason of reasons) {
      const line = describeReason(row, reason);
      this.#file?.write(line);
      if (this.#rows <= MOST_SHOWN) this.#show(line);
    }
  }

  close(): void {
    this.#file?.close();
    const more = this.#rows - MOST_SHOWN;
    if (more > 0)
      this.#show(
        this.#file === null
          ? `and ${more} more rows: use --report <file> to have them all`
          : `and ${more} more rows: they are in the report`,
      );
  }
}
