import search from 'approx-string-match';

/** A W3C Web Annotation TextQuoteSelector, https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

export type Anchoring =
  | { readonly outcome: 'found'; readonly start: number; readonly end: number }
  | { readonly outcome: 'ambiguous'; readonly occurrences: number }
  | { readonly outcome: 'missing' };

/** Where a quotation stands in `text`, word for word: UTF-16 offsets, `end` exclusive. */
export function anchor(
  text: string,
  { exact, prefix = '', suffix = '' }: TextQuoteSelector,
): Anchoring {
  if (exact === '') return { outcome: 'missing' };
  const context = prefix + exact + suffix;
  const starts = occurrences(text, context);
  const [first] = starts;
  if (first === undefined) return { outcome: 'missing' };
  if (starts.length > 1) return { outcome: 'ambiguous', occurrences: starts.length };
  const start = first + prefix.length;
  return { outcome: 'found', start, end: start + exact.length };
}

function occurrences(text: string, part: string): number[] {
  const starts: number[] = [];
  if (part === '') return starts;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) starts.push(at);
  return starts;
}

/** Longer quotations are compared by their beginning, to keep the search quick. */
const LONGEST_COMPARED = 2000;

/** The words of `text` most like `exact`, within half its length of edits; `null` if nothing is. */
export function nearestPassage(text: string, exact: string): string | null {
  const pattern = exact.slice(0, LONGEST_COMPARED);
  const matches = search(text, pattern, Math.floor(pattern.length / 2));
  if (matches.length === 0) return null;
  // A word's last letter or quotation mark may as well be left out as exchanged: rather not.
  const astray = ({ start, end }: { start: number; end: number }) =>
    Math.abs(end - start - pattern.length);
  const best = matches.reduce((a, b) =>
    b.errors < a.errors || (b.errors === a.errors && astray(b) < astray(a)) ? b : a,
  );
  return wholeWords(text, best.start, best.end);
}

/** The words that a range of `text` touches, whole: nobody quotes from the middle of one. */
function wholeWords(text: string, start: number, end: number): string {
  const found = text.slice(start, end);
  const [before = ''] = /^[\p{L}\p{N}]/u.test(found)
    ? (/[\p{L}\p{N}]+$/u.exec(text.slice(0, start)) ?? [])
    : [];
  const [after = ''] = /[\p{L}\p{N}]$/u.test(found)
    ? (/^[\p{L}\p{N}]+/u.exec(text.slice(end)) ?? [])
    : [];
  return before + found + after;
}

/** Passages in a link begin with this many words, more where these occur elsewhere too. */
const FEWEST_WORDS = 5;

/** The words by which a link names the passage that begins at `start`: the fewest that are unique. */
export function openingWords(text: string, start: number, end: number): string {
  const rest = text.slice(start);
  const whole = end - start;
  const ends = [...rest.matchAll(/\S+/g)].map((word) => word.index + word[0].length);
  // The last word of a passage ends with it, before the sentence's full stop.
  const lengths = [
    ...ends.filter((length) => length < whole),
    whole,
    ...ends.filter((length) => length > whole),
  ];
  const few = lengths.find(
    (length, index) =>
      (index + 1 >= FEWEST_WORDS || length >= whole) &&
      occurrences(text, rest.slice(0, length)).length === 1,
  );
  return rest.slice(0, few);
}
