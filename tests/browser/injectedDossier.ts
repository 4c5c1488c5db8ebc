import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { withFolder } from '../folder.ts';
import { publishedFiles, type PublishedFiles } from '../publishedFiles.ts';
import { PAYLOADS } from './payloads.ts';
import { serve } from './republished.ts';

const ID = 'injected';
const ARTICLE = 'bulletin';
const ALL = PAYLOADS.join(' ');

const inEveryLanguage = (text: string) => ({ en: text, uz: text, kk: text, ru: text });
/** The words of the article that put a project on the map. */
const quoted = (number: number) =>
  `${PAYLOADS[number] ?? ''} was agreed on as number ${number} of all`;
export const projectId = (number: number) => `project-${number}`;

/** A project with the same payload in every field that takes any text. */
function project(payload: string, number: number) {
  return {
    type: 'Feature',
    id: projectId(number),
    geometry: {
      type: 'Point',
      coordinates: [47 + (number % 12) * 3, 38 + Math.floor(number / 12)],
    },
    properties: {
      name: inEveryLanguage(payload),
      kind: 'project',
      sector: `sector-${number}`,
      place: {
        name: inEveryLanguage(payload),
        level: 'site',
        countries: [],
        spellings: [payload],
      },
      citations: [
        { article: ARTICLE, exact: quoted(number), translations: inEveryLanguage(payload) },
        {
          title: payload,
          url: `https://example.org/?q=${payload}#${payload}`,
          exact: payload,
          translations: inEveryLanguage(payload),
        },
      ],
    },
  };
}

/** Fields that take no text but of a certain form: what else stands there is told of as a problem. */
const REFUSING: readonly ((payload: string) => object)[] = [
  (id) => ({ id }),
  (type) => ({ type }),
  (geometry) => ({ geometry }),
  (kind) => ({ properties: { kind } }),
  (sector) => ({ properties: { sector } }),
  (status) => ({ properties: { status } }),
  (when) => ({ properties: { when } }),
  (alias) => ({ properties: { aliases: [alias] } }),
  (unknown) => ({ properties: { [unknown]: unknown } }),
  (id) => ({ properties: { place: { id, name: { en: 'Somewhere' }, level: 'site' } } }),
  (level) => ({ properties: { place: { name: { en: 'Somewhere' }, level } } }),
  (country) => ({
    properties: { place: { name: { en: 'Here' }, level: 'site', countries: [country] } },
  }),
  (url) => ({ properties: { citations: [{ title: 'Title', url, exact: 'words' }] } }),
  (article) => ({ properties: { citations: [{ article, exact: 'words' }] } }),
  (exact) => ({ properties: { citations: [{ article: ARTICLE, exact: `not there: ${exact}` }] } }),
];

function refused(payload: string, number: number) {
  const broken = REFUSING[number % REFUSING.length]?.(payload) ?? {};
  const sound = {
    type: 'Feature',
    id: `refused-${number}`,
    geometry: null,
    properties: {
      name: { en: payload },
      kind: 'project',
      sector: 'sector-0',
      citations: [{ title: 'Title', url: 'https://example.org/', exact: 'words' }],
    },
  };
  const properties = 'properties' in broken ? broken.properties : {};
  return { ...sound, ...broken, properties: Object.assign({}, sound.properties, properties) };
}

/** Has the page open a dossier every text of which tries to have something run. */
export async function serveInjected(page: Page): Promise<void> {
  await serve(page, ID, await withFolder(publishInjected));
}

async function publishInjected(sources: string): Promise<PublishedFiles> {
  const dossier = path.join(sources, ID);
  await mkdir(path.join(dossier, 'articles'), { recursive: true });
  const write = (file: string, content: string) => writeFile(path.join(dossier, file), content);
  await writeFile(path.join(sources, 'index.json'), JSON.stringify({ dossiers: [ID] }));
  const sector = { color: '#b45309', icon: 'water' };
  await write(
    'dossier.json',
    JSON.stringify({
      title: inEveryLanguage(ALL),
      unreviewed: ['uz'],
      publisher: ALL,
      contact: ALL,
      revised: '2026-01-01',
      view: { bounds: [46, 37, 87, 55] },
      sectors: [
        ...PAYLOADS.map((payload, number) => ({
          ...sector,
          id: `sector-${number}`,
          name: inEveryLanguage(payload),
        })),
        ...PAYLOADS.map((payload, number) => ({
          ...sector,
          id: `refused-${number}`,
          name: { en: payload },
          [number % 2 === 0 ? 'color' : 'icon']: payload,
        })),
      ],
      articles: [ARTICLE, 'refused'],
    }),
  );
  const article = (source: string) =>
    [
      '---',
      `title: ${ALL}`,
      'date: 2026-01-01',
      'lang: en',
      `source: ${source}`,
      '---',
      ...PAYLOADS.map((_, number) => quoted(number)),
    ].join('\n\n');
  await write(`articles/${ARTICLE}.txt`, article(`https://example.org/?q=${ALL}`));
  await write('articles/refused.txt', article('javascript:alert(1)'));
  const features = [...PAYLOADS.map(project), ...PAYLOADS.map(refused)];
  await write('projects.geojsonl', features.map((feature) => JSON.stringify(feature)).join('\n'));
  return publishedFiles(ID, sources, () => undefined);
}
