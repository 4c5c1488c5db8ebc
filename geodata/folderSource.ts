import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { dossierFiles } from '../src/dossier/files.ts';
import type { DossierSource, FeatureItem, ProjectsFile } from '../src/dossier/source.ts';
import { collectionStream } from './compile/collectionStream.ts';
import { lineStream } from './compile/lineStream.ts';

/** Read at once, bytes. */
const CHUNK = 2 ** 20;

/** Dossiers that lie in a folder, each in one of its own beside `index.json`. */
export function folderSource(folder: string): DossierSource {
  /** Files are named as below `geodata/`, wherever the folder is. */
  const pathOf = (file: string) => path.join(folder, path.posix.relative('dossiers', file));
  const isThere = (file: string) =>
    access(pathOf(file)).then(
      () => true,
      () => false,
    );
  const chunks = (file: string) => createReadStream(pathOf(file), { highWaterMark: CHUNK });

  return {
    read: (file) => readFile(pathOf(file), 'utf8'),
    projects: async (id): Promise<ProjectsFile> => {
      const collection = dossierFiles(id).projects;
      const lines = `${collection}l`;
      const hasLines = await isThere(lines);
      const isBoth = hasLines && (await isThere(collection));
      if (isBoth) return { file: lines, items: refused(lines, path.posix.basename(collection)) };
      return hasLines
        ? { file: lines, items: lineStream(lines, chunks(lines)) }
        : { file: collection, items: collectionStream(collection, chunks(collection)) };
    },
  };
}

/** Nobody could tell which of two files counts. */
async function* refused(file: string, other: string): AsyncGenerator<FeatureItem> {
  const found = `${other} beside it`;
  yield await Promise.resolve({
    problem: { file, found, expected: 'one file of projects' },
    spoilsAll: true,
  });
}
