import { Failure } from './failure.ts';
import { FIELDS, flagOf, type Field } from './fields.ts';
import { nearestHint } from './nearest.ts';
import type { NamedColumns } from './row.ts';

/** Long lists of columns are cut: a message is to be read. */
const MOST_LISTED = 40;

/**
 * The column of each field in a table: the one that is named for it, else the one that is called
 * like it. Throws a `Failure` where a named one isn't there, or where two could be meant.
 */
export function tableColumns(
  file: string,
  header: readonly string[],
  named: NamedColumns,
): ReadonlyMap<Field, number> {
  const columns = new Map<Field, number>();
  for (const [field, column] of named) {
    if (!header.includes(column)) throw missing(file, field, column, header, 'column');
    columns.set(
      field,
      only(file, field, header, (candidate) => candidate === column),
    );
  }
  const spoken = new Set(named.values());
  for (const field of FIELDS) {
    if (named.has(field)) continue;
    const isCalledSo = (column: string) => column.toLowerCase() === field && !spoken.has(column);
    if (header.some(isCalledSo)) columns.set(field, only(file, field, header, isCalledSo));
  }
  return columns;
}

function only(
  file: string,
  field: Field,
  header: readonly string[],
  isMeant: (column: string) => boolean,
): number {
  const meant = header.filter(isMeant);
  if (meant.length > 1)
    throw new Failure(
      `${file}: found ${meant.length} columns for ${field}: ${listed(meant)}; expected one`,
    );
  return header.findIndex(isMeant);
}

/** A column or property that was named for a field and isn't there. */
export function missing(
  file: string,
  field: Field,
  column: string,
  there: readonly string[],
  what: 'column' | 'property',
): Failure {
  return new Failure(
    `${file}: found no ${what} “${column}”, which was named for ${field}; ` +
      `expected one of ${listed(there)}${nearestHint(column, there)}`,
  );
}

/** A field without which no row could be taken, and that no column gives. */
export function required(file: string, field: Field, header: readonly string[], why: string) {
  return new Failure(
    `${file}: found no column for ${field}; expected ${why}: name it by --${flagOf(field)}. ` +
      `There are ${listed(header)}${nearestHint(field, header)}`,
  );
}

export function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, MOST_LISTED).map((column) => `“${column}”`);
  const more = columns.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ') || 'none';
}
