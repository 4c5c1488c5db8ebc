import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import * as v from 'valibot';
import { createServer, isRunnableDevEnvironment, type Plugin } from 'vite';
import { earlyFiles } from '../geodata/earlyFiles.ts';
import { INDEX, pagePath } from '../src/dossier/files.ts';
import { LANGUAGES, type Language } from '../src/dossier/localized.ts';
import { ManifestSchema, publishedFiles } from '../src/dossier/manifest.ts';
import { IndexSchema } from '../src/dossier/schema.ts';
import { fillPage } from './fillPage.ts';
import { compileMessages } from './messages.ts';

type Renderer = typeof import('../src/firstPage/renderFirstPage.ts');

const RENDERER = path.join(import.meta.dirname, '../src/firstPage/renderFirstPage.ts');
const PAGE = 'index.html';
const PICTURE = 'preview.png';

/**
 * Renders the first state of each dossier in each language into a page of its own, and that of the
 * default dossier in English into the page above them: what is read before the script arrives, and
 * what search engines and previews of links see. `site` is the address at which the atlas will be
 * served, with a slash at its end; without it, what needs full addresses is left out. `sources` is the
 * folder of the dossiers: a `preview.png` of one becomes the picture of its pages.
 */
export function firstPages(site: URL | null, sources: string): Plugin {
  return {
    name: 'first-pages',
    apply: 'build',
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler({ dir }) {
        const folder = dir ?? '';
        if (site === null)
          this.warn(
            'SITE_URL isn’t set: the pages have no canonical addresses, no hreflang and no Open Graph images.',
          );
        const read = async (file: string) =>
          new Uint8Array(await readFile(path.join(folder, 'geodata', file)));
        const json = async (file: string): Promise<unknown> =>
          JSON.parse(new TextDecoder().decode(await read(file)));
        const template = await readFile(path.join(folder, PAGE), 'utf8');
        const { dossiers } = v.parse(IndexSchema, await json(INDEX));
        const pictured = await Promise.all(
          dossiers.map((dossier) => copyPicture(sources, folder, dossier)),
        );
        for (const language of LANGUAGES)
          await withRenderer(language, async (render) => {
            for (const [number, dossier] of dossiers.entries()) {
              const manifest = v.parse(
                ManifestSchema,
                await json(publishedFiles(dossier).manifest),
              );
              const page = {
                dossier,
                language,
                rendered: await render(dossier, read),
                early: earlyFiles(dossier, manifest),
                picture: pictured[number] ?? null,
              };
              const below = path.join(folder, pagePath(dossier, language));
              await mkdir(below, { recursive: true });
              await writeFile(path.join(below, PAGE), fillPage(template, page, site, 2));
              if (dossier === dossiers[0] && language === 'en')
                await writeFile(path.join(folder, PAGE), fillPage(template, page, site, 0));
            }
          });
      },
    },
  };
}

/** Publishes the picture of a dossier: its path in the built folder, or `null` if there is none. */
async function copyPicture(
  sources: string,
  folder: string,
  dossier: string,
): Promise<string | null> {
  const picture = path.join(sources, dossier, PICTURE);
  if (!existsSync(picture)) return null;
  await mkdir(path.join(folder, dossier), { recursive: true });
  await copyFile(picture, path.join(folder, dossier, PICTURE));
  return `${dossier}/${PICTURE}`;
}

/**
 * Hands over what renders pages in a language, each of which keeps to one. As it has components of
 * packages, too, it is loaded as in development.
 */
async function withRenderer(
  language: Language,
  use: (render: Renderer['renderFirstPage']) => Promise<void>,
): Promise<void> {
  const server = await createServer({
    root: path.join(import.meta.dirname, '../src'),
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    // The styles are in the build; here they would only be in the way. Packages as they are: made into
    // bundles they lie in a folder that builds share, where two at a time take each other’s away.
    plugins: [
      svelte({ configFile: false, emitCss: false, prebundleSvelteLibraries: false }),
      compileMessages(),
    ],
    define: { 'import.meta.env.ATLAS_LANGUAGE': JSON.stringify(language) },
  });
  try {
    const { ssr } = server.environments;
    if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite can’t run modules here.');
    const { renderFirstPage } = await ssr.runner.import<Renderer>(RENDERER);
    await use(renderFirstPage);
  } finally {
    await server.close();
  }
}
