import { m } from './index.ts';
import { integer } from './numbers.ts';

/** A number for little room, as in 12.3K. */
export function roundNumber(number: number): string {
  if (number < 10_000) return integer(number);
  // What would be rounded to a thousand thousands is a million.
  return number < 999_950
    ? m.thousands({ number: number / 1000 })
    : m.millions({ number: number / 1_000_000 });
}

const THIN_SPACE = '\u2009';

/** Words in quotation marks; a thin space keeps two marks apart. */
export function quoted(words: string): string {
  const [opening = '', closing = ''] = m.quote({ words: '\n' }).split('\n');
  const before = words.startsWith(opening) ? THIN_SPACE : '';
  const after = words.endsWith(closing) ? THIN_SPACE : '';
  return m.quote({ words: `${before}${words}${after}` });
}

const LAST_OF_MANY = { and: 'andLast', or: 'orLast' } as const;

/** A list in words, as in “a, b, and c”. */
export function joined(parts: readonly string[], by: 'and' | 'or'): string {
  const first = parts.slice(0, -1).join(', ');
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return m.join[parts.length === 2 ? by : LAST_OF_MANY[by]]({ first, last });
}
