import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOutlines } from '../geodata/check.ts';
import { compileDossier } from '../geodata/compile/compileDossier.ts';
import { folderSource } from '../geodata/folderSource.ts';
import type { Problem } from '../src/dossier/problem.ts';
import { withFolder } from './folder.ts';

/** What is published of a dossier, by the files’ names. */
export type PublishedFiles = ReadonlyMap<string, Buffer>;

/** Publishes a dossier of those in a folder, as far as it is sound, and reports its problems. */
export function publishedFiles(
  id: string,
  sources: string,
  report: (problem: Problem) => void,
): Promise<PublishedFiles> {
  return withFolder(async (folder) => {
    await compileDossier(id, folderSource(sources), folder, await readOutlines(), { report });
    const published = path.join(folder, id);
    const files = new Map<string, Buffer>();
    for (const name of await readdir(published))
      files.set(name, await readFile(path.join(published, name)));
    return files;
  });
}
