import edtf from 'edtf';

/** The time an EDTF expression covers: milliseconds since the epoch, UTC, both ends within it. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The span of an EDTF date or interval (ISO 8601-2, https://www.loc.gov/standards/datetime/),
 * or `null` where the text isn't one.
 */
export function timeSpan(when: string): TimeSpan | null {
  try {
    const { min, max } = edtf(when);
    return { start: min, end: max };
  } catch {
    // The parser throws on what isn't EDTF: that is the answer, not a fault.
    return null;
  }
}

const CALENDAR_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * An EDTF date or interval in words of `locale`, as exactly as it is written: “October 2022”.
 * What is more than a plain date (seasons, approximations) is shown as its EDTF text.
 */
export function formatWhen(when: string, locale: string): string {
  const parts = when.split('/');
  if (!parts.every((part) => CALENDAR_DATE.test(part) && timeSpan(part) !== null)) return when;
  return parts.map((part) => formatDate(part, locale)).join(' – ');
}

function formatDate(date: string, locale: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  const instant = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
  return new Intl.DateTimeFormat(locale, options).format(instant);
}
