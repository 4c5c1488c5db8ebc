import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

const README = path.join(import.meta.dirname, '../../README.md');
const RESULTS = path.join(import.meta.dirname, 'results.md');
const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** What stands around the results in the README. Throws where it doesn't say where they belong. */
export async function aroundResults(): Promise<{ before: string; after: string }> {
  const readme = await readFile(README, 'utf8');
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin === -1 || end < begin)
    throw new Error(`README.md must say where the results belong: between ${BEGIN} and ${END}.`);
  return { before: readme.slice(0, begin + BEGIN.length), after: readme.slice(end) };
}

/** Writes the results into a file of their own and into the README. */
export async function writeResults(results: string): Promise<void> {
  await writeFile(RESULTS, `${results}\n`);
  const { before, after } = await aroundResults();
  const config = await resolveConfig(README);
  const readme = await format(`${before}\n\n${results}\n\n${after}`, {
    ...config,
    filepath: README,
  });
  await writeFile(README, readme);
}
