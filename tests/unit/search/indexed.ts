import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { PieceWriter } from '../../../geodata/compile/pieceWriter.ts';
import { writeSearchIndex, type SearchSizes } from '../../../geodata/compile/searchIndex.ts';
import { WordTable, type SearchedProject } from '../../../geodata/compile/wordTable.ts';
import { PieceSchema } from '../../../src/dossier/manifest.ts';
import type { ReadBytes } from '../../../src/dossier/piece.ts';
import type { Problem } from '../../../src/dossier/problem.ts';
import { SearchEngine } from '../../../src/dossier/searchEngine.ts';
import { withFolder } from '../../folder.ts';

/** An index in a folder that is there only meanwhile, and a search over it. */
export interface Indexed {
  readonly engine: SearchEngine;
  /** The pieces that were read so far, in bytes. */
  readonly fetched: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** Writes the index of projects whose rows are in the opposite order. */
export function withIndex<T>(
  projects: readonly SearchedProject[],
  sizes: SearchSizes | undefined,
  action: (indexed: Indexed) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const table = new WordTable(path.join(folder, 'words'));
    for (const project of projects) table.add(project);
    const rows = Uint32Array.from(projects, (_, number) => projects.length - 1 - number);
    const directory = await writeSearchIndex(table, rows, new PieceWriter(folder, false), sizes);
    table.remove();
    const fetched = new Map<string, number>();
    const read: ReadBytes = async (name) => {
      const bytes = new Uint8Array(await readFile(path.join(folder, name)));
      fetched.set(name, bytes.length);
      return bytes;
    };
    const problems: Problem[] = [];
    const manifest = { projects: projects.length, search: v.parse(PieceSchema, directory) };
    const engine = new SearchEngine(
      manifest,
      read,
      ({ name }) => `${name}.bin`,
      (problem) => problems.push(problem),
    );
    return action({ engine, fetched, problems });
  });
}
