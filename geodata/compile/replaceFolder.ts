import { readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a compiled dossier in the place of another, which others may be reading: one that is the same
 * is left as it is.
 */
export async function replaceFolder(folder: string, replacement: string): Promise<void> {
  if (await isSame(folder, replacement)) return;
  const old = `${replacement}-old`;
  await rename(folder, old).catch(ignoreMissing);
  await rename(replacement, folder);
  await rm(old, { recursive: true, force: true });
}

/** Whether two hold the same: their pieces are named by what they hold. */
async function isSame(folder: string, other: string): Promise<boolean> {
  const contents = async (of: string) =>
    Promise.all([
      readdir(of).then((names) => names.sort().join()),
      readFile(path.join(of, 'manifest.json'), 'utf8'),
    ]).catch(ignoreMissing);
  const [[names, manifest] = [], [otherNames, otherManifest] = []] = await Promise.all([
    contents(folder),
    contents(other),
  ]);
  return names !== undefined && names === otherNames && manifest === otherManifest;
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
