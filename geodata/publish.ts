import { createReadStream } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, Rolldown, Logger } from 'vite';
import { INDEX } from '../src/dossier/files.ts';
import { readHead, readSourceIndex } from '../src/dossier/source.ts';
import { DOSSIERS, GEODATA } from './check.ts';
import { CACHE, compileAll, type CompiledAll } from './compileAll.ts';
import { folderSource } from './folderSource.ts';
import { iconPath } from './icons.ts';

const BASEMAP = path.join(GEODATA, 'basemap');
const BASE = 'geodata/';
/** The map comes as a part of its own, so that the article needn't wait for it. */
const MAP_MODULE = 'src/map/atlasMap.ts';
const ICONS = 'virtual:sector-icons';

/**
 * Publishes the dossiers of a folder, compiled, and the basemap with the page: serves them in
 * development, writes them in a build, has the browser fetch early what every dossier needs, and
 * gives the page the icons that the sectors name. A broken dossier stops the build.
 */
export function publishGeodata(dossiers = DOSSIERS, cache = CACHE): Plugin {
  let logger: Logger | undefined;
  let compiling: Promise<CompiledAll> | undefined;
  /** Settles when nothing is being compiled: two at a time would write into the same folder. */
  let idle: Promise<unknown> = Promise.resolve();
  const compiled = () => (compiling ??= compile());
  const compile = () => {
    const begun = idle.then(() => compileAll(dossiers, cache, (message) => logger?.info(message)));
    idle = begun.catch(() => {
      // Who waits for it is told; who asks next has it tried again.
      if (compiling === begun) compiling = undefined;
    });
    return begun;
  };
  /** Where a file lies that is published below `geodata/`; `null` for any other. */
  const locate = async (file: string): Promise<string | null> => {
    if (file === INDEX) return path.join(dossiers, 'index.json');
    if (file.startsWith('basemap/')) return path.join(GEODATA, file);
    if (!file.startsWith('dossiers/')) return null;
    return path.join((await compiled()).folder, file.slice('dossiers/'.length));
  };

  return {
    name: 'publish-geodata',

    configResolved(config) {
      ({ logger } = config);
    },

    async buildStart() {
      // In development it can wait until it is asked for.
      if (this.environment.mode !== 'build') return;
      compiling = undefined;
      const { problems } = await compiled();
      if (problems.count > 0) this.error(complaint(problems));
    },

    async generateBundle() {
      for (const file of [INDEX, ...(await basemapFiles())]) {
        const source = await readFile((await locate(file)) ?? '');
        this.emitFile({ type: 'asset', fileName: BASE + file, source });
      }
    },

    async writeBundle({ dir }) {
      const { folder, dossiers: written } = await compiled();
      // Thousands of files, perhaps: copied, not held in memory.
      for (const { id } of written)
        await cp(path.join(folder, id), path.join(dir ?? '', BASE, 'dossiers', id), {
          recursive: true,
        });
    },

    configureServer(server) {
      server.watcher.add([dossiers, BASEMAP]);
      server.watcher.on('all', (_event, file) => {
        const isWithin = (folder: string) => file.startsWith(path.join(folder, path.sep));
        if (!isWithin(dossiers) && !isWithin(BASEMAP)) return;
        compiling = undefined;
        server.ws.send({ type: 'full-reload' });
      });
      const serve = async (file: string): Promise<string | null> => {
        const isAnew = compiling === undefined;
        const found = await locate(file);
        if (isAnew && compiling !== undefined) {
          const { problems } = await compiling;
          if (problems.count > 0) server.config.logger.warn(complaint(problems));
        }
        return found;
      };
      server.middlewares.use((request, response, next) => {
        const requested = new URL(request.url ?? '/', 'http://localhost').pathname;
        const file = path.posix.normalize(decodeURIComponent(requested)).slice(1 + BASE.length);
        if (!requested.startsWith(`/${BASE}`)) {
          next();
          return;
        }
        serve(file).then((found) => {
          if (found === null) {
            next();
            return;
          }
          createReadStream(found)
            .on('error', () => {
              response.statusCode = 404;
              response.end();
            })
            .pipe(response);
        }, next);
      });
    },

    async transformIndexHtml(_html, { bundle }) {
      if (bundle === undefined) return [];
      const early = [INDEX, ...(await basemapFiles())];
      const link = (attrs: Record<string, string>) => ({
        tag: 'link',
        attrs,
        injectTo: 'head' as const,
      });
      return [
        ...mapModules(bundle).map((file) =>
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
      const names = await iconNames(dossiers);
      const paths = await Promise.all(names.map(async (name) => [name, await iconPath(name)]));
      return `export const SECTOR_ICONS = ${JSON.stringify(Object.fromEntries(paths))};`;
    },
  };
}

function complaint(problems: CompiledAll['problems']): string {
  return ['The geodata is broken:', ...problems.describe()].join('\n  ');
}

/** The files of the map, as far as the entry doesn't load them anyway. */
function mapModules(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const map = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(MAP_MODULE));
  const entry = chunks.find(({ isEntry }) => isEntry);
  return map ? [map.fileName, ...map.imports.filter((file) => file !== entry?.fileName)] : [];
}

/** The icons that any sector of any dossier names; those that there are. */
async function iconNames(dossiers: string): Promise<string[]> {
  const { read } = folderSource(dossiers);
  const { ids } = await readSourceIndex(read);
  const heads = await Promise.all(ids.map((id) => readHead(id, read, () => undefined)));
  const names = heads.flatMap(({ head }) => head?.sectors.map(({ icon }) => icon) ?? []);
  return [...new Set(names)].sort();
}

async function basemapFiles(): Promise<string[]> {
  return (await readdir(BASEMAP)).sort().map((file) => `basemap/${file}`);
}
