import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkGeodata, DOSSIERS } from '../../../geodata/check.ts';
import { describeProblem, type Problem } from '../../../src/dossier/problem.ts';
import { ReadingSchema, sound } from '../../../src/dossier/schema.ts';
import { LANGUAGES } from '../../../src/dossier/localized.ts';
import type { CheckedDossier } from '../../../src/dossier/source.ts';
import type { SourceProject } from '../../../src/dossier/types.ts';

const ID = 'uzbekistan-kazakhstan-2022';
const FOLDER = `dossiers/${ID}`;
const READING = `${FOLDER}/articles/2022-12-24-allied-relations.reading.json`;

interface Checked {
  readonly dossiers: readonly CheckedDossier[];
  readonly projects: readonly SourceProject[];
  readonly problems: readonly Problem[];
}

async function check(folder = DOSSIERS): Promise<Checked> {
  const problems: Problem[] = [];
  const projects: SourceProject[] = [];
  const dossiers = await checkGeodata(folder, {
    report: (problem) => problems.push(problem),
    take: (id, project) => id === ID && projects.push(project),
  });
  return { dossiers, projects, problems };
}

let checked: Checked;
let dossier: CheckedDossier;

beforeAll(async () => {
  checked = await check();
  const [first] = checked.dossiers;
  if (first === undefined) throw new Error('There is no dossier.');
  dossier = first;
});

function project(id: string): SourceProject {
  const found = checked.projects.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no project “${id}”.`);
  return found;
}

function placeOf(id: string) {
  return project(id).location?.place;
}

describe('the dossiers published', () => {
  it('have no problems', () => {
    expect(checked.problems.map(describeProblem)).toEqual([]);
  });

  it('begin with the state visit of December 2022', () => {
    expect(dossier.id).toBe(ID);
    expect(dossier.articles.map(({ article }) => article)).toMatchObject([
      {
        title: 'Uzbekistan, Kazakhstan strengthen allied relations',
        date: '2022-12-24',
        lang: 'en',
        source: null,
      },
    ]);
  });
});

describe('the first dossier', () => {
  it('is judged by outlines throughout', () => {
    expect([...dossier.unchecked]).toEqual([]);
  });

  it('has more than twenty projects, each of them citing the article', () => {
    expect(checked.projects.length).toBeGreaterThan(20);
    for (const { citations } of checked.projects)
      expect(citations.every((citation) => 'passage' in citation)).toBe(true);
  });

  it('has names of projects, places and sectors in each language', () => {
    const texts = [
      dossier.head?.title ?? {},
      ...(dossier.head?.sectors ?? []).map(({ name }) => name),
      ...checked.projects.map(({ name }) => name),
      ...checked.projects.flatMap(({ location }) => location?.place.name ?? []),
    ];
    for (const text of texts) expect(Object.keys(text).sort()).toEqual([...LANGUAGES].sort());
  });

  it('uses each of its sectors', () => {
    const used = new Set(checked.projects.map(({ sector }) => sector.id));
    expect((dossier.head?.sectors ?? []).map(({ id }) => id).filter((id) => !used.has(id))).toEqual(
      [],
    );
  });

  it.each([
    ['samarkand-thermal-power-plant', 'UZ-SA'],
    ['tashkent-region-logistics-center', 'UZ-TO'],
  ])('places %s in the region %s, and no more exactly', (id, region) => {
    expect(placeOf(id)).toMatchObject({ level: 'region', id: region, countries: ['UZ'] });
  });

  it.each([
    ['kostanay-cars', 'Kostanay', 'KZ'],
    ['karaganda-household-appliances', 'Karaganda', 'KZ'],
    ['pearl-of-the-aral-sea-exhibition', 'Almaty', 'KZ'],
    ['uzbekistan-culture-days-astana', 'Astana', 'KZ'],
    ['tashkent-residential-commercial-infrastructure', 'Tashkent', 'UZ'],
    ['inter-parliamentary-council-first-meeting', 'Tashkent', 'UZ'],
  ])('places %s in the settlement of %s', (id, name, country) => {
    expect(placeOf(id)).toMatchObject({
      level: 'settlement',
      name: { en: name },
      countries: [country],
    });
  });

  it('places the Abay events in Uzbekistan, and no closer', () => {
    expect(placeOf('abay-events')).toMatchObject({
      level: 'country',
      id: 'Q265',
      countries: ['UZ'],
    });
  });

  it('draws the border that was demarcated as a line', () => {
    const { location } = project('border-demarcation-agreement');
    expect(location?.place.level).toBe('border');
    expect(location?.place.countries.toSorted()).toEqual(['KZ', 'UZ']);
    expect(location?.geometry.type).toMatch(/^(Multi)?LineString$/);
  });

  it.each([
    'youth-congress',
    'mineral-fertilizers',
    'international-industrial-cooperation-center',
    'treaty-on-allied-relations',
  ])('doesn’t place %s, as the article doesn’t', (id) => {
    expect(project(id).location).toBeNull();
  });

  it.each([
    ['pearl-of-the-aral-sea-exhibition', '2022-10'],
    ['uzbekistan-culture-days-astana', '2022-11'],
    ['youth-congress', '2022-12'],
    ['inter-parliamentary-council-first-meeting', '2023'],
    ['state-visit', null],
  ])('dates %s as exactly as the article does', (id, when) => {
    expect(project(id).when).toBe(when);
  });
});

describe('a copy of the dossiers, broken,', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'geodata-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function checkedWith(file: string, change: (text: string) => string) {
    await cp(DOSSIERS, path.join(folder, 'dossiers'), { recursive: true });
    const changed = path.join(folder, file);
    await writeFile(changed, change(await readFile(changed, 'utf8')));
    return check(path.join(folder, 'dossiers'));
  }

  it('is refused where a sentence is taken out of the reading', async () => {
    const { problems } = await checkedWith(READING, (text) => {
      const reading = sound(ReadingSchema, JSON.parse(text));
      return JSON.stringify({ sentences: reading?.sentences.toSpliced(4, 1) });
    });
    expect(problems).toMatchObject([
      {
        file: READING,
        field: 'sentences.4',
        found: expect.stringMatching(/^nothing for “/),
        expected: 'every sentence of the article',
      },
    ]);
  });

  it('is refused where the reading has another shape or isn’t there', async () => {
    const { problems } = await checkedWith(READING, () => '{}');
    expect(problems).toMatchObject([
      { file: READING, field: 'sentences', expected: 'a value, as “sentences” is required' },
    ]);
  });

  it('is refused where a sector has no such icon', async () => {
    const { problems } = await checkedWith(`${FOLDER}/dossier.json`, (text) =>
      text.replace('"charging-station"', '"flux-capacitor"'),
    );
    expect(problems).toMatchObject([
      {
        file: `${FOLDER}/dossier.json`,
        field: 'sectors (energy).icon',
        found: '“flux-capacitor”',
        expected: expect.stringContaining('a Maki icon'),
      },
    ]);
  });

  it('is refused where a dossier of the index isn’t there, beside those that are', async () => {
    const { dossiers, problems } = await checkedWith('dossiers/index.json', (text) =>
      text.replace('[', '["atlantis", '),
    );
    expect(dossiers.map(({ id }) => id)).toContain(dossier.id);
    expect(problems.map(({ file }) => file).sort()).toEqual([
      'dossiers/atlantis/dossier.json',
      'dossiers/atlantis/projects.geojson',
    ]);
  });

  it('is refused where a project loses its citations, and the reading says which', async () => {
    const { problems } = await checkedWith(`${FOLDER}/projects.geojson`, (text) =>
      text.replace(/"citations": \[[^\]]*\]/, '"citations": []'),
    );
    expect(problems[0]).toMatchObject({
      feature: checked.projects[0]?.id,
      field: 'properties.citations',
      expected: 'at least one citation: nothing without a source',
    });
    expect(problems.slice(1).every(({ file }) => file === READING)).toBe(true);
  });
});
