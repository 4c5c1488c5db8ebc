import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { excerpt } from '../../src/dossier/problem.ts';
import { tableColumns } from './columns.ts';
import { Failure } from './failure.ts';
import type { Field } from './fields.ts';
import type { ColumnUse, NamedColumns, RowHandler } from './row.ts';
import { textOf } from './text.ts';

/** A cell that is longer than this has lost its closing quotation mark. Letters. */
const LONGEST_ROW = 1 << 22;

export interface TableOptions {
  readonly named: NamedColumns;
  /** What divides the cells; `null` where that is to be detected. */
  readonly delimiter: string | null;
  /** Judges the header before any row is read; may throw a `Failure`. */
  readonly checkHeader: (header: readonly string[], fields: ReadonlySet<Field>) => void;
}

/**
 * Reads a CSV or TSV file, row by row as it comes from the disk. Rows that are damaged are refused
 * one by one; a `Failure` is thrown where nothing can be made of the rest of the file.
 */
export function readTable(
  file: string,
  { named, delimiter, checkHeader }: TableOptions,
  handler: RowHandler,
): Promise<ColumnUse> {
  let header: readonly string[] | null = null;
  let positions: ReadonlyMap<Field, number> = new Map();
  let columns: ReadonlyMap<Field, string> = new Map();
  let line = 1;
  let number = 0;
  let empty = 0;
  let lengthRead = 0;
  let lengthTaken = 0;

  function readHeader(cells: readonly string[]) {
    header = cells.map((cell) => cell.trim());
    positions = tableColumns(file, header, named);
    columns = new Map([...positions].map(([field, at]) => [field, header?.[at] ?? '']));
    checkHeader(header, new Set(positions.keys()));
  }

  function readRow(cells: readonly string[], errors: readonly Papa.ParseError[]) {
    const begin = line;
    const end = begin + newlinesIn(cells);
    line = end + 1;
    if (errors.some(({ code }) => code === 'MissingQuotes')) throw unclosed(begin);
    if (cells.every((cell) => cell.trim() === '')) {
      if (header !== null && cells.length > 1) empty++;
    } else if (header === null) readHeader(cells);
    else judge(cells, header.length, begin, end, errors);
  }

  function judge(
    cells: readonly string[],
    width: number,
    begin: number,
    end: number,
    errors: readonly Papa.ParseError[],
  ) {
    const label = { number: ++number, line: begin, columns };
    if (errors.some(({ code }) => code === 'InvalidQuotes')) {
      const goesOn = end > begin ? `, and the row goes on to line ${end}` : '';
      const found = `a single quotation mark inside a cell that has them around it${goesOn}`;
      handler.refuse(label, [{ found, expected: 'it doubled: ""' }]);
    } else if (cells.length !== width) {
      const found = `${cells.length} cells, the first of them ${excerpt(cells[0])}`;
      handler.refuse(label, [{ found, expected: `${width}, as many as the header has` }]);
    } else
      handler.take({
        ...label,
        cell: (field) => {
          const at = positions.get(field);
          return at === undefined ? undefined : cells[at];
        },
      });
  }

  const unclosed = (begin: number) =>
    new Failure(
      `${file}: line ${begin}: found a cell that begins with a quotation mark and has no closing one; ` +
        'expected one before the next delimiter or line',
    );

  /** Stops where a row has no end: the parser would hold all the rest of the file. */
  async function* watched() {
    for await (const text of textOf(file)) {
      lengthRead += text.length;
      if (lengthRead - lengthTaken > LONGEST_ROW) throw unclosed(line);
      yield text;
    }
  }

  return new Promise((resolve, reject) => {
    const stream = Readable.from(watched(), { highWaterMark: 1 });
    Papa.parse<string[]>(stream, {
      delimiter: delimiter ?? '',
      newline: '\n',
      step({ data, errors, meta }) {
        lengthTaken = meta.cursor;
        readRow(data, errors);
      },
      complete() {
        if (header === null) {
          reject(new Failure(`${file}: found nothing; expected a row of column names`));
          return;
        }
        const taken = new Set(positions.values());
        resolve({
          used: columns,
          unused: header.filter((column, at) => column !== '' && !taken.has(at)),
          empty,
        });
      },
      error(error) {
        stream.destroy();
        reject(error);
      },
    });
  });
}

function newlinesIn(cells: readonly string[]): number {
  let newlines = 0;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) newlines++;
  return newlines;
}
