import type { Spans } from '../dossier/projectIndex.ts';
import { daysOf } from '../dossier/when.ts';

/** How many projects there are in each step of a stretch of time. */
export interface Timeline {
  readonly unit: 'month' | 'year' | 'decade';
  readonly bars: readonly Bar[];
}

export interface Bar {
  /** EDTF, as exactly as the step is long: 2022-10, 2022, or 2020/2029. */
  readonly when: string;
  readonly count: number;
}

/** More bars than this can't be told apart, nor hit. */
const MOST_BARS = 72;
const MONTHS = { month: 1, year: 12, decade: 120 } as const;
const UNITS = ['month', 'year', 'decade'] as const;
/** Years that calendars write with four digits; what goes on beyond them is drawn to their end. */
const FIRST_MONTH = 0;
const LAST_MONTH = 9999 * 12 + 11;

/**
 * The histogram of projects by month, or by longer steps where that would be too many. `counts` is
 * by the number of the span, as in `Counts`. A project counts in each step in which it lies at
 * least partly; one with an open end in those up to the last date that any has. `null` where
 * nothing has a date.
 */
export function timelineOf({ first, last }: Spans, counts: Uint32Array): Timeline | null {
  const months = Array.from(first, (from, number) => ({
    from: monthOf(from),
    to: monthOf(last[number] ?? from),
    count: counts[1 + number] ?? 0,
  }));
  const dates = months.flatMap(({ from, to }) => [from, to]).filter(isBounded);
  if (dates.length === 0) return null;
  const start = dates.reduce((least, month) => Math.min(least, month));
  const end = dates.reduce((most, month) => Math.max(most, month));
  const unit =
    UNITS.find(
      (unit) => Math.floor(end / MONTHS[unit]) - Math.floor(start / MONTHS[unit]) < MOST_BARS,
    ) ?? 'decade';
  const step = (month: number) => Math.floor(month / MONTHS[unit]);
  const origin = step(start);
  const size = step(end) - origin + 1;
  // Differences, summed up in the end: a long project costs no more than a short one.
  const changes = new Int32Array(size + 1);
  for (const { from, to, count } of months) {
    const begin = Math.max(0, step(Math.max(from, start)) - origin);
    const after = Math.min(size, step(Math.min(to, end)) - origin + 1);
    changes[begin] = (changes[begin] ?? 0) + count;
    changes[after] = (changes[after] ?? 0) - count;
  }
  let running = 0;
  const bars = Array.from(changes.subarray(0, size), (change, number): Bar => {
    running += change;
    return { when: stepText(origin + number, unit), count: running };
  });
  return { unit, bars };
}

function isBounded(month: number): boolean {
  return month > FIRST_MONTH && month < LAST_MONTH;
}

const DAY = 86_400_000;

/** The month of a day since 1970, counted from the year 0; those far off are brought near. */
function monthOf(day: number): number {
  const date = new Date(day * DAY);
  if (Number.isNaN(date.getTime())) return day < 0 ? FIRST_MONTH : LAST_MONTH;
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return Math.max(FIRST_MONTH, Math.min(LAST_MONTH, month));
}

function stepText(step: number, unit: Timeline['unit']): string {
  switch (unit) {
    case 'month':
      return `${yearText(Math.floor(step / 12))}-${String((step % 12) + 1).padStart(2, '0')}`;
    case 'year':
      return yearText(step);
    case 'decade':
      return `${yearText(10 * step)}/${yearText(10 * step + 9)}`;
  }
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** Which bars, by their numbers, lie at least partly in a span; `null` where none does. */
export function barsWithin(
  bars: readonly Bar[],
  span: string,
): { from: number; to: number } | null {
  const [first, last] = daysOf(span) ?? [Infinity, -Infinity];
  const isWithin = ({ when }: Bar) => {
    const [begin, end] = daysOf(when) ?? [Infinity, -Infinity];
    return begin <= last && end >= first;
  };
  const from = bars.findIndex(isWithin);
  return from < 0 ? null : { from, to: bars.findLastIndex(isWithin) };
}

const PLAIN_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * The span between two dates as one types them: a year, month or day, or nothing for an open end.
 * EDTF, or what is wrong with it.
 */
export function spanOf(
  from: string,
  to: string,
): string | { readonly fault: 'unreadable' | 'reversed' } {
  const ends = [from.trim(), to.trim()];
  const isReadable = ends.every(
    (end) => end === '' || (PLAIN_DATE.test(end) && daysOf(end) !== null),
  );
  if (!isReadable || ends.join('') === '') return { fault: 'unreadable' };
  const [first, last] = ends;
  if (first === last) return ends[0] ?? '';
  const [begin] = daysOf(first ?? '') ?? [-Infinity];
  const [, end] = daysOf(last ?? '') ?? [0, Infinity];
  if (begin > end) return { fault: 'reversed' };
  return ends.map((end) => (end === '' ? '..' : end)).join('/');
}

/** The span from the beginning of one bar to the end of another, EDTF; in either order. */
export function spanBetween(one: Bar, other: Bar): string {
  const [from, to] = [one, other].sort((a, b) => (a.when < b.when ? -1 : 1));
  const [first = ''] = (from ?? one).when.split('/');
  const last = (to ?? other).when.split('/').at(-1) ?? '';
  return first === last ? first : `${first}/${last}`;
}
