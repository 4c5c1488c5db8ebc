import { timeSpan } from '../dossier/when.ts';
import { m } from './index.ts';

/** Numbers above 12 in the place of a month are EDTF's seasons. */
const CALENDAR_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

/**
 * An EDTF date or interval in words, as exactly as it is written: “October 2022”. What is more than
 * a plain date (seasons, approximations) is shown as its EDTF text. The words are the atlas's own,
 * as Chromium has none for months in Uzbek and Kazakh.
 */
export function formatWhen(when: string, words: typeof m.date = m.date): string {
  const parts = when.split('/');
  if (!parts.every((part) => CALENDAR_DATE.test(part) && timeSpan(part) !== null)) return when;
  const [from = '', to] = parts.map((part) => formatDate(part, words));
  return to === undefined || to === from ? from : fromTo(from, to);
}

/** Two dates in words as a span. */
export function fromTo(from: string, to: string): string {
  return from === to ? from : `${from} – ${to}`;
}

function formatDate(date: string, words: typeof m.date): string {
  const [number = 0, month, day] = date.split('-').map(Number);
  const year = String(number);
  if (month === undefined) return words.year({ year });
  return day === undefined
    ? words.month({ month, year })
    : words.day({ month, year, day: String(day) });
}
