import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  dossierFiles,
  openDossier,
  readIndex,
  readJson,
  type ReadText,
} from '../src/dossier/open.ts';
import {
  decodeOutlines,
  outlinesOf,
  parseTopology,
  type Outlines,
} from '../src/dossier/outlines.ts';
import { describeProblem, type Problem } from '../src/dossier/problem.ts';
import { readingProblems } from '../src/dossier/reading.ts';
import { ReadingSchema } from '../src/dossier/schema.ts';
import type { Dossier } from '../src/dossier/types.ts';

export const GEODATA = path.dirname(fileURLToPath(import.meta.url));
export const MAKI = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@mapbox/maki/package.json')),
  'icons',
);

export interface Checked {
  readonly dossiers: readonly Dossier[];
  readonly problems: readonly Problem[];
}

/** Checks every dossier that `index.json` publishes: all that the page checks, and more. */
export async function checkGeodata(folder = GEODATA): Promise<Checked> {
  const read: ReadText = (file) => readFile(path.join(folder, file), 'utf8');
  const outlines = readOutlines();
  const index = await readIndex(read);
  const problems: Problem[] = [...index.problems];
  const dossiers: Dossier[] = [];
  for (const id of index.ids) {
    const opened = await openDossier(id, read, outlines);
    problems.push(...opened.problems);
    if (opened.dossier === null) continue;
    dossiers.push(opened.dossier);
    problems.push(...iconProblems(opened.dossier), ...(await readingsOf(opened.dossier, read)));
  }
  return { dossiers, problems };
}

async function readOutlines(): Promise<Outlines> {
  const topology = async (name: string) =>
    parseTopology(await readFile(path.join(GEODATA, 'basemap', `${name}.topo.json`), 'utf8'));
  return outlinesOf(
    decodeOutlines(await topology('countries'), 'countries'),
    decodeOutlines(await topology('regions'), 'regions'),
    decodeOutlines(await topology('water'), 'lakes'),
  );
}

async function readingsOf(dossier: Dossier, read: ReadText): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const article of dossier.articles) {
    const file = dossierFiles(dossier.id).reading(article.id);
    const reading = await readJson(read, file, ReadingSchema);
    problems.push(...reading.problems);
    if (reading.value !== null)
      problems.push(...readingProblems(file, reading.value, article, dossier.projects));
  }
  return problems;
}

function iconProblems(dossier: Dossier): Problem[] {
  const icons = readdirSync(MAKI).map((file) => path.basename(file, '.svg'));
  return dossier.sectors
    .filter(({ icon }) => !icons.includes(icon))
    .map(({ id, icon }) => ({
      file: dossierFiles(dossier.id).dossier,
      field: `sectors (${id}).icon`,
      found: `“${icon}”`,
      expected: 'the name of a Maki icon, https://labs.mapbox.com/maki-icons/',
    }));
}

async function main(): Promise<void> {
  const { dossiers, problems } = await checkGeodata();
  for (const problem of problems) console.error(describeProblem(problem));
  const projects = dossiers.reduce((sum, dossier) => sum + dossier.projects.length, 0);
  console.info(
    `${dossiers.length} dossiers, ${projects} sound projects, ${problems.length} problems`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
