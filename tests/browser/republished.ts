import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DOSSIERS } from '../../geodata/check.ts';
import { withFolder } from '../folder.ts';
import { publishedFiles, type PublishedFiles } from '../publishedFiles.ts';

export const ID = 'uzbekistan-kazakhstan-2022';

/**
 * Has the page open the default dossier as it would be published, problems or no, with its source
 * files changed. Returns what is published.
 */
export async function republish(
  page: Page,
  change: (content: string) => string,
): Promise<PublishedFiles> {
  const files = await withFolder(async (sources) => {
    await cp(DOSSIERS, sources, { recursive: true });
    const changed = [
      'dossier.json',
      'projects.geojson',
      'articles/2022-12-24-allied-relations.txt',
    ];
    for (const file of changed) {
      const place = path.join(sources, ID, file);
      await writeFile(place, change(await readFile(place, 'utf8')));
    }
    return publishedFiles(ID, sources, () => undefined);
  });
  await serve(page, ID, files);
  return files;
}

/** Has the page open another dossier instead of the default one. */
export async function serve(page: Page, id: string, files: PublishedFiles): Promise<void> {
  await page.route('**/geodata/dossiers/index.json', (route) =>
    route.fulfill({ json: { dossiers: [id] } }),
  );
  await page.route(`**/geodata/dossiers/${id}/*`, async (route) => {
    const name = path.posix.basename(new URL(route.request().url()).pathname);
    const body = files.get(name);
    // The page was built with links to pieces of another revision, to be fetched early.
    await route.fulfill(body === undefined ? { status: 404 } : { body });
  });
}
