/** One thing wrong with a dossier's file, told so that its author can mend it. */
export interface Problem {
  /** Path below `geodata/`. */
  readonly file: string;
  /** Where in the file the feature begins; the first line is 1. */
  readonly line?: number;
  /** The feature's id, or its number where it has none; absent for what concerns the whole file. */
  readonly feature?: string;
  /** Where in the file or feature, as in `properties.place.level`. */
  readonly field?: string;
  readonly found: string;
  readonly expected: string;
  /** What befell the file on its way to the page; absent where it is its author's to mend. */
  readonly mishap?: Mishap;
  /** The id of the article that is lost by it. */
  readonly article?: string;
}

/**
 * A file didn't arrive, or a web page in its place, or another than was published; the dossier was
 * published for a newer or older version of the atlas; or it was code that didn't arrive.
 */
export type Mishap = 'missing' | 'page' | 'changed' | 'newer' | 'older' | 'code';

/** A problem as one line of text. */
export function describeProblem(problem: Problem): string {
  return `${placeOfProblem(problem)}: found ${problem.found}; expected ${problem.expected}`;
}

/** Where a problem is, as one line of text. */
export function placeOfProblem({ file, line, feature, field }: Problem): string {
  const where = line === undefined ? file : `${file}:${line}`;
  return [where, feature, field].filter((part) => part !== undefined).join(' › ');
}

const LONGEST_EXCERPT = 120;

/** A value from a file, shortened so that it can be shown in a message. */
export function excerpt(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? `“${shortened(value)}”` : shortened(json(value));
}

/** The beginning of a long text. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  // A pair of surrogates is one character: not cut in two.
  return `${text.slice(0, LONGEST_EXCERPT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    // A file may nest lists deeper than they can be written out.
    if (error instanceof RangeError) return 'something nested very deeply';
    throw error;
  }
}
