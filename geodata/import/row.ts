import type { Field } from './fields.ts';

/** Something wrong with a row: a field of it, what was found, and what was expected. */
export interface Reason {
  /** Absent for what concerns the whole row. */
  readonly field?: Field | 'geometry' | 'lat, lng';
  readonly found: string;
  readonly expected: string;
}

/** Where a row stands, and which column each of its fields comes from. */
export interface RowLabel {
  /** Counted from 1, without the header. */
  readonly number: number;
  /** The line of the file on which it begins, counted from 1, where that is known. */
  readonly line: number | null;
  readonly columns: ReadonlyMap<Field, string>;
}

export interface Row extends RowLabel {
  /** What stands in a field's column: a text of a table, any value of GeoJSON. */
  cell(field: Field): unknown;
  /** A feature's geometry; absent in a table, where coordinates are cells. */
  readonly geometry?: unknown;
}

/** What is done with the rows of a file, in their order. */
export interface RowHandler {
  take(row: Row): void;
  /** For a row that can't even be read. */
  refuse(row: RowLabel, reasons: readonly Reason[]): void;
}

/** What became of a file's columns. */
export interface ColumnUse {
  readonly used: ReadonlyMap<Field, string>;
  readonly unused: readonly string[];
  /** How many rows had empty cells only: they aren't counted as rows. */
  readonly empty: number;
}

/** The columns that the publisher named for fields. */
export type NamedColumns = ReadonlyMap<Field, string>;

/** A row's reason as one line of text. */
export function describeReason(row: RowLabel, { field, found, expected }: Reason): string {
  const where = row.line === null ? `row ${row.number}` : `row ${row.number} (line ${row.line})`;
  if (field === undefined) return `${where}: found ${found}; expected ${expected}`;
  const column = field === 'geometry' || field === 'lat, lng' ? undefined : row.columns.get(field);
  const isRenamed = column !== undefined && column.toLowerCase() !== field;
  const label = isRenamed ? `${field} (“${column}”)` : field;
  return `${where}: ${label}: found ${found}; expected ${expected}`;
}
