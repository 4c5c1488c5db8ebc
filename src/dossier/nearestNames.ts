import type { Row } from './projectIndex.ts';
import { queryWords } from './searchTerms.ts';
import type { Dossier, Project } from './types.ts';

/** Given at most. */
const MOST = 3;
/** So many are looked at, since an index tells words of a name from others only together. */
const MOST_CANDIDATES = 2 * MOST;
/** Of an id, so many words count: which of them a project has is then a byte. */
const MOST_WORDS = 8;
/** What a project and an id have to have in common at least, bits: what one in eight has. */
const LEAST = 3;

const DIGIT = /\p{N}/u;

/**
 * The projects whose names are nearest to an id that nobody bears, the nearest first, three at most:
 * they have at least half of what its words say, in their names, places or ids. An id is words
 * divided by any signs, which are searched for, so that typing errors and spellings are forgiven.
 *
 * What a word says is its self-information in bits (Shannon 1948), the more the fewer projects it
 * stands in, but no more than one for each of its letters, or for all of a number: neither “of” nor
 * a year decides. None are given where a file can't be had, which the search and the details report.
 */
export async function nearestProjects(
  id: string,
  {
    search,
    details,
    index: { size },
  }: {
    readonly search: Pick<Dossier['search'], 'find'>;
    readonly details: Pick<Dossier['details'], 'all'>;
    readonly index: Pick<Dossier['index'], 'size'>;
  },
): Promise<readonly Project[]> {
  const words = queryWords(id).slice(0, MOST_WORDS);
  const found = await Promise.all(words.map((word) => search.find(word)));
  if (!found.every((each) => each !== null)) return [];

  const weights = found.map(({ count }, number) => bitsOf(words[number] ?? '', count, size));
  const weightOf = (has: (number: number) => boolean) =>
    weights.reduce((sum, weight, number) => (has(number) ? sum + weight : sum), 0);
  // In a dossier of few projects no word says much.
  const enough = Math.max(weightOf(() => true) / 2, Math.min(LEAST, bits(1, size)));

  const masks = found.map(({ mask }) => mask);
  const sets = setsOf(masks, size)
    .map((set) => ({ set, weight: weightOf((number) => isIn(set, number)) }))
    .filter(({ weight }) => weight >= enough)
    .sort((a, b) => b.weight - a.weight);

  const rows = new Set<Row>();
  for (const { set } of sets) {
    if (rows.size >= MOST_CANDIDATES) break;
    // Among those that have the same words, the search knows the best.
    const together = await search.find(words.filter((_, number) => isIn(set, number)).join(' '));
    for (const row of together?.ranked ?? []) if (rows.size < MOST_CANDIDATES) rows.add(row);
  }

  // A reader sees names: what is only in a quotation isn't near.
  const candidates = await details.all([...rows]);
  return candidates
    .map((project) => {
      const texts = namesOf(project);
      const isNamed = (number: number) =>
        texts.some((text) => (found[number]?.matchesIn(text).length ?? 0) > 0);
      return { project, weight: weightOf(isNamed) };
    })
    .filter(({ weight }) => weight >= enough)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ project }) => project);
}

/** What it says that a word stands in so many of all projects; none is as rare as one. */
function bits(count: number, projects: number): number {
  return Math.log2((projects + 1) / Math.max(1, count));
}

function bitsOf(word: string, count: number, projects: number): number {
  return Math.min(bits(count, projects), DIGIT.test(word) ? 1 : word.length);
}

/** The different sets of words that rows have, a bit for each of up to eight masks. */
function setsOf(masks: readonly Uint8Array[], rows: number): readonly number[] {
  const sets = new Uint8Array(rows);
  masks.forEach((mask, number) => {
    for (let row = 0; row < rows; row++)
      sets[row] = (sets[row] ?? 0) | ((mask[row] ?? 0) << number);
  });
  return [...new Set(sets)];
}

function isIn(set: number, number: number): boolean {
  return ((set >> number) & 1) === 1;
}

/** All that a project goes by, in all languages. */
function namesOf({ id, aliases, name, location }: Project): readonly string[] {
  const { place } = location ?? {};
  return [
    id,
    ...aliases,
    ...Object.values(name),
    ...Object.values(place?.name ?? {}),
    ...(place?.spellings ?? []),
  ];
}
