import * as v from 'valibot';
import { parseArticle } from './articleFile.ts';
import { checkFeature, idsOf, subjectOf, type FeatureAt } from './check.ts';
import { CitedPassages } from './citedPassages.ts';
import { dossierFiles, INDEX } from './files.ts';
import { locationJudgement } from './geography.ts';
import type { LocalizedText, Language } from './localized.ts';
import type { Outlines } from './outlines.ts';
import { IdOwners } from './idOwners.ts';
import { excerpt, type Problem } from './problem.ts';
import { readingProblems } from './reading.ts';
import {
  DossierSchema,
  IndexSchema,
  ReadingSchema,
  SalvagedDossierSchema,
  shapeProblems,
  sound,
} from './schema.ts';
import { isAnchored, type Article, type Bounds, type Sector, type SourceProject } from './types.ts';

/** Reads a text file below `geodata/`; rejects with an `Error` for people where it can't. */
export type ReadText = (path: string) => Promise<string>;

/** Where a dossier comes from. */
export interface DossierSource {
  readonly read: ReadText;
  readonly projects: (id: string) => Promise<ProjectsFile>;
}

/** A dossier's file of projects: any number of them, so they come one by one. */
export interface ProjectsFile {
  /** The path that problems name, below `geodata/`. */
  readonly file: string;
  readonly items: AsyncIterable<FeatureItem>;
}

/** A feature in the order of its file, or what is wrong with the file itself. */
export type FeatureItem = FeatureRead | FileProblem;

export interface FeatureRead extends FeatureAt {
  readonly value: unknown;
}

export interface FileProblem {
  readonly problem: Problem;
  /** Whether no feature of the file can be trusted for it. */
  readonly spoilsAll: boolean;
}

/** What a check tells as it goes on. */
export interface CheckListener {
  /** What `dossier.json` says, before the first project. */
  readonly begin?: (head: DossierHead) => void;
  /** A sound project, and the feature it was read from; gives `false` where it isn't taken. */
  readonly take?: (project: SourceProject, read: FeatureRead) => boolean;
  readonly report: (problem: Problem) => void;
  /** Now and then, with the number of features looked at. */
  readonly progress?: (features: number) => void;
}

/** What `dossier.json` says, as far as it is sound. */
export interface DossierHead {
  readonly title: LocalizedText;
  readonly unreviewed: readonly Language[];
  readonly bounds: Bounds;
  readonly sectors: readonly Sector[];
  readonly publisher: string | null;
  /** ISO 8601 calendar date. */
  readonly revised: string | null;
  readonly contact: string | null;
}

export interface ArticleSource {
  readonly article: Article;
  /** Its file as it stands. */
  readonly content: string;
}

export interface CheckedDossier {
  readonly id: string;
  /** `null` where `dossier.json` can't be read at all. */
  readonly head: DossierHead | null;
  readonly articles: readonly ArticleSource[];
  /** The path of the file of projects, below `geodata/`. */
  readonly file: string;
  readonly features: number;
  /** The ids of the sound projects, in the order of their file. */
  readonly ids: readonly string[];
  /** What those cite, by their numbers in `ids`. */
  readonly passages: CitedPassages;
  /** Whether the file as a whole is so broken that nothing of it may be shown. */
  readonly isSpoilt: boolean;
  /** Why places weren't judged by outlines, and how many for each reason. */
  readonly unchecked: ReadonlyMap<string, number>;
}

/** The ids of the dossiers to publish; the first is the default. */
export async function readSourceIndex(
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

/** Features between two reports of progress. */
const STEP = 100_000;

/**
 * Checks a dossier from its source, its projects one by one, so that any number of them takes
 * little memory. It never throws for what stands in a file: each problem is reported, and each
 * sound project taken.
 */
export async function checkDossier(
  id: string,
  source: DossierSource,
  outlines: Outlines,
  { begin, take, report, progress }: CheckListener,
): Promise<CheckedDossier> {
  const { head, articleIds, areAllKnown } = await readHead(id, source.read, report);
  if (head !== null) begin?.(head);
  const articles: ArticleSource[] = [];
  for (const article of articleIds) {
    const file = dossierFiles(id).article(article);
    const read = await readArticle(article, file, source.read);
    read.problems.forEach(report);
    if (read.source !== null) articles.push(read.source);
  }

  const surroundings = {
    sectors: head?.sectors ?? [],
    articles: articles.map(({ article }) => article),
    areAllKnown,
  };
  const owners = new IdOwners();
  const unchecked = new Reasons();
  const passages = new CitedPassages();
  const ids: string[] = [];
  let features = 0;
  let isSpoilt = false;
  const { file, items } = await source.projects(id);
  for await (const item of readable(file, items)) {
    if ('problem' in item) {
      report(item.problem);
      isSpoilt ||= item.spoilsAll;
      continue;
    }
    features++;
    if (features % STEP === 0) progress?.(features);
    const project = judged(item);
    if (project === null || take?.(project, item) === false) continue;
    for (const { passage } of project.citations.filter(isAnchored))
      passages.add(passage, ids.length);
    ids.push(project.id);
  }
  return {
    id,
    head,
    articles,
    file,
    features,
    ids,
    passages,
    isSpoilt,
    unchecked: unchecked.counts,
  };

  /** The project of a feature; `null` where there is a problem, which is reported. */
  function judged(read: FeatureRead): SourceProject | null {
    const { project, location, problems } = checkFeature(read, read.value, surroundings);
    problems.forEach(report);
    const subject = subjectOf(read, read.value);
    let isSound = problems.length === 0;
    for (const [field, own] of idsOf(read.value)) {
      const owner = owners.claim(own, read, subject.feature);
      if (owner === null) continue;
      isSound = false;
      const expected = `an id of its own, as ${owner} has this one`;
      report({ ...subject, field, found: `“${own}”`, expected });
    }
    const judgement = locationJudgement(location, outlines, subject);
    if (judgement.unchecked !== null) unchecked.count(judgement.unchecked);
    judgement.problems.forEach(report);
    return isSound && judgement.problems.length === 0 ? project : null;
  }
}

/**
 * Whether each article was read to its end, sentence by sentence: what is wrong with
 * `<article>.reading.json` is reported.
 */
export async function checkReadings(
  { id, articles, ids, passages }: CheckedDossier,
  read: ReadText,
  report: (problem: Problem) => void,
): Promise<void> {
  for (const { article } of articles) {
    const file = dossierFiles(id).reading(article.id);
    const reading = await readJson(read, file, ReadingSchema);
    reading.problems.forEach(report);
    if (reading.value === null) continue;
    const citing = (start: number, end: number) =>
      passages.citing(article, start, end).flatMap((number) => ids[number] ?? []);
    readingProblems(file, reading.value, article, citing).forEach(report);
  }
}

/** Reads `dossier.json`, and reports what is wrong with it. */
export async function readHead(
  id: string,
  read: ReadText,
  report: (problem: Problem) => void,
): Promise<{
  /** `null` where nothing can be read of it. */
  readonly head: DossierHead | null;
  readonly articleIds: readonly string[];
  /** Whether its sectors and articles are all that there are. */
  readonly areAllKnown: boolean;
}> {
  const file = dossierFiles(id).dossier;
  const { value, problems } = await readJson(read, file, v.unknown());
  problems.forEach(report);
  const whole = v.safeParse(DossierSchema, value);
  if (!whole.success && problems.length === 0)
    shapeProblems(whole.issues, { file }).forEach(report);

  const part = sound(SalvagedDossierSchema, value);
  const { sectors = [], articles = [] } = part ?? {};
  const reportTwice = (field: string, ids: readonly string[], expected: string) => {
    for (const twice of duplicates(ids))
      report({ file, field, found: `“${twice}” twice`, expected });
  };
  reportTwice(
    'sectors',
    sectors.map((sector) => sector.id),
    'each sector once',
  );
  reportTwice('articles', articles, 'each article once');

  const { sectors: Sectors, articles: Articles } = DossierSchema.entries;
  const areAllKnown = sound(v.object({ sectors: Sectors, articles: Articles }), value);
  return {
    head: part === undefined ? null : headOf(id, part),
    articleIds: [...new Set(articles)],
    areAllKnown: areAllKnown !== undefined,
  };
}

function headOf(id: string, part: v.InferOutput<typeof SalvagedDossierSchema>): DossierHead {
  const { title, unreviewed, view, publisher, revised, contact, sectors } = part;
  return {
    title: title ?? { en: id },
    unreviewed,
    bounds: view.bounds,
    sectors,
    publisher: publisher ?? null,
    revised: revised ?? null,
    contact: contact ?? null,
  };
}

async function readArticle(
  id: string,
  file: string,
  read: ReadText,
): Promise<{ source: ArticleSource | null; problems: readonly Problem[] }> {
  try {
    const content = await read(file);
    const { article, problems } = parseArticle(id, file, content);
    return { source: article === null ? null : { article, content }, problems };
  } catch (error) {
    return { source: null, problems: [unreadable(file, error)] };
  }
}

interface JsonFile<T> {
  /** `null` where there are problems. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Reads a JSON file of a given shape; what is wrong with it is a problem, never an exception. */
async function readJson<T>(
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

/** The items of a file, and a problem where it can't be read to its end. */
async function* readable(
  file: string,
  items: AsyncIterable<FeatureItem>,
): AsyncGenerator<FeatureItem> {
  try {
    yield* items;
  } catch (error) {
    yield { problem: unreadable(file, error), spoilsAll: false };
  }
}

function unreadable(file: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { file, found: reason, expected: 'a file that can be read' };
}

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

/** Reasons counted; the rarest may come together, so that they stay few. */
class Reasons {
  static readonly MOST = 1000;
  readonly counts = new Map<string, number>();

  count(reason: string): void {
    const isNew = !this.counts.has(reason);
    const key = isNew && this.counts.size >= Reasons.MOST ? 'other reasons' : reason;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
