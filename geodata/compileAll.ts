import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ManifestFile } from '../src/dossier/manifest.ts';
import { readSourceIndex } from '../src/dossier/source.ts';
import { GEODATA, readOutlines } from './check.ts';
import { compileDossier } from './compile/compileDossier.ts';
import { folderSource } from './folderSource.ts';
import { Problems } from './problems.ts';

/** Problems told; the others are counted. */
const MOST_PROBLEMS = 200;

export interface CompiledAll {
  /** Where the compiled dossiers lie, each in a folder of its own. */
  readonly folder: string;
  readonly dossiers: readonly { readonly id: string; readonly manifest: ManifestFile }[];
  readonly problems: Problems;
}

/** Where dossiers of any folder are compiled into. */
export const CACHE = path.join(GEODATA, '../.cache/geodata');

/** Compiles the dossiers that a folder's `index.json` names, into a folder of their own in a cache. */
export async function compileAll(
  dossiers: string,
  cache: string,
  log: (message: string) => void,
): Promise<CompiledAll> {
  const started = performance.now();
  const folder = path.join(cache, hashOf(dossiers));
  const source = folderSource(dossiers);
  const outlines = await readOutlines();
  const problems = new Problems(MOST_PROBLEMS);
  const index = await readSourceIndex(source.read);
  index.problems.forEach(problems.add);
  const compiled: { id: string; manifest: ManifestFile }[] = [];
  for (const id of index.ids) {
    const { manifest } = await compileDossier(id, source, folder, outlines, {
      report: problems.add,
      progress: (done) => log(`${id}: ${done} …`),
    });
    compiled.push({ id, manifest });
  }
  const projects = compiled.reduce((sum, { manifest }) => sum + manifest.projects, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  log(
    `${compiled.length} dossiers of ${projects.toLocaleString('en')} projects compiled in ${seconds} s`,
  );
  return { folder, dossiers: compiled, problems };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
