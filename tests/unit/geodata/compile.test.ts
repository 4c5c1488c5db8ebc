import { markerPositions } from '../../../src/dossier/markerPositions.ts';
import { MANIFEST_FORMAT } from '../../../src/dossier/manifest.ts';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOSSIERS, readOutlines } from '../../../geodata/check.ts';
import { compileDossier } from '../../../geodata/compile/compileDossier.ts';
import { folderSource } from '../../../geodata/folderSource.ts';
import type { Outlines } from '../../../src/dossier/outlines.ts';
import type { Problem } from '../../../src/dossier/problem.ts';
import { localized } from '../../../src/dossier/localized.ts';
import { mercatorX, mercatorY } from '../../../src/dossier/projectIndex.ts';
import { checkDossier, type DossierSource } from '../../../src/dossier/source.ts';
import {
  isAnchored,
  isArea,
  KINDS,
  STATUSES,
  type SourceProject,
} from '../../../src/dossier/types.ts';
import {
  ARTICLE,
  ARTICLE_ID,
  DOSSIER,
  edit,
  FEATURE_IDS,
  ID,
  LINES,
  OUTLINES,
  PROJECTS,
  rewrite,
  soundFiles,
  sourceOf,
  TEXT,
  write,
  type Change,
  type Files,
  type Json,
} from '../dossier/fixture.ts';
import { withFolder } from '../../folder.ts';
import { decoded, type Decoded } from './compiled.ts';
import { expectOrder } from './expectOrder.ts';

/** Compiles a dossier into a folder that is there only meanwhile, and reads it again. */
async function compiled(id: string, source: DossierSource, outlines: Outlines = OUTLINES) {
  return withFolder(async (folder) => {
    const problems: Problem[] = [];
    await compileDossier(id, source, folder, outlines, { report: (each) => problems.push(each) });
    expect(await readdir(folder)).toEqual([id]);
    return { ...(await decoded(path.join(folder, id))), problems };
  });
}

async function checkedProjects(id: string, source: DossierSource, outlines: Outlines = OUTLINES) {
  const read: { project: SourceProject; value: unknown; line: number | undefined }[] = [];
  await checkDossier(id, source, outlines, {
    report: () => undefined,
    take: (project, { value, line }) => read.push({ project, value, line }) > 0,
  });
  return read;
}

/** Holds all that is compiled to what the check takes from the source. */
async function expectWhole(
  { manifest, index, details, ids, articles, lines, orders }: Decoded,
  id: string,
  source: DossierSource,
  outlines: Outlines = OUTLINES,
) {
  const read = await checkedProjects(id, source, outlines);
  expect(manifest.projects).toBe(read.length);
  expect(details).toHaveLength(read.length);
  expect(new Set(details.map(([, feature]) => feature.id)).size).toBe(read.length);

  const known = new Map(read.map((each) => [each.project.id, each]));
  const passages = new Map<string, number[]>();
  const borders: [number, unknown][] = [];
  let marker = 0;
  let names = 0;
  details.forEach(([line, feature], row) => {
    const source = known.get(feature.id);
    if (source === undefined) throw new Error(`${feature.id} isn’t one of the projects.`);
    const { project } = source;
    expect([line, feature]).toEqual([source.line, source.value]);
    expect(manifest.sectors[index.sector[row] ?? -1]).toEqual(project.sector);
    expect(KINDS[index.kind[row] ?? -1]).toBe(project.kind);
    expect([null, ...STATUSES][index.status[row] ?? -1]).toBe(project.status);
    const { location } = project;
    const countries = manifest.countries[index.countries[row] ?? -1];
    expect(countries).toEqual((location?.place.countries ?? []).toSorted());
    const area = [null, ...manifest.areas][index.area[row] ?? -1];
    expect(area).toEqual(location !== null && isArea(location.place.level) ? location.place : null);
    for (const [lng = NaN, lat = NaN] of location ? markerPositions(location.geometry) : []) {
      expect(index.markers.row[marker]).toBe(row);
      expect(index.markers.x[marker]).toBe(mercatorX(lng));
      expect(index.markers.y[marker]).toBe(mercatorY(lat));
      marker++;
    }
    for (const name of [project.id, ...project.aliases]) {
      expect(ids.get(name)).toBe(row);
      names++;
    }
    for (const { passage } of project.citations.filter(isAnchored)) {
      const key = [passage.article.id, passage.start, passage.end].join();
      passages.set(key, [...new Set([...(passages.get(key) ?? []), row])]);
    }
    if (location?.place.level === 'border') borders.push([row, location.geometry]);
  });
  expect(marker).toBe(index.markers.row.length);
  expect(ids.size).toBe(names);
  expect(lines).toEqual(borders);
  const cited = articles.flatMap(({ id, passages }) =>
    passages.map(([start, end, rows]) => [[id, start, end].join(), rows] as const),
  );
  const projects = details.map(([, { id }]) => known.get(id)?.project);
  const texts = {
    name: projects.map((project) => project?.name ?? null),
    place: projects.map((project) => project?.location?.place.name ?? null),
  };
  for (const key of ['name', 'place'] as const)
    for (const { language, ranks } of orders[key]) {
      const isOwn = texts[key].some((text) => text && localized(text, language) !== text.en);
      expect(ranks !== undefined).toBe(isOwn || language === 'en');
      if (ranks === undefined) continue;
      const shown = texts[key].map((text) => text && localized(text, language));
      expectOrder(ranks, shown, language);
    }
  expect(new Map(cited)).toEqual(passages);
  expect(cited).toHaveLength(passages.size);
  for (const { passages } of articles)
    expect(passages).toEqual(passages.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
}

function fixtureWith(change: Change): Files {
  const files = soundFiles();
  change(files);
  return files;
}

/** Words of the fixture's article that stand in it once. */
const QUOTATIONS = ['a power plant in the river region', 'both will trade in grain', 'salt lake'];

const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() !== '');
const lng = fc.double({ min: 60.1, max: 69.9, noNaN: true });
const uz = fc.tuple(lng, fc.double({ min: 38.1, max: 44.9, noNaN: true }));

/** A feature without its id: all kinds of place, and of what is said of it. */
const someFeature = fc
  .record({
    name: text,
    kind: fc.constantFrom(...KINDS),
    status: fc.option(fc.constantFrom(...STATUSES), { nil: undefined }),
    sector: fc.constantFrom('energy', 'trade'),
    place: fc.oneof(
      fc.constant({ geometry: null }),
      fc.tuple(uz, text).map(([coordinates, name]) => ({
        geometry: { type: 'Point', coordinates },
        place: { name: { en: name }, level: 'site', countries: ['UZ'] },
      })),
      uz.map((coordinates) => ({
        geometry: { type: 'Point', coordinates },
        place: { id: 'Q265', name: { en: 'Uzbekistan' }, level: 'country', countries: ['UZ'] },
      })),
      fc.array(uz, { minLength: 1, maxLength: 4 }).map((coordinates) => ({
        geometry: { type: 'MultiPoint', coordinates },
        place: { name: { en: 'Some places' }, level: 'settlement', countries: ['UZ', 'KZ'] },
      })),
      fc.tuple(lng, lng).map(([from, to]) => ({
        geometry: {
          type: 'LineString',
          coordinates: [
            [from, 45],
            [to, 45],
          ],
        },
        place: { name: { en: 'The border' }, level: 'border', countries: ['UZ', 'KZ'] },
      })),
    ),
    aliases: fc.nat(2),
    quoted: fc.array(fc.constantFrom(...QUOTATIONS), { minLength: 1, maxLength: 3 }),
  })
  .map(({ name, kind, status, sector, place: { geometry, ...place }, aliases, quoted }) => ({
    id: '',
    feature: {
      type: 'Feature',
      geometry,
      properties: {
        name: { en: name },
        ...(status === undefined ? {} : { status }),
        kind,
        sector,
        ...place,
        citations: quoted.map((exact) => ({ article: ARTICLE_ID, exact })),
      },
    },
    aliases,
  }));

/** Files with so many features, as a collection or as lines. */
function filesWith(
  features: readonly {
    readonly feature: { readonly properties: object };
    readonly aliases: number;
  }[],
  isLines: boolean,
): Files {
  const whole = features.map(({ feature, aliases }, number) => {
    const former = Array.from({ length: aliases }, (_, alias) => `former-${number}-${alias}`);
    const properties = { ...feature.properties, ...(aliases > 0 ? { aliases: former } : {}) };
    return JSON.stringify({ ...feature, id: `project-${number}`, properties });
  });
  const files = soundFiles();
  if (!isLines)
    return files.set(
      PROJECTS,
      `{"type":"FeatureCollection","features":[\n${whole.join(',\n')}\n]}`,
    );
  files.delete(PROJECTS);
  return files.set(LINES, whole.join('\n'));
}

describe('a dossier that is compiled', () => {
  it('holds all of the fixture, in the order of its file', async () => {
    const source = sourceOf(soundFiles());
    const whole = await compiled(ID, source);
    await expectWhole(whole, ID, source);
    expect(whole.details.map(([, { id }]) => id)).toEqual(FEATURE_IDS);
    expect(whole.manifest).toMatchObject({
      format: MANIFEST_FORMAT,
      source: PROJECTS,
      title: { en: 'Two countries' },
      unreviewed: ['uz', 'kk'],
      view: { bounds: [59, 37, 71, 53] },
      publisher: 'Cited Atlas',
      revised: '2023-01-02',
      contact: 'atlas@example.org',
      areas: [{ id: 'UZ-SA' }, { name: { en: 'Both countries' } }, { id: 'Q35883' }],
    });
    expect(whole.articles).toMatchObject([{ id: ARTICLE_ID, text: soundFiles().get(ARTICLE) }]);
    const [first] = whole.articles[0]?.passages ?? [];
    expect(TEXT.slice(first?.[0], first?.[1])).toBe('The two countries');
  });

  it('holds all of the dossier published', async () => {
    const id = 'uzbekistan-kazakhstan-2022';
    const source = folderSource(DOSSIERS);
    const outlines = await readOutlines();
    const whole = await compiled(id, source, outlines);
    expect(whole.problems).toEqual([]);
    expect(whole.manifest.problems).toEqual([]);
    await expectWhole(whole, id, source, outlines);
  });

  it('holds all of any dossier, from a collection or from lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someFeature, { maxLength: 20 }),
        fc.boolean(),
        async (features, isLines) => {
          const files = filesWith(features, isLines);
          const whole = await compiled(ID, sourceOf(files));
          expect(whole.manifest.problems.filter(({ file }) => file.includes('projects'))).toEqual(
            [],
          );
          expect(whole.manifest.source).toBe(isLines ? LINES : PROJECTS);
          expect(whole.manifest.projects).toBe(features.length);
          await expectWhole(whole, ID, sourceOf(files));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('holds all of several pieces, each with neighbours in the order of their file', async () => {
    const features = fc.sample(someFeature, { numRuns: 1700, seed: 1 });
    const source = sourceOf(filesWith(features, true));
    const whole = await compiled(ID, source);
    await expectWhole(whole, ID, source);
    const lines = whole.details.map(([line]) => line);
    for (const from of [0, 500, 1000, 1500]) {
      const piece = lines.slice(from, from + 500);
      expect(piece).toEqual(piece.toSorted((a, b) => a - b));
    }
    // What isn’t placed comes last.
    const unplaced = whole.details.map(([, feature]) => feature['geometry'] === null);
    expect(unplaced.slice(0, 1000)).not.toContain(true);
    expect(whole.manifest.ids.length).toBe(Math.ceil(whole.ids.size / 2000));
  });

  it('may have 5,000 sectors', async () => {
    const sectors = Array.from({ length: 5000 }, (_, number) => ({
      id: `sector-${number}`,
      name: { en: `Sector ${number}` },
      color: '#336699',
      icon: 'industry',
    }));
    const features = fc
      .sample(someFeature, { numRuns: 6000, seed: 2 })
      .map(({ feature, ...rest }, number) => {
        const sector = `sector-${(number * 7) % 5000}`;
        return { ...rest, feature: { ...feature, properties: { ...feature.properties, sector } } };
      });
    const files = filesWith(features, true);
    edit(DOSSIER, 'sectors', sectors)(files);
    const whole = await compiled(ID, sourceOf(files));
    await expectWhole(whole, ID, sourceOf(files));
    expect(new Set(whole.index.sector).size).toBe(5000);
  });
});

describe('a broken dossier', () => {
  it('is compiled as far as it is sound, and tells its problems', async () => {
    const files = fixtureWith(edit(PROJECTS, 'features.1.properties.kind', 'idea'));
    const whole = await compiled(ID, sourceOf(files));
    await expectWhole(whole, ID, sourceOf(files));
    expect(whole.manifest.projects).toBe(FEATURE_IDS.length - 1);
    expect(whole.manifest.problems).toEqual(whole.problems);
    expect(whole.problems).toMatchObject([
      { file: PROJECTS, line: 3, feature: 'car-factory', field: 'properties.kind' },
      { expected: 'a file that can be read' },
    ]);
  });

  it.each<[string, Change]>([
    ['of another projection', edit(PROJECTS, 'crs', { type: 'name' })],
    ['that are no features', write(PROJECTS, '[]')],
  ])('shows none of projects %s', async (_, change) => {
    const whole = await compiled(ID, sourceOf(fixtureWith(change)));
    expect(whole.manifest).toMatchObject({ projects: 0, markers: 0, ids: [], lines: null });
    expect(whole.articles).toMatchObject([{ id: ARTICLE_ID, passages: [] }]);
    expect(whole.problems).not.toEqual([]);
  });

  it('is compiled even where its dossier.json can’t be read', async () => {
    const whole = await compiled(ID, sourceOf(fixtureWith(write(DOSSIER, '{'))));
    expect(whole.manifest).toMatchObject({ title: { en: ID }, sectors: [], projects: 0 });
    expect(whole.problems).toMatchObject([{ file: DOSSIER, expected: 'JSON' }]);
  });

  it('tells a thousand problems, and how many more there are', async () => {
    const features = fc.sample(someFeature, { numRuns: 1500, seed: 3 });
    const files = filesWith(features, false);
    rewrite(PROJECTS, '"type":"Feature",', '"type":"feature",')(files);
    const { manifest, problems } = await compiled(ID, sourceOf(files));
    expect(problems.length).toBeGreaterThanOrEqual(1500);
    expect(manifest.problems).toHaveLength(1001);
    expect(manifest.problems.slice(0, 1000)).toEqual(problems.slice(0, 1000));
    const more = problems.length - 1000;
    expect(manifest.problems.at(-1)).toMatchObject({ found: `${more} more problems` });
  });

  it('has too many areas for the index: told once, and what fits is there', async () => {
    const area = (number: number): Json => ({
      type: 'Feature',
      id: `area-${number}`,
      geometry: { type: 'Point', coordinates: [65, 42] },
      properties: {
        name: { en: 'An area' },
        kind: 'project',
        sector: 'trade',
        place: { name: { en: `Area ${number}` }, level: 'country', countries: ['UZ'] },
        citations: [{ article: ARTICLE_ID, exact: 'both will trade in grain' }],
      },
    });
    const features = Array.from({ length: 65_540 }, (_, number) => JSON.stringify(area(number)));
    const files = soundFiles();
    files.delete(PROJECTS);
    files.set(LINES, features.join('\n'));
    const { manifest, index, problems } = await compiled(ID, sourceOf(files));
    expect(manifest.projects).toBe(65_535);
    expect(index.area[65_534]).toBe(65_535);
    const [problem, ...others] = problems.filter(({ file }) => file === LINES);
    expect(problem).toMatchObject({ line: 65_536, found: 'more than 65,535 areas' });
    expect(others).toEqual([]);
  });
});

describe('compiling again', () => {
  it('leaves what is the same, and replaces what isn’t', async () => {
    await withFolder(async (folder) => {
      const compile = (files: Files) =>
        compileDossier(ID, sourceOf(files), folder, OUTLINES, { report: () => undefined });
      const manifest = path.join(folder, ID, 'manifest.json');
      const stray = path.join(folder, ID, 'stray');
      await compile(soundFiles());
      const before = await readFile(manifest, 'utf8');
      await compile(soundFiles());
      expect(await readFile(manifest, 'utf8')).toBe(before);
      await writeFile(stray, '');
      await compile(fixtureWith(edit(DOSSIER, 'title.en', 'Another')));
      expect(await readFile(manifest, 'utf8')).not.toBe(before);
      expect(await readdir(folder)).toEqual([ID]);
      expect(await readdir(path.join(folder, ID))).not.toContain('stray');
    });
  });
});
