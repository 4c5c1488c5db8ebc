import { eachWord, fold, wordsOf } from './folding.ts';
import type { Place } from './types.ts';

/** Of a query, so many characters are read, and of its words so many different ones. */
export const LONGEST_QUERY = 1000;
export const MOST_TERMS = 16;

/** Shorter words have to be typed as they are. */
export const SHORTEST_CORRECTED = 4;

/** A word of a query, in its normal form. */
export interface Term {
  readonly word: string;
  /** Whether it may be mistyped in one place: anywhere, but for its first letter, or not at all. */
  readonly errors: 'any' | 'inner' | 'none';
}

/** The different words of a query, in their normal form. */
export function queryWords(query: string): readonly string[] {
  const words = new Set<string>();
  eachWord(query.slice(0, LONGEST_QUERY), (word) => {
    if (words.size < MOST_TERMS) words.add(word);
  });
  return [...words];
}

/** How a word of the dossier resembles one that was typed; the greater, the less it does. */
export const LIKENESS = { same: 0, begun: 1, mistyped: 2, begunMistyped: 3 } as const;
export type Likeness = (typeof LIKENESS)[keyof typeof LIKENESS];

/**
 * How a word resembles a term: as it was typed, or with one error (a letter too many, too few, another
 * one, or two swapped); the whole of it or only its beginning. `null` where it doesn't.
 */
export function likeness(word: string, { word: typed, errors }: Term): Likeness | null {
  if (word.startsWith(typed)) return word === typed ? LIKENESS.same : LIKENESS.begun;
  if (errors === 'none') return null;
  let at = 0;
  while (word[at] === typed[at]) at++;
  const after = typed.slice(at + 1);
  /** The length of each beginning that it is with an error. */
  const lengths: number[] = [];
  if (word.startsWith(after, at)) lengths.push(typed.length - 1);
  const swapped = typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2);
  if (at + 1 < typed.length && word.startsWith(swapped, at)) lengths.push(typed.length);
  if (at < word.length && (at > 0 || errors === 'any')) {
    if (word.startsWith(after, at + 1)) lengths.push(typed.length);
    if (word.startsWith(typed.slice(at), at + 1)) lengths.push(typed.length + 1);
  }
  if (lengths.length === 0) return null;
  return lengths.includes(word.length) ? LIKENESS.mistyped : LIKENESS.begunMistyped;
}

/**
 * How words may begin that resemble a term with an error. `lettersAfter` tells which letters follow
 * a beginning in the words that there are.
 */
export function corrections(
  { word, errors }: Term,
  lettersAfter: (beginning: string) => Iterable<string>,
): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at + 1);
    found.add(before + after);
    if (after !== '') found.add(before + after.charAt(0) + word.charAt(at) + after.slice(1));
    if (at === 0 && errors !== 'any') continue;
    for (const letter of lettersAfter(before)) {
      found.add(before + letter + after);
      found.add(before + letter + word.slice(at));
    }
  }
  found.delete(word);
  return found;
}

/** A range of a text: UTF-16 offsets, `end` exclusive. */
export type TextRange = readonly [start: number, end: number];

/** What a place is called. */
export type PlaceNames = Pick<Place, 'name' | 'spellings'>;

/**
 * What of a text is to be marked for these terms: beginnings of words, and words mistyped whole. A
 * term that the text hasn't may be another name of one of the places that it tells of: then the name
 * by which the text calls that place is marked.
 */
export function matchesIn(
  text: string,
  terms: readonly Term[],
  places: readonly PlaceNames[] = [],
): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const missing = new Set(terms);
  eachWord(text, (word, start, end) => {
    let furthest = start;
    for (const term of terms) {
      const like = likeness(word, term);
      if (like !== null) missing.delete(term);
      if (like === LIKENESS.begun)
        furthest = Math.max(furthest, start + lengthOf(text.slice(start, end), term.word.length));
      else if (like !== null) furthest = end;
    }
    if (furthest > start) ranges.push([start, furthest]);
  });
  if (missing.size === 0) return ranges;
  const named = places
    .map(({ name, spellings = [] }) => [...Object.values(name), ...spellings])
    .filter((names) => names.some((name) => hasAny(name, missing)))
    .flatMap((names) => names.flatMap((name) => rangesOf(name, text)));
  return named.length === 0 ? ranges : united([...ranges, ...named]);
}

function hasAny(text: string, terms: ReadonlySet<Term>): boolean {
  return wordsOf(text).some(({ folded }) =>
    [...terms].some((term) => likeness(folded, term) !== null),
  );
}

/** Where a name stands in a text, whole. */
function rangesOf(name: string, text: string): TextRange[] {
  const sought = wordsOf(name);
  const words = wordsOf(text);
  return words.flatMap(({ start }, at): TextRange[] => {
    const last = words[at + sought.length - 1];
    const stands = sought.every(({ folded }, number) => words[at + number]?.folded === folded);
    return stands && last !== undefined && sought.length > 0 ? [[start, last.end]] : [];
  });
}

/** The same parts of a text in order, those that overlap as one. */
function united(ranges: readonly TextRange[]): readonly TextRange[] {
  const apart: TextRange[] = [];
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const [from, to] = apart.at(-1) ?? [0, -1];
    if (start < to) apart.splice(-1, 1, [from, Math.max(to, end)]);
    else apart.push([start, end]);
  }
  return apart;
}

/** How much of a word as it is written makes up so many letters of its normal form. */
function lengthOf(written: string, letters: number): number {
  let length = 0;
  let folded = 0;
  for (const character of written) {
    const part = fold(character).length;
    if (folded >= letters && part > 0) break;
    folded += part;
    length += character.length;
  }
  return length;
}
