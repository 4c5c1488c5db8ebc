import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DETAILS_SIZE } from '../../src/dossier/manifest.ts';
import type { ReadBytes } from '../../src/dossier/piece.ts';
import type { Dossier } from '../../src/dossier/types.ts';
import type { Language } from '../../src/dossier/localized.ts';
import type { Basemap } from '../../src/map/basemap.ts';
import {
  areaColors,
  areaFeatures,
  countriesOf,
  labelFeatures,
  lineFeatures,
} from '../../src/map/features.ts';
import { rowsWithin, type Mark } from '../../src/map/marks.ts';
import { PALETTES } from '../../src/map/palette.ts';
import { AREAS, FAN, LINES, mapStyle, MARKS } from '../../src/map/style.ts';
import { Surveyor } from '../../src/map/survey.ts';
import { open } from '../../src/opening.ts';
import { buildPage } from './buildPage.ts';

const LANGUAGE: Language = 'en';
/** About that at which the atlas shows the whole world. */
const OPENING_ZOOM = 1;
const WHOLE_WORLD = { west: 0, width: 2 ** 32, north: 0, south: 2 ** 32 };

/**
 * Builds the page to compare with: bare MapLibre with the style of an atlas that was published into
 * a folder, and each source as a GeoJSON file that MapLibre fetches by itself. Returns what the atlas
 * shows at first: west, south, east, north in degrees.
 */
export async function buildBare(outDir: string, atlas: string): Promise<readonly number[]> {
  await buildPage(path.join(import.meta.dirname, 'bare'), outDir);
  const read: ReadBytes = async (file) =>
    new Uint8Array(await readFile(path.join(atlas, 'geodata', file)));
  const { shown, basemap } = await open(read, '');
  if (shown === null) throw new Error('The default dossier can’t be opened.');
  const { dossier } = shown;
  const style = mapStyle(basemap, countriesOf(dossier), LANGUAGE, PALETTES.light);
  const drawn = await drawnOf(dossier, basemap);

  for (const [name, source] of Object.entries(style.sources)) {
    // A fan is opened only later; until then there is nothing to fetch.
    if (source.type !== 'geojson' || name === FAN) continue;
    const data = drawn[name] ?? source.data;
    await writeFile(path.join(outDir, `${name}.geojson`), JSON.stringify(data));
    source.data = `./${name}.geojson`;
  }
  // The atlas tells the colours of areas apart from their source, which is the same for all filters.
  const plain = JSON.stringify(style).replaceAll('["feature-state","color"]', '["get","color"]');
  await writeFile(path.join(outDir, 'style.json'), plain);
  return dossier.bounds;
}

/**
 * A dossier as the atlas draws it at first, by the names of the sources. What keeps labels away
 * from the marks of the atlas, here is the marks themselves.
 */
async function drawnOf(dossier: Dossier, basemap: Basemap): Promise<Record<string, object>> {
  const { index, sectors, details } = dossier;
  const mask = new Uint8Array(index.size).fill(1);
  // What is drawn is named by the details that are at hand.
  if (index.size <= DETAILS_SIZE) await details.all([...mask.keys()]);
  const { marks } = new Surveyor(index, sectors.length).survey(mask, WHOLE_WORLD, OPENING_ZOOM);
  const rowsOf = ({ extent }: Mark) => rowsWithin(index, mask, extent);
  const areas = areaFeatures(dossier, basemap.outlines);
  const colors = areaColors(dossier, mask);
  for (const { properties } of areas.features)
    if (properties !== null) properties['color'] = colors[Number(properties['area'])] ?? null;
  return {
    [AREAS]: areas,
    [LINES]: lineFeatures(dossier),
    [MARKS]: labelFeatures(marks, dossier, rowsOf, LANGUAGE),
  };
}
