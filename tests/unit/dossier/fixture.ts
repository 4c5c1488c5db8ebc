import { collectionStream } from '../../../geodata/compile/collectionStream.ts';
import { lineStream } from '../../../geodata/compile/lineStream.ts';
import {
  outlinesOf,
  type Outline,
  type OutlineProperties,
  type Outlines,
} from '../../../src/dossier/outlines.ts';
import type { Problem } from '../../../src/dossier/problem.ts';
import {
  checkDossier,
  type CheckedDossier,
  type DossierHead,
  type DossierSource,
  type ReadText,
} from '../../../src/dossier/source.ts';
import type { Article, SourceProject } from '../../../src/dossier/types.ts';

/** A small sound dossier in memory, and the ways in which the tests break it. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Files = Map<string, string>;
export type Change = (files: Files) => void;
type Path = readonly (string | number)[];

export const ID = 'two-countries';
export const INDEX = 'dossiers/index.json';
export const DOSSIER = `dossiers/${ID}/dossier.json`;
export const PROJECTS = `dossiers/${ID}/projects.geojson`;
export const LINES = `${PROJECTS}l`;
export const ARTICLE_ID = '2022-12-24-visit';
export const ARTICLE = `dossiers/${ID}/articles/${ARTICLE_ID}.txt`;

export const TEXT = [
  'The two countries will build a power plant in the river region, and a car factory in Oldtown.',
  '“The two countries are neighbours”, the President noted. The border between the two countries was agreed, and both will trade in grain.',
  'They spoke of the salt lake, and a Youth Congress was held in December.',
].join('\n\n');

const ARTICLE_TEXT = `---
title: The two countries
date: 2022-12-24
lang: en
---

${TEXT}
`;

const name = (en: string): Json => ({ en, uz: `${en} (uz)`, kk: `${en} (kk)`, ru: `${en} (ru)` });
const cite = (exact: string): Json => ({ article: ARTICLE_ID, exact });

const FEATURES: readonly Json[] = [
  {
    type: 'Feature',
    id: 'power-plant',
    geometry: { type: 'Point', coordinates: [65, 40] },
    properties: {
      name: name('Power plant'),
      aliases: ['old-power-plant'],
      kind: 'project',
      sector: 'energy',
      status: 'launched',
      place: { id: 'UZ-SA', name: name('River region'), level: 'region', countries: ['UZ'] },
      citations: [cite('a power plant in the river region')],
    },
  },
  {
    type: 'Feature',
    id: 'car-factory',
    geometry: { type: 'Point', coordinates: [63, 42] },
    properties: {
      name: name('Car factory'),
      kind: 'project',
      sector: 'trade',
      status: 'planned',
      when: '2023',
      place: { id: 'Q269', name: name('Oldtown'), level: 'settlement', countries: ['UZ'] },
      citations: [
        cite('a car factory in Oldtown'),
        { article: ARTICLE_ID, exact: 'The two countries', suffix: ' will build' },
      ],
    },
  },
  {
    type: 'Feature',
    id: 'grain-trade',
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [67, 42],
        [67, 48],
      ],
    },
    properties: {
      name: name('Trade in grain'),
      kind: 'agreement',
      sector: 'trade',
      place: { name: name('Both countries'), level: 'country', countries: ['UZ', 'KZ'] },
      citations: [cite('both will trade in grain')],
    },
  },
  {
    type: 'Feature',
    id: 'border-agreement',
    geometry: {
      type: 'LineString',
      coordinates: [
        [60, 45],
        [65, 45],
        [70, 45],
      ],
    },
    properties: {
      name: name('Border agreement'),
      kind: 'agreement',
      sector: 'trade',
      status: 'agreed',
      place: { name: name('The border'), level: 'border', countries: ['UZ', 'KZ'] },
      citations: [cite('The border between the two countries was agreed')],
    },
  },
  {
    type: 'Feature',
    id: 'salt-lake',
    geometry: { type: 'Point', coordinates: [61.5, 43.5] },
    properties: {
      name: name('Salt lake'),
      kind: 'initiative',
      sector: 'energy',
      place: { id: 'Q35883', name: name('Salt lake'), level: 'water' },
      citations: [cite('They spoke of the salt lake')],
    },
  },
  {
    type: 'Feature',
    id: 'youth-congress',
    geometry: null,
    properties: {
      name: name('Youth Congress'),
      kind: 'event',
      sector: 'trade',
      status: 'held',
      when: '2022-12',
      citations: [cite('a Youth Congress was held in December')],
    },
  },
  {
    type: 'Feature',
    id: 'city-fair',
    geometry: { type: 'Point', coordinates: [66, 50] },
    properties: {
      name: name('City fair'),
      kind: 'event',
      sector: 'trade',
      place: { id: 'Q1520', name: name('Newtown'), level: 'settlement', countries: ['KZ'] },
      citations: [
        { title: 'The Fair', url: 'https://example.org/fair', exact: 'the fair in Newtown' },
      ],
    },
  },
];

export const FEATURE_IDS: readonly string[] = [
  'power-plant',
  'car-factory',
  'grain-trade',
  'border-agreement',
  'salt-lake',
  'youth-congress',
  'city-fair',
];

const HEAD: Json = {
  title: name('Two countries'),
  unreviewed: ['uz', 'kk'],
  view: { bounds: [59, 37, 71, 53] },
  publisher: 'Cited Atlas',
  revised: '2023-01-02',
  contact: 'atlas@example.org',
  sectors: [
    { id: 'energy', name: name('Energy'), color: '#b45309', icon: 'charging-station' },
    { id: 'trade', name: name('Trade'), color: '#336699', icon: 'industry' },
  ],
  articles: [ARTICLE_ID],
};

export function soundFiles(): Files {
  return new Map([
    [INDEX, JSON.stringify({ dossiers: [ID] })],
    [DOSSIER, JSON.stringify(HEAD)],
    [PROJECTS, serialised({ type: 'FeatureCollection', features: [...FEATURES] })],
    [ARTICLE, ARTICLE_TEXT],
  ]);
}

/** The line of `projects.geojson` on which a feature stands. */
export function lineOf(id: string): number {
  return FEATURE_IDS.indexOf(id) + 2;
}

/** As JSON, a list of features with a line for each. */
function serialised(json: Json): string {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return JSON.stringify(json);
  const { features } = json;
  if (!Array.isArray(features)) return JSON.stringify(json);
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return JSON.stringify({ ...json, features: [0] }).replace(
    '"features":[0]',
    () => `"features":[\n${lines}\n]`,
  );
}

/** Corners at every half degree, so that great circles keep to the parallels. */
function square(west: number, south: number, east: number, north: number): number[][] {
  const ring: number[][] = [];
  for (let x = west; x < east; x += 0.5) ring.push([x, south]);
  for (let y = south; y < north; y += 0.5) ring.push([east, y]);
  for (let x = east; x > west; x -= 0.5) ring.push([x, north]);
  for (let y = north; y >= south; y -= 0.5) ring.push([west, y]);
  return ring;
}

export function outline(
  id: string,
  bounds: readonly [number, number, number, number],
  properties: Partial<OutlineProperties> = {},
): Outline {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Polygon', coordinates: [square(...bounds)] },
    properties: { name: null, country: null, label: null, rank: 1, ...properties },
  };
}

/** UZ below latitude 45 and KZ above it; a region of UZ; a lake in UZ. */
export const OUTLINES: Outlines = outlinesOf(
  [
    outline('Q265', [60, 38, 70, 45], { name: { en: 'Uzbekistan' }, country: 'UZ' }),
    outline('Q232', [60, 45, 70, 52], { name: { en: 'Kazakhstan' }, country: 'KZ' }),
  ],
  [outline('UZ-SA', [64, 39, 66, 41], { name: { en: 'River region' }, country: 'UZ' })],
  [outline('Q35883', [61, 43, 62, 44], { name: { en: 'Salt lake' } })],
);

export function readFrom(files: Files): ReadText {
  return async (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`404 Not Found: ${path}`);
    return text;
  };
}

/** A dossier whose files are at hand as texts. */
export function sourceOf(files: Files): DossierSource {
  const read = readFrom(files);
  return {
    read,
    projects: (id) => {
      const collection = `dossiers/${id}/projects.geojson`;
      const file = files.has(`${collection}l`) ? `${collection}l` : collection;
      const stream = file === collection ? collectionStream : lineStream;
      return Promise.resolve({ file, items: stream(file, bytesOf(file, read)) });
    },
  };
}

async function* bytesOf(file: string, read: ReadText): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(await read(file));
}

export interface OpenedFixture {
  readonly dossier:
    | (DossierHead & {
        readonly id: string;
        readonly articles: readonly Article[];
        readonly projects: readonly SourceProject[];
      })
    | null;
  readonly problems: readonly Problem[];
  readonly checked: CheckedDossier;
}

/** Checks the fixture after a change to its files, and holds what is sound of it. */
export function openFixture(
  change: Change = () => {},
  outlines: Outlines = OUTLINES,
): Promise<OpenedFixture> {
  const files = soundFiles();
  change(files);
  return openFiles(files, outlines);
}

export async function openFiles(files: Files, outlines = OUTLINES): Promise<OpenedFixture> {
  const problems: Problem[] = [];
  const projects: SourceProject[] = [];
  const checked = await checkDossier(ID, sourceOf(files), outlines, {
    report: (problem) => problems.push(problem),
    take: (project) => projects.push(project) > 0,
  });
  const { id, head, isSpoilt } = checked;
  const articles = checked.articles.map(({ article }) => article);
  const shown = isSpoilt ? [] : projects;
  return {
    dossier: head === null ? null : { ...head, id, articles, projects: shown },
    problems,
    checked,
  };
}

/** The ids of the projects that cite any of a range of an article. */
export function citingOf({ ids, passages }: CheckedDossier, article: Article) {
  return (start: number, end: number): string[] =>
    passages.citing(article, start, end).flatMap((number) => ids[number] ?? []);
}

/** Replaces a whole file. */
export function write(file: string, text: string): Change {
  return (files) => files.set(file, text);
}

/** Replaces the parts of a text file that are equal to `part`. */
export function rewrite(file: string, part: string, replacement: string): Change {
  return (files) => {
    const text = files.get(file) ?? '';
    if (!text.includes(part)) throw new Error(`${file} doesn't hold ${part}`);
    files.set(file, text.replaceAll(part, replacement));
  };
}

export function remove(file: string): Change {
  return (files) => files.delete(file);
}

/** Sets what stands at a path of a JSON file; `undefined` takes it out. */
export function edit(file: string, path: string, value: Json | undefined): Change {
  return (files) => {
    const json: Json = JSON.parse(files.get(file) ?? '');
    files.set(file, serialised(edited(json, keysOf(path), value)));
  };
}

/** Sets what stands at a path of a feature; `undefined` takes it out. */
export function feature(id: string, path: string, value: Json | undefined): Change {
  return edit(PROJECTS, `features.${FEATURE_IDS.indexOf(id)}.${path}`, value);
}

export function all(...changes: readonly Change[]): Change {
  return (files) => changes.forEach((change) => change(files));
}

function keysOf(path: string): Path {
  return path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

function edited(json: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  const replaced = (old: Json | undefined) =>
    rest.length === 0 ? value : edited(old ?? {}, rest, value);
  if (Array.isArray(json) && typeof key === 'number') {
    const item = replaced(json[key]);
    return json.toSpliced(key, 1, ...(item === undefined ? [] : [item]));
  }
  if (
    typeof key === 'string' &&
    json !== null &&
    typeof json === 'object' &&
    !Array.isArray(json)
  ) {
    const { [key]: old, ...others } = json;
    const item = replaced(old);
    return item === undefined ? others : { ...others, [key]: item };
  }
  throw new Error(`Nothing can be set at ${String(key)} of ${JSON.stringify(json)}`);
}
