import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, createServer } from 'vite';
import type { Language } from '../../src/dossier/localized.ts';
import { GEODATA } from '../../geodata/check.ts';

const FOLDER = path.join(import.meta.dirname, 'bare');

/**
 * Builds the page to compare with: bare MapLibre with the atlas's own style, and each source as a
 * GeoJSON file that MapLibre fetches by itself.
 */
export async function buildBare(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: FOLDER,
    base: './',
    logLevel: 'silent',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });

  const server = await createServer({ server: { middlewareMode: true }, logLevel: 'silent' });
  try {
    const load = (module: string) => server.ssrLoadModule(`/${module}`);
    const { open } = (await load('opening.ts')) as typeof import('../../src/opening.ts');
    const { mapStyle } = (await load('map/style.ts')) as typeof import('../../src/map/style.ts');
    const features = (await load('map/features.ts')) as typeof import('../../src/map/features.ts');
    const { marksOf } = (await load('map/marks.ts')) as typeof import('../../src/map/marks.ts');
    const { PALETTES } = (await load(
      'map/palette.ts',
    )) as typeof import('../../src/map/palette.ts');

    const read = (file: string) => readFile(path.join(GEODATA, file), 'utf8');
    const { dossier, basemap } = await open(read, '');
    if (dossier === null) throw new Error('The default dossier can’t be opened.');
    const language: Language = 'en';
    const style = mapStyle(basemap, features.countriesOf(dossier), language, PALETTES.light);
    const drawn: Record<string, object> = {
      areas: features.areaFeatures(dossier.projects, basemap.outlines),
      lines: features.lineFeatures(dossier.projects),
      marks: features.markFeatures(marksOf(dossier.projects), language),
    };
    await mkdir(outDir, { recursive: true });
    for (const [name, source] of Object.entries(style.sources)) {
      if (source.type !== 'geojson') continue;
      await writeFile(
        path.join(outDir, `${name}.geojson`),
        JSON.stringify(drawn[name] ?? source.data),
      );
      source.data = `./${name}.geojson`;
    }
    await writeFile(path.join(outDir, 'style.json'), JSON.stringify(style));
  } finally {
    await server.close();
  }
}
