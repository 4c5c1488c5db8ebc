import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DOSSIERS, readOutlines } from '../../geodata/check.ts';
import { compileDossier } from '../../geodata/compile/compileDossier.ts';
import { folderSource } from '../../geodata/folderSource.ts';

export const ID = 'uzbekistan-kazakhstan-2022';

/**
 * Has the page open the default dossier as it would be published, problems or no, with its source
 * files changed. Returns the folder of what is published.
 */
export async function republish(page: Page, change: (content: string) => string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'republished-'));
  const sources = path.join(folder, 'sources');
  await cp(DOSSIERS, sources, { recursive: true });
  const files = ['dossier.json', 'projects.geojson', 'articles/2022-12-24-allied-relations.txt'];
  for (const file of files) {
    const place = path.join(sources, ID, file);
    await writeFile(place, change(await readFile(place, 'utf8')));
  }
  return serve(page, sources, folder, ID);
}

/** Has the page open another dossier instead of the default one, published from its sources. */
export async function serve(
  page: Page,
  sources: string,
  folder: string,
  id: string,
): Promise<string> {
  const published = path.join(folder, 'published');
  await compileDossier(id, folderSource(sources), published, await readOutlines(), {
    report: () => undefined,
  });
  const files = await readdir(path.join(published, id));
  await page.route('**/geodata/dossiers/index.json', (route) =>
    route.fulfill({ json: { dossiers: [id] } }),
  );
  await page.route(`**/geodata/dossiers/${id}/*`, async (route) => {
    const name = path.posix.basename(new URL(route.request().url()).pathname);
    // The page was built with links to pieces of another revision, to be fetched early.
    const isThere = files.includes(name);
    await route.fulfill(
      isThere ? { body: await readFile(path.join(published, id, name)) } : { status: 404 },
    );
  });
  return path.join(published, id);
}
