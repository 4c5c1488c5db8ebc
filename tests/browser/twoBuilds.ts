import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { DOSSIERS } from '../../geodata/check.ts';
import { MANY, writeMany } from './manyProjects.ts';
import { ID } from './republished.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** What the second edition says in *About*, and calls a project. */
export const ABOUT = 'This is the second edition.';
export const RENAMED = 'Car works of the second edition';

/**
 * Builds the atlas once more: its program says something else, its dossier calls a project something
 * else, and there is a dossier of many projects beside it, too large to be kept whole. Returns the
 * folder, to be removed.
 */
export async function buildSecondEdition(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'second-edition-'));
  const sources = path.join(folder, 'sources');
  await cp(DOSSIERS, sources, { recursive: true });
  const projects = path.join(sources, ID, 'projects.geojson');
  const content = await readFile(projects, 'utf8');
  await writeFile(projects, content.replace('"Car production in Kostanay"', `"${RENAMED}"`));
  await writeFile(path.join(sources, 'index.json'), JSON.stringify({ dossiers: [ID, MANY] }));
  await writeMany(sources);

  const outDir = path.join(folder, 'dist');
  process.env['DOSSIERS'] = sources;
  // More than the first dossier has, less than the other.
  process.env['KEEP_WHOLE'] = '50000';
  await build({
    configFile: path.join(ROOT, 'vite.config.ts'),
    root: path.join(ROOT, 'src'),
    logLevel: 'error',
    build: { outDir },
    plugins: [
      {
        name: 'second-edition',
        enforce: 'pre',
        transform(code, id) {
          if (!id.endsWith('about/AboutDialog.svelte')) return null;
          return code.replace('<div class="about">', `$&<p>${ABOUT}</p>`);
        },
      },
    ],
  });
  await rm(sources, { recursive: true });
  return outDir;
}
