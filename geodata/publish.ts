import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { dossierFiles } from '../src/dossier/open.ts';
import { describeProblem } from '../src/dossier/problem.ts';
import { checkGeodata, GEODATA, MAKI, type Checked } from './check.ts';

/** What is published; the builder of the basemap and the readme are not. */
const PUBLISHED = ['dossiers', 'basemap'];
const BASE = 'geodata/';
/** The map comes as a part of its own, so that the article needn't wait for it. */
const MAP_MODULE = 'src/map/atlasMap.ts';
const ICONS = 'virtual:sector-icons';

/**
 * Publishes `geodata/` with the page: serves it in development, copies it in a build, has the
 * browser fetch early what the default dossier needs, and gives the page the icons that the
 * sectors name. A broken dossier stops the build.
 */
export function publishGeodata(): Plugin {
  let checked: Promise<Checked> | undefined;
  const geodata = () => (checked ??= checkGeodata());

  return {
    name: 'publish-geodata',

    async buildStart() {
      const { problems } = await geodata();
      if (problems.length === 0) return;
      const message = ['The geodata is broken:', ...problems.map(describeProblem)].join('\n  ');
      if (this.environment.mode === 'build') this.error(message);
      else this.warn(message);
    },

    async generateBundle() {
      for (const file of await publishedFiles())
        this.emitFile({
          type: 'asset',
          fileName: BASE + file,
          source: await readFile(path.join(GEODATA, file)),
        });
    },

    configureServer(server) {
      server.watcher.add(PUBLISHED.map((folder) => path.join(GEODATA, folder)));
      server.watcher.on('change', (file) => {
        if (!file.startsWith(GEODATA)) return;
        checked = undefined;
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const requested = new URL(request.url ?? '/', 'http://localhost').pathname;
        const file = path.posix.normalize(decodeURIComponent(requested)).slice(1 + BASE.length);
        const isPublished = PUBLISHED.some((folder) => file.startsWith(`${folder}/`));
        if (!requested.startsWith(`/${BASE}`) || !isPublished) {
          next();
          return;
        }
        createReadStream(path.join(GEODATA, file))
          .on('error', () => {
            response.statusCode = 404;
            response.end();
          })
          .pipe(response);
      });
    },

    async transformIndexHtml(_html, { bundle = {} }) {
      const { dossiers } = await geodata();
      const [dossier] = dossiers;
      if (dossier === undefined) return [];
      const files = dossierFiles(dossier.id);
      const early = [
        'dossiers/index.json',
        files.dossier,
        files.projects,
        ...dossier.articles.map(({ id }) => files.article(id)),
        ...(await publishedFiles()).filter((file) => file.startsWith('basemap/')),
      ];
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const map = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(MAP_MODULE));
      const entry = chunks.find(({ isEntry }) => isEntry);
      const modules = map
        ? [map.fileName, ...map.imports.filter((file) => file !== entry?.fileName)]
        : [];
      const link = (attrs: Record<string, string>) => ({
        tag: 'link',
        attrs,
        injectTo: 'head' as const,
      });
      return [
        ...modules.map((file) =>
          link({ rel: 'modulepreload', crossorigin: '', href: `./${file}` }),
        ),
        ...early.map((file) =>
          link({ rel: 'preload', as: 'fetch', crossorigin: '', href: `./${BASE}${file}` }),
        ),
      ];
    },

    resolveId: (id) => (id === ICONS ? `\0${ICONS}` : null),

    async load(id) {
      if (id !== `\0${ICONS}`) return null;
      const { dossiers } = await geodata();
      const names = new Set(dossiers.flatMap(({ sectors }) => sectors.map(({ icon }) => icon)));
      const paths = await Promise.all(
        [...names].sort().map(async (name) => [name, await iconPath(name)]),
      );
      return `export const SECTOR_ICONS = ${JSON.stringify(Object.fromEntries(paths))};`;
    },
  };
}

/** An icon's outline as one SVG path, in Maki's square of 15 units. */
async function iconPath(name: string): Promise<string> {
  const svg = await readFile(path.join(MAKI, `${name}.svg`), 'utf8');
  // Line breaks are written as character references; each path begins anew at the origin.
  return [...svg.matchAll(/<path\b[^>]*\bd="([^"]+)"/g)]
    .map(([, d = '']) => `M0 0${d.replace(/(&#x[\dA-F]+;|\s)+/gi, ' ')}`)
    .join('');
}

async function publishedFiles(): Promise<string[]> {
  const found = await Promise.all(
    PUBLISHED.map(async (folder) =>
      (await readdir(path.join(GEODATA, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.reading.json'))
        .map((entry) =>
          path.relative(GEODATA, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
        ),
    ),
  );
  return found.flat().sort();
}
