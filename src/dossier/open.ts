import * as v from 'valibot';
import { parseArticle } from './articleFile.ts';
import { Details } from './details.ts';
import {
  MANIFEST_FORMAT,
  ManifestSchema,
  publishedFiles,
  type Manifest,
  type Piece,
} from './manifest.ts';
import { Orders } from './orders.ts';
import {
  BrokenPiece,
  mishapOf,
  readJsonPiece,
  readPiece,
  readTextPiece,
  type ReadBytes,
} from './piece.ts';
import { excerpt, type Problem } from './problem.ts';
import { decodeIndex, gatherAreas, type ProjectIndex } from './projectIndex.ts';
import { IndexSchema, LineSchema, shapeProblems } from './schema.ts';
import { dossierFiles, INDEX } from './files.ts';
import { Search } from './search.ts';
import { KINDS, STATUSES } from './types.ts';
import type { Article, BorderLine, CitedPassage, Dossier } from './types.ts';

export interface Opened {
  /** `null` where nothing can be shown. */
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
}

const PassagesSchema = v.array(v.tuple([v.number(), v.number(), v.array(v.number())]));
const LinesSchema = v.array(v.tuple([v.number(), LineSchema]));

/** The ids of the dossiers published; the first is the default. */
export async function readIndex(
  read: ReadBytes,
): Promise<{ ids: readonly string[]; problems: readonly Problem[] }> {
  const { value, problems } = await readJson(read, INDEX, IndexSchema);
  return { ids: value?.dossiers ?? [], problems };
}

/**
 * Opens a published dossier. It never rejects for what stands in a file, or for a file that doesn't
 * arrive: each problem is reported, and what is sound is kept.
 */
export async function openDossier(id: string, read: ReadBytes): Promise<Opened> {
  const files = publishedFiles(id);
  const { value: manifest, problems } = await readJson(read, files.manifest, ManifestSchema);
  if (manifest === null) return { dossier: null, problems: ofItsFormat(problems) };
  const opening = new Opening(id, read, manifest);
  const dossier = await opening.dossier();
  return { dossier, problems: [...manifest.problems, ...opening.problems] };
}

class Opening {
  readonly problems: Problem[] = [];
  readonly #id: string;
  readonly #read: ReadBytes;
  readonly #manifest: Manifest;

  constructor(id: string, read: ReadBytes, manifest: Manifest) {
    this.#id = id;
    this.#read = read;
    this.#manifest = manifest;
  }

  async dossier(): Promise<Dossier | null> {
    const manifest = this.#manifest;
    const index = this.#index();
    const lines = this.#lines();
    const read = await Promise.all(manifest.articles.map((article) => this.#article(article)));
    const articles = read.flatMap(({ article }) => article ?? []);
    const details = new Details(manifest, this.#read, this.#pathOf, {
      sectors: manifest.sectors,
      articles,
      areAllKnown: articles.length === manifest.articles.length,
    });
    // What fits in one piece is all at hand from the beginning.
    const [first, second] = manifest.details.pieces;
    if (first !== undefined && second === undefined) {
      details.onProblems = (problems) => this.problems.push(...problems);
      await details.get(0);
    }
    const opened = await index;
    if (opened === null) return null;
    const { title, unreviewed, view, publisher, revised, contact, sectors } = manifest;
    return {
      id: this.#id,
      title,
      unreviewed,
      bounds: view.bounds,
      publisher: publisher ?? null,
      revised: revised ?? null,
      contact: contact ?? null,
      sectors,
      articles,
      index: opened,
      countries: manifest.countries,
      areas: manifest.areas,
      passages: read.flatMap(({ passages }) => passages),
      lines: await lines,
      details,
      search: new Search(manifest, this.#read, this.#pathOf),
      orders: new Orders(manifest, this.#read, this.#pathOf),
    };
  }

  #pathOf = (piece: Piece): string => publishedFiles(this.#id).piece(piece);

  async #index(): Promise<ProjectIndex | null> {
    const { index, projects, spans, markers, sectors, countries, areas } = this.#manifest;
    const file = this.#pathOf(index);
    return this.#attempt(async () => {
      const bytes = await readPiece(this.#read, file, index);
      try {
        return gatherAreas(
          decodeIndex(
            bytes,
            { size: projects, spans, markers },
            {
              sectors: sectors.length,
              kinds: KINDS.length,
              statuses: STATUSES.length,
              countries: countries.length,
              areas: areas.length,
            },
          ),
        );
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new BrokenPiece({ file, found: error.message, expected: 'the index published' });
      }
    }, null);
  }

  async #article({ id, text, passages }: Manifest['articles'][number]) {
    const { article: fileOf } = dossierFiles(this.#id);
    const cited = this.#json(passages, PassagesSchema, 'the passages cited');
    const content = await this.#attempt(
      () => readTextPiece(this.#read, this.#pathOf(text), text),
      null,
      { article: id },
    );
    if (content === null) return { article: null, passages: [] };
    const { article, problems } = parseArticle(id, fileOf(id), content);
    this.problems.push(...problems);
    return {
      article,
      passages: article === null ? [] : citedPassages(article, (await cited) ?? []),
    };
  }

  async #lines(): Promise<readonly BorderLine[]> {
    const { lines } = this.#manifest;
    if (lines === null) return [];
    const read = (await this.#json(lines, LinesSchema, 'lines')) ?? [];
    return read.map(([row, geometry]) => ({ row, geometry }));
  }

  async #json<T>(
    piece: Piece,
    schema: v.GenericSchema<unknown, T>,
    expected: string,
  ): Promise<T | null> {
    const file = this.#pathOf(piece);
    return this.#attempt(async () => {
      const parsed = v.safeParse(schema, await readJsonPiece(this.#read, file, piece));
      if (parsed.success) return parsed.output;
      throw new BrokenPiece({ file, found: 'something else', expected });
    }, null);
  }

  /** What an action gives; what is wrong with a piece is reported, and gives the other instead. */
  async #attempt<T, Otherwise>(
    action: () => Promise<T>,
    otherwise: Otherwise,
    lost: Pick<Problem, 'article'> = {},
  ): Promise<T | Otherwise> {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof BrokenPiece)) throw error;
      this.problems.push({ ...error.problem, ...lost });
      return otherwise;
    }
  }
}

function citedPassages(
  article: Article,
  passages: v.InferOutput<typeof PassagesSchema>,
): CitedPassage[] {
  return passages.map(([start, end, rows]) => ({ article, start, end, rows }));
}

/** Where a manifest is of another format, all else in it may be so, too: then that alone is told. */
function ofItsFormat(problems: readonly Problem[]): readonly Problem[] {
  const format = problems.find(({ field }) => field === 'format');
  const found = Number(format?.found);
  if (format === undefined || Number.isNaN(found)) return problems;
  return [{ ...format, mishap: found > MANIFEST_FORMAT ? 'newer' : 'older' }];
}

/** A JSON file of a given shape; what is wrong with it is a problem, never an exception. */
async function readJson<T>(
  read: ReadBytes,
  file: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<{ value: T | null; problems: readonly Problem[] }> {
  let content: Uint8Array = new Uint8Array();
  let text = '';
  try {
    content = await read(file);
    text = new TextDecoder().decode(content);
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success
      ? { value: parsed.output, problems: [] }
      : { value: null, problems: shapeProblems(parsed.issues, { file }) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isJson = error instanceof SyntaxError;
    const found = isJson ? `${excerpt(text)} (${reason})` : reason;
    const expected = isJson ? 'JSON' : 'a file that can be read';
    const mishap = isJson ? mishapOf(content) : 'missing';
    return { value: null, problems: [{ file, found, expected, mishap }] };
  }
}
