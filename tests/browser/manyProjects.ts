import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { withFolder } from '../folder.ts';
import { publishedFiles, type PublishedFiles } from '../publishedFiles.ts';
import { serve } from './republished.ts';

/** Its id. */
export const MANY = 'many';
const SECTORS = ['energy', 'water', 'health'] as const;

/** How many projects stand all over the world, at one spot, at another, and in one region. */
export const EVERYWHERE = 3000;
export const FEW = 5;
export const CROWD = 1500;
export const IN_REGION = 40;
export const ALL = EVERYWHERE + FEW + CROWD + IN_REGION;

/** Where the few stand, and the crowd; degrees. */
export const FEW_AT = [-30, 30] as const;
export const CROWD_AT = [-30, -30] as const;

function feature(number: number, place: object, [lng, lat]: readonly [number, number]): string {
  return JSON.stringify({
    type: 'Feature',
    id: `project-${number}`,
    geometry: { type: 'Point', coordinates: [lng, lat] },
    properties: {
      name: { en: `Project ${number}` },
      kind: 'project',
      sector: SECTORS[number % SECTORS.length],
      place,
      citations: [
        {
          title: `Bulletin ${number}`,
          url: `https://example.org/${number}`,
          exact: `they agreed on project ${number}`,
        },
      ],
    },
  });
}

const site = (name: string) => ({ name: { en: name }, level: 'site', countries: [] });
const SAMARKAND = {
  id: 'UZ-SA',
  name: { en: 'Samarkand region' },
  level: 'region',
  countries: ['UZ'],
};

function* features(): Generator<string> {
  let number = 1;
  for (let at = 0; at < EVERYWHERE; at++) {
    // Spread evenly, and alike in every run.
    const lng = ((at * 137.508) % 360) - 180;
    const lat = Math.asin(((at * 0.618_034) % 1) * 1.6 - 0.8) * (180 / Math.PI);
    yield feature(number++, site(`Site ${at}`), [lng, lat]);
  }
  for (let at = 0; at < FEW; at++) yield feature(number++, site('Five Corners'), FEW_AT);
  for (let at = 0; at < CROWD; at++) yield feature(number++, site('Crowded Place'), CROWD_AT);
  for (let at = 0; at < IN_REGION; at++)
    yield feature(number++, SAMARKAND, [66.5 + at / 1000, 39.8]);
}

/** Published once, as it takes a while. */
let files: Promise<PublishedFiles> | null = null;

/** Has the page open a dossier of many projects. */
export async function serveMany(page: Page): Promise<void> {
  files ??= withFolder(async (sources) => {
    await writeMany(sources);
    return publishedFiles(MANY, sources, () => undefined);
  });
  await serve(page, MANY, await files);
}

/** Writes the sources of a dossier of many projects into a folder of dossiers. */
export async function writeMany(dossiers: string): Promise<void> {
  const folder = path.join(dossiers, MANY);
  await mkdir(folder);
  const colors = ['#b45309', '#1d4ed8', '#be123c'];
  const icons = ['charging-station', 'water', 'hospital'];
  await writeFile(
    path.join(folder, 'dossier.json'),
    JSON.stringify({
      title: { en: 'Many projects' },
      view: { bounds: [-180, -60, 180, 75] },
      sectors: SECTORS.map((id, at) => ({
        id,
        name: { en: `The ${id} sector` },
        color: colors[at],
        icon: icons[at],
      })),
      articles: [],
    }),
  );
  await writeFile(path.join(folder, 'projects.geojsonl'), [...features()].join('\n'));
}
