import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  decodeOutlines,
  outlinesOf,
  parseTopology,
  type Outlines,
} from '../src/dossier/outlines.ts';
import { describeProblem, type Problem } from '../src/dossier/problem.ts';
import { readSourceIndex, type CheckedDossier } from '../src/dossier/source.ts';
import type { SourceProject } from '../src/dossier/types.ts';
import { checkSource } from './compile/checkSource.ts';
import { folderSource } from './folderSource.ts';

export const GEODATA = path.dirname(fileURLToPath(import.meta.url));
/** Those published unless others are given. */
export const DOSSIERS = path.join(GEODATA, 'dossiers');

interface Listener {
  readonly report: (problem: Problem) => void;
  readonly take?: (id: string, project: SourceProject) => void;
  readonly progress?: (id: string, features: number) => void;
}

/** Checks every dossier that a folder's `index.json` names: all that a build refuses. */
export async function checkGeodata(
  folder: string,
  { report, take, progress }: Listener,
): Promise<readonly CheckedDossier[]> {
  const source = folderSource(folder);
  const outlines = await readOutlines();
  const index = await readSourceIndex(source.read);
  index.problems.forEach(report);
  const checked: CheckedDossier[] = [];
  for (const id of index.ids)
    checked.push(
      await checkSource(id, source, outlines, {
        report,
        take: (project) => {
          take?.(id, project);
          return true;
        },
        progress: (features) => progress?.(id, features),
      }),
    );
  return checked;
}

/** The outlines of the basemap. */
export async function readOutlines(): Promise<Outlines> {
  const topology = async (name: string) =>
    parseTopology(await readFile(path.join(GEODATA, 'basemap', `${name}.topo.json`), 'utf8'));
  return outlinesOf(
    decodeOutlines(await topology('countries'), 'countries'),
    decodeOutlines(await topology('regions'), 'regions'),
    decodeOutlines(await topology('water'), 'lakes'),
  );
}

/** Reasons told; the others are counted together. */
const MOST_REASONS = 20;

async function main(folder = DOSSIERS): Promise<void> {
  let problems = 0;
  const dossiers = await checkGeodata(path.resolve(folder), {
    report: (problem) => {
      problems++;
      console.error(describeProblem(problem));
    },
    progress: (id, features) => console.info(`${id}: ${counted(features)} features …`),
  });
  const projects = dossiers.reduce((sum, { ids }) => sum + ids.length, 0);
  console.info(
    `${dossiers.length} dossiers, ${counted(projects)} sound projects, ${counted(problems)} problems`,
  );
  for (const line of uncheckedLines(dossiers)) console.info(line);
  if (problems > 0) process.exitCode = 1;
}

function uncheckedLines(dossiers: readonly CheckedDossier[]): string[] {
  const counts = new Map<string, number>();
  for (const [reason, count] of dossiers.flatMap(({ unchecked }) => [...unchecked]))
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...sorted.slice(0, MOST_REASONS).map(([reason, count]) => `${counted(count)} × ${reason}`),
    ...(rest > 0 ? [`${counted(rest)} for other reasons`] : []),
  ].map((line) => `not checked: ${line}`);
}

function counted(number: number): string {
  return number.toLocaleString('en');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
