import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { DossierSchema } from '../../src/dossier/schema.ts';
import type { ArticleFile } from './articles.ts';
import type { Draft } from './folder.ts';
import type { Options } from './options.ts';
import { earlierReasons, writeJson } from './published.ts';
import { readingOf, UNREAD } from './reading.ts';
import type { Sectors } from './sectors.ts';
import type { Tally } from './tally.ts';

/** How far an article's reading is done. */
export interface Read {
  readonly article: string;
  readonly sentences: number;
  readonly unread: number;
}

/** Writes `dossier.json`: what is known of the dossier beside its projects. */
export async function writeDossier(
  draft: Draft,
  { id, title, into }: Options,
  sectors: Sectors,
  { frame }: Tally,
  articles: readonly ArticleFile[],
) {
  const dossier = {
    title: { en: title ?? id },
    view: { bounds: frame.bounds() },
    sectors: sectors.published().map(({ sector }) => sector),
    articles: articles.map(({ article }) => article.id),
  };
  // Sound by construction; if ever not, better here than in the atlas.
  v.parse(DossierSchema, dossier);
  const name = 'dossier.json';
  await writeJson(path.join(draft.path, name), dossier, path.join(into, id, name));
}

/** Writes the articles, and how far each is read. */
export async function writeReadings(
  draft: Draft,
  place: string,
  articles: readonly ArticleFile[],
  tally: Tally,
): Promise<Read[]> {
  const readings: Read[] = [];
  if (articles.length > 0) await mkdir(path.join(draft.path, 'articles'));
  for (const { file, article } of articles) {
    await copyFile(file, path.join(draft.path, 'articles', `${article.id}.txt`));
    const reasons = await earlierReasons(place, article.id);
    const { sentences } = readingOf(
      article,
      (start, end) => tally.citing(article, start, end),
      reasons,
    );
    const name = path.join('articles', `${article.id}.reading.json`);
    await writeJson(path.join(draft.path, name), { sentences }, path.join(place, name));
    readings.push({
      article: article.id,
      sentences: sentences.length,
      unread: sentences.filter((each) => 'reason' in each && each.reason === UNREAD).length,
    });
  }
  return readings;
}
