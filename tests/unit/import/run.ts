import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterEach, vi } from 'vitest';
import * as v from 'valibot';
import { readOutlines } from '../../../geodata/check.ts';
import { checkSource } from '../../../geodata/compile/checkSource.ts';
import { main } from '../../../geodata/dossier.ts';
import { folderSource } from '../../../geodata/folderSource.ts';
import { describeProblem, type Problem } from '../../../src/dossier/problem.ts';
import { DossierSchema, FeatureSchema, ReadingSchema } from '../../../src/dossier/schema.ts';

/** Imports in folders of their own, which are gone after each test. */

export const ID = 'plants';

// Each import reads the basemap anew.
vi.setConfig({ testTimeout: 60_000 });

const outlines = readOutlines();
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

export type Cells = Readonly<Record<string, string>>;

/** A row that can be taken, and is placed nowhere. */
export const SOUND: Cells = {
  name: 'Solar plant',
  sector: 'Energy',
  quotation: 'a solar plant',
  title: 'Annual report',
  url: 'https://example.org/report',
};
/** What a row has beside that where it is placed. */
export const PLACED: Cells = {
  lat: '39.65',
  lng: '66.96',
  place: 'Samarkand',
  level: 'settlement',
  countries: 'UZ',
};

/** A table of sound rows with the changes given, which may add columns. */
export function table(...rows: readonly Cells[]): string {
  const whole = rows.map((row) => ({ ...SOUND, ...row }));
  const columns = [...new Set(whole.flatMap((row) => Object.keys(row)))];
  return Papa.unparse({ fields: columns, data: whole }, { newline: '\n' });
}

export interface Workplace {
  readonly folder: string;
  readonly into: string;
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs the command line as it stands. */
  run(...args: readonly string[]): Promise<Run>;
  /** Imports a file with this content. */
  import(name: string, content: string | Uint8Array, ...flags: readonly string[]): Promise<Run>;
}

export interface Run {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'import-'));
  folders.push(folder);
  const into = path.join(folder, 'dossiers');
  mkdirSync(into);
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(path.join(folder, name), content);
    return name;
  };
  const run = async (...args: readonly string[]): Promise<Run> => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = {
      out: (line: string) => out.push(line),
      err: (line: string) => err.push(line.replaceAll(folder + path.sep, '')),
      isInteractive: false,
    };
    return { code: await main(args, terminal, folder), out, err };
  };
  return {
    folder,
    into,
    write,
    run,
    import: async (name, content, ...flags) =>
      run('import', await write(name, content), '--id', ID, '--into', 'dossiers', ...flags),
  };
}

/** Imports a CSV file in a folder of its own. */
export async function importTable(content: string | Uint8Array, ...flags: readonly string[]) {
  const place = await workplace();
  const run = await place.import('rows.csv', content, ...flags);
  return { ...run, place };
}

/** What is said of the only row of a table, without its place in the file. */
export async function reasonsFor(row: Cells, ...flags: readonly string[]): Promise<string[]> {
  const { err } = await importTable(table(SOUND, row), ...flags);
  return err.map((line) => {
    if (!line.startsWith('row 2 (line 3): ')) throw new Error(`Not of that row: ${line}`);
    return line.slice('row 2 (line 3): '.length);
  });
}

/** The features that were written, each as the atlas's schema reads it. */
export async function features({ into }: Workplace) {
  const text = await readFile(path.join(into, ID, 'projects.geojsonl'), 'utf8');
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('The last line has no end.');
  return lines.map((line) => v.parse(FeatureSchema, JSON.parse(line)));
}

export async function dossier({ into }: Workplace) {
  const text = await readFile(path.join(into, ID, 'dossier.json'), 'utf8');
  return v.parse(DossierSchema, JSON.parse(text));
}

export async function reading({ into }: Workplace, article: string) {
  const file = path.join(into, ID, 'articles', `${article}.reading.json`);
  return v.parse(ReadingSchema, JSON.parse(await readFile(file, 'utf8')));
}

/** Everything that lies where dossiers are written. */
export async function written({ into }: Workplace): Promise<string[]> {
  return (await readdir(into, { recursive: true })).sort();
}

/** What the check of the geodata says of the dossier. */
export async function problems({ into }: Workplace): Promise<string[]> {
  const found: Problem[] = [];
  await checkSource(ID, folderSource(into), await outlines, {
    report: (problem) => found.push(problem),
  });
  return found.map(describeProblem);
}
