import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Sector } from '../../src/dossier/types.ts';
import { readOutlines } from '../check.ts';
import { readArticles } from './articles.ts';
import { Quotations } from './citing.ts';
import { Failure } from './failure.ts';
import { judge, type Surroundings } from './feature.ts';
import { draftOf, type Draft } from './folder.ts';
import { readRows } from './formats.ts';
import { Ids } from './ids.ts';
import { LineWriter } from './lineWriter.ts';
import { NO_MAPPING, readMapping, type Mapping } from './mapping.ts';
import type { Options } from './options.ts';
import { progressOf } from './progress.ts';
import { earlierIds, publishedIds, writeJson } from './published.ts';
import { Report } from './report.ts';
import type { ColumnUse } from './row.ts';
import { Sectors } from './sectors.ts';
import { Tally } from './tally.ts';
import type { Terminal } from './terminal.ts';
import { writeDossier, writeReadings, type Read } from './writeDossier.ts';

/** What an import came to. */
export interface Imported {
  readonly folder: string;
  readonly report: Report;
  readonly tally: Tally;
  readonly sectors: readonly { readonly sector: Sector; readonly rows: number }[];
  readonly columns: ColumnUse;
  /** Ids of the dossier that was replaced that are no more: links to them are broken. */
  readonly goneIds: readonly string[];
  readonly readings: readonly Read[];
  /** The ids in `index.json` before. */
  readonly published: readonly string[];
}

/**
 * Makes a dossier out of a file of rows. Throws a `Failure` where that can't be done; then nothing
 * is written but the report.
 */
export async function importRows(options: Options, terminal: Terminal): Promise<Imported> {
  const { id, into } = options;
  const mapping = await mappingOf(options);
  const articles = await readArticles(options.articles);
  const published = await publishedIds(into);
  const surroundings: Surroundings = {
    mapping,
    ids: new Ids(),
    sectors: new Sectors(mapping.sectors),
    quotations: new Quotations(articles.map(({ article }) => article)),
    outlines: await readOutlines(),
  };
  const draft = await draftOf(into, id, options.force);
  try {
    const report = new Report((line) => terminal.err(line), options.report);
    const tally = new Tally();
    const columns = await takeRows(options, surroundings, draft, tally, report, terminal);
    if (tally.taken === 0)
      throw new Failure(`${options.file}: found no row that can be taken; nothing is written`);

    await writeDossier(draft, options, surroundings.sectors, tally, articles);
    const folder = path.join(into, id);
    const readings = await writeReadings(draft, folder, articles, tally);
    const goneIds = existsSync(folder) ? await missingOf(options, surroundings.ids) : [];
    await draft.publish();
    if (options.publish && !published.includes(id))
      await writeJson(path.join(into, 'index.json'), { dossiers: [...published, id] });
    const sectors = surroundings.sectors.published();
    return { folder, report, tally, sectors, columns, goneIds, readings, published };
  } finally {
    await draft.discard();
  }
}

async function mappingOf({ map, columns }: Options): Promise<Mapping> {
  const mapping = map === null ? NO_MAPPING : await readMapping(map);
  return { ...mapping, columns: new Map([...mapping.columns, ...columns]) };
}

/** Reads the rows, and writes those that can be taken as they come. */
async function takeRows(
  { file, delimiter, articles }: Options,
  surroundings: Surroundings,
  draft: Draft,
  tally: Tally,
  report: Report,
  terminal: Terminal,
): Promise<ColumnUse> {
  const { mapping, ids, sectors } = surroundings;
  const writer = new LineWriter(path.join(draft.path, 'projects.geojsonl'));
  const progress = progressOf(file, terminal);
  try {
    return await readRows(
      file,
      { mapping, delimiter, hasArticles: articles.length > 0 },
      {
        take(row) {
          progress();
          const judged = judge(row, surroundings);
          if (judged.outcome === 'refused') {
            report.add(row, judged.reasons);
            return;
          }
          for (const id of [judged.id, ...judged.aliases]) ids.take(id, row.number);
          sectors.count(judged.sector);
          tally.add(judged);
          writer.write(judged.json);
        },
        refuse(row, reasons) {
          progress();
          report.add(row, reasons);
        },
      },
    );
  } finally {
    writer.close();
    report.close();
  }
}

/** The ids of the dossier that is replaced that no row has. */
async function missingOf({ into, id }: Options, ids: Ids): Promise<readonly string[]> {
  const missing: string[] = [];
  for await (const earlier of earlierIds(into, id))
    if (ids.owner(earlier) === undefined) missing.push(earlier);
  return missing;
}
