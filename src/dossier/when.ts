import edtf from 'edtf';

/** The time an EDTF expression covers: milliseconds since the epoch, UTC, both ends within it. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Dates and intervals are short; the parser takes seconds for long lists. */
const LONGEST = 64;

/** Spans known, as a million projects have a few thousand dates between them. */
const known = new Map<string, TimeSpan | null>();
const MOST_KNOWN = 50_000;

/**
 * The span of an EDTF date or interval (ISO 8601-2, https://www.loc.gov/standards/datetime/),
 * or `null` where the text isn't one.
 */
export function timeSpan(when: string): TimeSpan | null {
  if (when.length > LONGEST) return null;
  const before = known.get(when);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const span = parsed(when);
  known.set(when, span);
  return span;
}

/** Open ends lie this many days before and after 1970. */
const FOREVER = 2 ** 31 - 1;
const DAY = 86_400_000;

/** The first and last day of an EDTF date or interval, counted from 1970-01-01; else `null`. */
export function daysOf(when: string): readonly [first: number, last: number] | null {
  const span = timeSpan(when);
  if (span === null) return null;
  const day = (instant: number) => Math.max(-FOREVER, Math.min(FOREVER, Math.floor(instant / DAY)));
  return [day(span.start), day(span.end)];
}

function parsed(when: string): TimeSpan | null {
  if ([...when.matchAll(/(\d{4})-02-29/g)].some(([, year]) => !isLeap(Number(year)))) return null;
  try {
    const { min, max } = edtf(when);
    if (min === null && max === null) return null;
    const span = { start: min ?? -Infinity, end: max ?? Infinity };
    return Number.isNaN(span.start) || Number.isNaN(span.end) ? null : span;
  } catch {
    // The parser throws on what isn't EDTF: that is the answer, not a fault.
    return null;
  }
}

/** The parser takes 29 February of any year. */
function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a text is a day of the calendar, as in 2022-12-24. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && timeSpan(text) !== null;
}
