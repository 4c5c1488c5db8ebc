import type { SearchedProject } from '../../../geodata/compile/wordTable.ts';
import { wordsOf } from '../../../src/dossier/folding.ts';
import type { Row } from '../../../src/dossier/projectIndex.ts';
import { queryWords, type Likeness, type Term } from '../../../src/dossier/searchTerms.ts';

/** The search as it is told of, by comparing every word of the query with every word there is. */

/** How a word resembles a term, by the distances of its beginnings from it. */
export function likenessByDistance(word: string, { word: typed, errors }: Term): Likeness | null {
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 1;
  if (errors === 'none') return null;
  if (distance(word, typed) === 1) return 2;
  for (let length = 0; length < word.length; length++)
    if (distance(word.slice(0, length), typed) === 1) return 3;
  return null;
}

/** Optimal string alignment: letters put in, left out, replaced, or swapped with the next. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? (i === 0 ? j : Infinity);
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1)];
      if (isSwapped) costs.push(at(i - 2, j - 2) + 1);
      rows[i]?.push(Math.min(...costs));
    }
  return at(a.length, b.length);
}

/** The words of a project, each with where it counts most: 0 to 7 for names, 8, 9, 10. */
function fieldsOf({ name, location, sector, citations }: SearchedProject): Map<string, number> {
  const fields = new Map<string, number>();
  const add = (texts: readonly string[], field: (words: number) => number) => {
    for (const text of texts) {
      const words = new Set(wordsOf(text).map(({ folded }) => folded));
      for (const word of words)
        fields.set(word, Math.min(fields.get(word) ?? Infinity, field(words.size)));
    }
  };
  add(Object.values(name), (words) => Math.min(words - 1, 7));
  const { place } = location ?? {};
  add([...Object.values(place?.name ?? {}), ...(place?.spellings ?? [])], () => 8);
  add(Object.values(sector.name), () => 9);
  add(
    citations.map(({ exact }) => exact),
    () => 10,
  );
  return fields;
}

/** What a query is to find among projects, the best first; where they are equal, by their rows. */
export function bruteForce(projects: readonly SearchedProject[], query: string): Row[] {
  const words = queryWords(query);
  const fields = projects.map(fieldsOf);
  const all = new Set(fields.flatMap((each) => [...each.keys()]));
  const typed = words.map((word): Term => ({ word, errors: 'none' }));
  const asTyped = ranked(fields, typed);
  if (asTyped.length > 0) return asTyped;
  const missing = words.filter((word) => ![...all].some((each) => each.startsWith(word)));
  return ranked(
    fields,
    typed.map((term) => {
      const isDoubtful = missing.length === 0 || missing.includes(term.word);
      return isDoubtful && term.word.length >= 4 ? { ...term, errors: 'any' } : term;
    }),
  );
}

function ranked(fields: readonly ReadonlyMap<string, number>[], terms: readonly Term[]): Row[] {
  const costs = fields.map((words) =>
    terms.reduce((sum, term) => {
      const each = Array.from(words, ([word, field]) => {
        const like = likenessByDistance(word, term);
        if (like === null) return Infinity;
        const isWhole = like === 0 && field === terms.length - 1 && terms.length < 8;
        return isWhole ? 0 : 16 * like + field + 1;
      });
      return sum + Math.min(...each);
    }, 0),
  );
  return [...costs.keys()]
    .filter((row) => costs[row] !== Infinity)
    .sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
}
