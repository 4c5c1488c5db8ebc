import * as v from 'valibot';
import { parseArticle } from './articleFile.ts';
import { checkProjects } from './check.ts';
import type { Outlines } from './outlines.ts';
import { excerpt, type Problem } from './problem.ts';
import {
  DossierSchema,
  IndexSchema,
  SalvagedDossierSchema,
  shapeProblems,
  sound,
} from './schema.ts';
import type { Article, Dossier, Project } from './types.ts';

/** Reads a file below `geodata/`; rejects with an `Error` for people where it can't. */
export type ReadText = (path: string) => Promise<string>;

export interface Opened {
  /** What of the dossier is sound; `null` where not even `dossier.json` is. */
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
}

const INDEX = 'dossiers/index.json';

/** The ids of the dossiers published; the first is the default. */
export async function readIndex(
  read: ReadText,
): Promise<{ ids: readonly string[]; problems: readonly Problem[] }> {
  const index = await readJson(read, INDEX, IndexSchema);
  const ids = index.value?.dossiers ?? [];
  const twice = duplicates(ids).map((id) => ({
    file: INDEX,
    field: 'dossiers',
    found: `“${id}” twice`,
    expected: 'each dossier once',
  }));
  return { ids: [...new Set(ids)], problems: [...index.problems, ...twice] };
}

/** The files of a dossier that don't depend on what stands in another. */
export function dossierFiles(id: string) {
  const folder = `dossiers/${id}`;
  return {
    dossier: `${folder}/dossier.json`,
    projects: `${folder}/projects.geojson`,
    article: (article: string) => `${folder}/articles/${article}.txt`,
    reading: (article: string) => `${folder}/articles/${article}.reading.json`,
  };
}

/**
 * Reads and checks a dossier. It never throws for what stands in a file: each problem is reported,
 * and what is sound is kept. The outlines may come late: the files are read meanwhile.
 */
export async function openDossier(
  id: string,
  read: ReadText,
  outlines: Promise<Outlines>,
): Promise<Opened> {
  const files = dossierFiles(id);
  const projectsFile = readJson(read, files.projects, v.unknown());
  const headFile = await readJson(read, files.dossier, v.unknown());
  const problems: Problem[] = [...headFile.problems];
  const head = v.safeParse(DossierSchema, headFile.value);
  if (!head.success && headFile.problems.length === 0)
    problems.push(...shapeProblems(head.issues, { file: files.dossier }));

  const { sectors: Sectors, articles: Articles } = DossierSchema.entries;
  const soundPart = sound(SalvagedDossierSchema, headFile.value);
  const { sectors = [], articles: articleIds = [] } = soundPart ?? {};
  for (const duplicate of duplicates(sectors.map((sector) => sector.id)))
    problems.push({
      file: files.dossier,
      field: 'sectors',
      found: `“${duplicate}” twice`,
      expected: 'each sector once',
    });
  for (const duplicate of duplicates(articleIds))
    problems.push({
      file: files.dossier,
      field: 'articles',
      found: `“${duplicate}” twice`,
      expected: 'each article once',
    });

  const articles: Article[] = [];
  for (const read of await Promise.all([...new Set(articleIds)].map(readArticle))) {
    problems.push(...read.problems);
    if (read.article !== null) articles.push(read.article);
  }

  const { value, problems: unread } = await projectsFile;
  problems.push(...unread);
  let projects: readonly Project[] = [];
  if (unread.length === 0) {
    const checked = checkProjects(files.projects, value, {
      sectors,
      articles,
      areAllKnown:
        sound(v.object({ sectors: Sectors, articles: Articles }), headFile.value) !== undefined,
      outlines: await outlines,
    });
    problems.push(...checked.problems);
    projects = checked.projects;
  }
  if (soundPart === undefined) return { dossier: null, problems };

  const { title, unreviewed, view, publisher, revised, contact } = soundPart;
  const dossier: Dossier = {
    id,
    title: title ?? { en: id },
    unreviewed,
    bounds: view.bounds,
    sectors,
    articles,
    projects,
    publisher: publisher ?? null,
    revised: revised ?? null,
    contact: contact ?? null,
  };
  return { dossier: frozen(dossier), problems };

  async function readArticle(article: string) {
    const path = files.article(article);
    try {
      return parseArticle(article, path, await read(path));
    } catch (error) {
      return { article: null, problems: [unreadable(path, error)] };
    }
  }
}

interface JsonFile<T> {
  /** `null` where there are problems. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Reads a JSON file of a given shape; what is wrong with it is a problem, never an exception. */
export async function readJson<T>(
  read: ReadText,
  file: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<JsonFile<T>> {
  let content: string;
  try {
    content = await read(file);
  } catch (error) {
    return { value: null, problems: [unreadable(file, error)] };
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      value: null,
      problems: [{ file, found: `${excerpt(content)} (${reason})`, expected: 'JSON' }],
    };
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success
    ? { value: parsed.output, problems: [] }
    : { value: null, problems: shapeProblems(parsed.issues, { file }) };
}

/** Frozen through and through: what is published doesn't change while it is looked at. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

function unreadable(file: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { file, found: reason, expected: 'a file that can be read' };
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
