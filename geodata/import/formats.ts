import path from 'node:path';
import type { Mapping } from './mapping.ts';
import { required } from './columns.ts';
import { Failure } from './failure.ts';
import type { Field } from './fields.ts';
import { readCollection, readFeatureLines } from './geojson.ts';
import type { ColumnUse, NamedColumns, RowHandler } from './row.ts';
import { readTable } from './table.ts';

export interface RowsOptions {
  readonly mapping: Mapping;
  readonly delimiter: string | null;
  /** Whether quotations may stand in an article that is published along. */
  readonly hasArticles: boolean;
}

/**
 * Reads the rows of a file of any format that is known by its name's end. Throws a `Failure` where
 * that is another, and where no row could be taken.
 */
export function readRows(
  file: string,
  options: RowsOptions,
  handler: RowHandler,
): Promise<ColumnUse> {
  const { columns: named } = options.mapping;
  switch (path.extname(file).toLowerCase()) {
    case '.csv':
      return table(options.delimiter);
    case '.tsv':
      return table(options.delimiter ?? '\t');
    case '.geojson':
    case '.json':
      refuseCoordinates(file, named);
      return readCollection(file, named, handler);
    case '.geojsonl':
    case '.geojsonseq':
    case '.ndjson':
    case '.jsonl':
      refuseCoordinates(file, named);
      return readFeatureLines(file, named, handler);
    default:
      throw new Failure(
        `${file}: found “${path.basename(file)}”; expected .csv, .tsv, .geojson or .geojsonl ` +
          '(save a spreadsheet as “CSV UTF-8”)',
      );
  }

  function table(delimiter: string | null): Promise<ColumnUse> {
    const checkHeader = (header: readonly string[], fields: ReadonlySet<Field>) => {
      requireColumns(file, header, fields, options);
    };
    return readTable(file, { named, delimiter, checkHeader }, handler);
  }
}

/** What every row of a table needs must have a column, or else no row could be taken. */
function requireColumns(
  file: string,
  header: readonly string[],
  fields: ReadonlySet<Field>,
  { mapping, hasArticles }: RowsOptions,
) {
  const demand = (field: Field, why: string) => {
    if (!fields.has(field) && !mapping.constants.has(field))
      throw required(file, field, header, why);
  };
  demand('name', 'one with the names of projects');
  demand('sector', 'one with the field that each belongs to');
  demand('quotation', 'one with the words of the source: nothing without a source');
  if (fields.has('lat')) demand('lng', 'one beside that of lat');
  if (fields.has('lng')) demand('lat', 'one beside that of lng');
  if (hasArticles) return;
  demand('title', 'one with the title of what is quoted, as no --article is given');
  demand('url', 'one with the link of what is quoted, as no --article is given');
}

function refuseCoordinates(file: string, named: NamedColumns) {
  for (const field of ['lat', 'lng'] as const)
    if (named.has(field))
      throw new Failure(`${file}: found a property for ${field}; expected the features’ geometry`);
}
