import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { Language } from '../../src/dossier/localized.ts';
import type { Outlines } from '../../src/dossier/outlines.ts';
import {
  BUCKET_SIZE,
  bucketOf,
  DETAILS_SIZE,
  MANIFEST_FORMAT,
  type ManifestFile,
  type OrderFile,
  type PieceTuple,
} from '../../src/dossier/manifest.ts';
import { encodeIndex } from '../../src/dossier/projectIndex.ts';
import { encodeRanks } from '../../src/dossier/ranks.ts';
import type { Problem } from '../../src/dossier/problem.ts';
import { LineSchema } from '../../src/dossier/schema.ts';
import type { CheckedDossier, DossierSource, FeatureRead } from '../../src/dossier/source.ts';
import { GrowingColumn } from '../../src/dossier/growingColumn.ts';
import type { SourceProject } from '../../src/dossier/types.ts';
import { Problems } from '../problems.ts';
import { checkSource } from './checkSource.ts';
import { PieceWriter } from './pieceWriter.ts';
import { ProjectTable } from './projectTable.ts';
import { replaceFolder } from './replaceFolder.ts';
import { rowOrder } from './rowOrder.ts';
import { writeSearchIndex } from './searchIndex.ts';
import { Spill } from './spill.ts';
import { WordTable } from './wordTable.ts';
import { TextOrder } from './textOrder.ts';

/** Problems that the manifest tells. */
const MOST_PROBLEMS = 1000;
/** From so many projects on, packing takes long enough to be content with a little less. */
const LARGE = 50_000;
/** Pieces packed at a time: as many as there are threads for it. */
const AT_ONCE = 4;

export interface CompileListener {
  readonly report: (problem: Problem) => void;
  /** Now and then, in words. */
  readonly progress?: (done: string) => void;
}

export interface Compiled {
  readonly checked: CheckedDossier;
  readonly manifest: ManifestFile;
  readonly problems: number;
}

/**
 * Checks a dossier and writes what is published of it, as `manifest.ts` tells, into `<outDir>/<id>`:
 * all that is sound, with the problems of the rest. What lies there is replaced as a whole. Rejects
 * only where files can't be written.
 */
export async function compileDossier(
  id: string,
  source: DossierSource,
  outDir: string,
  outlines: Outlines,
  listener: CompileListener,
): Promise<Compiled> {
  await mkdir(outDir, { recursive: true });
  const folder = await mkdtemp(path.join(outDir, `.${id}-`));
  // Others than who compiles it are to read it.
  await chmod(folder, 0o755);
  const spill = new Spill(path.join(folder, 'features'));
  const words = new WordTable(path.join(folder, 'words'));
  try {
    const compilation = new Compilation(folder, spill, words, listener);
    const compiled = await compilation.run(id, source, outlines);
    spill.remove();
    words.remove();
    await replaceFolder(path.join(outDir, id), folder);
    return compiled;
  } finally {
    spill.remove();
    words.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The details of a project that is drawn as a line. */
const BorderSchema = v.tuple([v.number(), v.object({ geometry: LineSchema })]);

class Compilation {
  readonly #folder: string;
  readonly #spill: Spill;
  readonly #words: WordTable;
  readonly #listener: CompileListener;
  readonly #problems = new Problems(MOST_PROBLEMS);
  #table = new ProjectTable([]);
  #names = new TextOrder();
  #places = new TextOrder();
  /** Ids that projects had before, and whose they are. */
  readonly #aliases: string[] = [];
  readonly #aliasOwners = new GrowingColumn();
  /** Projects that are drawn as lines. */
  readonly #borders: number[] = [];
  /** What there were too many of. */
  readonly #exceeded = new Set<string>();

  constructor(folder: string, spill: Spill, words: WordTable, listener: CompileListener) {
    this.#folder = folder;
    this.#spill = spill;
    this.#words = words;
    this.#listener = listener;
  }

  async run(id: string, source: DossierSource, outlines: Outlines): Promise<Compiled> {
    const checked = await checkSource(id, source, outlines, {
      begin: ({ sectors }) => (this.#table = new ProjectTable(sectors)),
      take: (project, read) => this.#take(project, read),
      report: this.#report,
      progress: (features) => this.#tell('checked', features),
    });
    if (checked.isSpoilt) this.#discard();
    const order = rowOrder(this.#table.along(), DETAILS_SIZE);
    const rows = new Uint32Array(order.length);
    order.forEach((number, row) => (rows[number] = row));

    const writer = new PieceWriter(this.#folder, order.length >= LARGE);
    const index = this.#table.index(order);
    const manifest: ManifestFile = {
      format: MANIFEST_FORMAT,
      source: checked.file,
      ...headOf(checked),
      articles: await this.#articles(checked, rows, writer),
      projects: index.size,
      markers: index.markers.row.length,
      spans: index.spans.first.length,
      countries: this.#table.countries,
      areas: this.#table.areas.map(({ spellings, ...place }) => ({
        ...place,
        countries: [...place.countries],
        ...(spellings === undefined ? {} : { spellings: [...spellings] }),
      })),
      index: await writer.write(encodeIndex(index)),
      details: { size: DETAILS_SIZE, pieces: await this.#details(order, writer) },
      ids: await this.#ids(checked.isSpoilt ? [] : checked.ids, rows, writer),
      lines: await this.#lines(rows, writer),
      search: await writeSearchIndex(this.#words, rows, writer),
      orders: {
        name: await this.#order(this.#names, order, writer),
        place: await this.#order(this.#places, order, writer),
      },
      problems: this.#published(checked.file),
    };
    await writeFile(path.join(this.#folder, 'manifest.json'), JSON.stringify(manifest));
    return { checked, manifest, problems: this.#problems.count };
  }

  readonly #report = (problem: Problem): void => {
    this.#problems.add(problem);
    this.#listener.report(problem);
  };

  #tell(done: string, count: number): void {
    this.#listener.progress?.(`${done} ${count.toLocaleString('en')} projects`);
  }

  #take(project: SourceProject, { file, line, value }: FeatureRead): boolean {
    const number = this.#table.size;
    const exceeded = this.#table.add(project);
    if (exceeded !== null) {
      if (!this.#exceeded.has(exceeded))
        this.#report({
          file,
          ...(line === undefined ? {} : { line }),
          feature: project.id,
          found: `more than 65,535 ${exceeded}`,
          expected: 'fewer: this project and others can’t be published with the rest',
        });
      this.#exceeded.add(exceeded);
      return false;
    }
    this.#spill.add(JSON.stringify([line ?? 0, value]));
    this.#words.add(project);
    this.#names.add(project.name);
    this.#places.add(project.location?.place.name ?? null);
    for (const alias of project.aliases) {
      this.#aliases.push(alias);
      this.#aliasOwners.push(number);
    }
    if (project.location?.place.level === 'border') this.#borders.push(number);
    return true;
  }

  /** Forgets all projects taken. */
  #discard(): void {
    this.#table = new ProjectTable([]);
    this.#names = new TextOrder();
    this.#places = new TextOrder();
    this.#aliases.length = 0;
    this.#borders.length = 0;
  }

  async #details(order: Uint32Array, writer: PieceWriter): Promise<PieceTuple[]> {
    const pieces: PieceTuple[] = [];
    const step = AT_ONCE * DETAILS_SIZE;
    for (let from = 0; from < order.length; from += step) {
      const lists = Array.from({ length: AT_ONCE }, (_, list) =>
        order.subarray(from + list * DETAILS_SIZE, from + (list + 1) * DETAILS_SIZE),
      ).filter((list) => list.length > 0);
      pieces.push(...(await Promise.all(lists.map((list) => writer.write(this.#listed(list))))));
      const done = from + step;
      if (done % 100_000 === 0 && done < order.length) this.#tell('compiled', done);
    }
    return pieces;
  }

  /** The JSON list of so many projects' details. */
  #listed(numbers: Uint32Array): Buffer {
    const parts: Buffer[] = [];
    for (const number of numbers)
      parts.push(Buffer.from(parts.length === 0 ? '[' : ','), this.#spill.get(number));
    return Buffer.concat([...parts, Buffer.from(']')]);
  }

  async #ids(ids: readonly string[], rows: Uint32Array, writer: PieceWriter) {
    const aliases = this.#aliases;
    const count = Math.ceil((ids.length + aliases.length) / BUCKET_SIZE);
    const buckets = Array.from({ length: count }, () => new GrowingColumn());
    const idOf = (number: number) => ids[number] ?? aliases[number - ids.length] ?? '';
    const rowOf = (number: number) =>
      rows[number < ids.length ? number : this.#aliasOwners.at(number - ids.length)] ?? 0;
    for (let number = 0; number < ids.length + aliases.length; number++)
      buckets[bucketOf(idOf(number), count)]?.push(number);
    const pieces: PieceTuple[] = [];
    for (const bucket of buckets) {
      const entries = Array.from(bucket.values(), (number) =>
        JSON.stringify([idOf(number), rowOf(number)]),
      );
      pieces.push(await writer.write(`[${entries.join()}]`));
    }
    return pieces;
  }

  async #articles({ articles, passages }: CheckedDossier, rows: Uint32Array, writer: PieceWriter) {
    const published: ManifestFile['articles'] = [];
    for (const { article, content } of articles) {
      const ranges = rows.length === 0 ? [] : passages.ranges(article);
      const cited = ranges.map(([start, end, projects]) => [
        start,
        end,
        projects.map((project) => rows[project] ?? 0).sort((a, b) => a - b),
      ]);
      published.push({
        id: article.id,
        text: await writer.write(content),
        passages: await writer.json(cited),
      });
    }
    return published;
  }

  async #lines(rows: Uint32Array, writer: PieceWriter): Promise<PieceTuple | null> {
    if (this.#borders.length === 0) return null;
    const lines = this.#borders
      .map((number) => ({ row: rows[number] ?? 0, geometry: this.#geometryOf(number) }))
      .sort((a, b) => a.row - b.row);
    return writer.json(lines.map(({ row, geometry }) => [row, geometry]));
  }

  async #order(texts: TextOrder, order: Uint32Array, writer: PieceWriter): Promise<OrderFile> {
    const write = (language: Language) => writer.write(encodeRanks(texts.ranks(language, order)));
    const file: OrderFile = { en: await write('en') };
    for (const language of texts.languages) file[language] ??= await write(language);
    return file;
  }

  #geometryOf(number: number): v.InferOutput<typeof LineSchema> {
    const [, { geometry }] = v.parse(BorderSchema, JSON.parse(this.#spill.get(number).toString()));
    return geometry;
  }

  #published(file: string): Problem[] {
    const { first, count } = this.#problems;
    const more = count - first.length;
    if (more === 0) return [...first];
    const found = `${more.toLocaleString('en')} more problems`;
    return [...first, { file, found, expected: 'none: `npm run check:geodata` tells them all' }];
  }
}

function headOf({
  id,
  head,
}: CheckedDossier): Pick<
  ManifestFile,
  'title' | 'unreviewed' | 'view' | 'sectors' | 'publisher' | 'revised' | 'contact'
> {
  const { title, unreviewed, bounds, sectors, publisher, revised, contact } = head ?? {
    title: { en: id },
    unreviewed: [],
    bounds: [-180, -60, 180, 75],
    sectors: [],
    publisher: null,
    revised: null,
    contact: null,
  };
  const [west, south, east, north] = bounds;
  return {
    title,
    unreviewed: [...unreviewed],
    view: { bounds: [west, south, east, north] },
    sectors: [...sectors],
    ...(publisher === null ? {} : { publisher }),
    ...(revised === null ? {} : { revised }),
    ...(contact === null ? {} : { contact }),
  };
}
