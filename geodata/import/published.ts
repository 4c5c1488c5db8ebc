import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import { describeProblem } from '../../src/dossier/problem.ts';
import { ReadingSchema, sound } from '../../src/dossier/schema.ts';
import { readSourceIndex } from '../../src/dossier/source.ts';
import { folderSource } from '../folderSource.ts';
import { Failure } from './failure.ts';
import { writtenReasons } from './reading.ts';

/** Larger files aren't worth the time that it takes to set them nicely. Letters. */
const LONGEST_FORMATTED = 2_000_000;

/** Writes JSON as `npm run format` would where the file comes to lie. */
export async function writeJson(file: string, value: unknown, place = file): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  const formatted =
    text.length > LONGEST_FORMATTED
      ? text
      : await format(text, { ...(await resolveConfig(place)), plugins: [], parser: 'json' });
  await writeFile(file, formatted);
}

/** The ids that `index.json` publishes; none without that file. Throws a `Failure` if it's broken. */
export async function publishedIds(into: string): Promise<readonly string[]> {
  if (!existsSync(path.join(into, 'index.json'))) return [];
  const { ids, problems } = await readSourceIndex(folderSource(into).read);
  if (problems.length > 0) throw new Failure(problems.map(describeProblem).join('\n'));
  return ids;
}

/** The reasons in the reading of an article in an earlier dossier, as far as it can be read. */
export async function earlierReasons(
  folder: string,
  article: string,
): Promise<ReadonlyMap<string, string>> {
  const file = path.join(folder, 'articles', `${article}.reading.json`);
  if (!existsSync(file)) return new Map();
  try {
    const reading = sound(ReadingSchema, JSON.parse(await readFile(file, 'utf8')));
    return reading === undefined ? new Map() : writtenReasons(reading);
  } catch (error) {
    if (error instanceof SyntaxError) return new Map();
    throw error;
  }
}

const WithId = v.object({ id: v.string() });

/** The ids of the projects in an earlier dossier, as far as it can be read. */
export async function* earlierIds(into: string, id: string): AsyncGenerator<string> {
  const { items } = await folderSource(into).projects(id);
  for await (const item of items) {
    const feature = 'value' in item ? sound(WithId, item.value) : undefined;
    if (feature !== undefined) yield feature.id;
  }
}
