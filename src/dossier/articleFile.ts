import * as v from 'valibot';
import { CalendarDate, shapeProblems, Text, WebAddress } from './schema.ts';
import type { Problem } from './problem.ts';
import type { Article } from './types.ts';

const FrontMatter = v.strictObject({
  title: Text,
  date: CalendarDate,
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 language tag')),
  source: v.optional(WebAddress),
});

const FENCE = '---';

/**
 * Reads an article's file: front matter of `key: value` lines between two `---` lines, then
 * paragraphs divided by empty lines. The text is kept word for word; only the empty lines between
 * paragraphs are made one.
 */
export function parseArticle(
  id: string,
  file: string,
  content: string,
): { article: Article | null; problems: readonly Problem[] } {
  const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const close = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || close < 0) {
    const found = lines[0] === FENCE ? 'no second “---” line' : 'no “---” on the first line';
    return {
      article: null,
      problems: [{ file, found, expected: 'front matter between two “---” lines' }],
    };
  }

  const problems: Problem[] = [];
  const entries: [string, string][] = [];
  lines.slice(1, close).forEach((line, index) => {
    const colon = line.indexOf(':');
    if (colon > 0) entries.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    else if (line.trim() !== '')
      problems.push({
        file,
        field: `line ${index + 2}`,
        found: `“${line}”`,
        expected: '“key: value”',
      });
  });

  const text = lines
    .slice(close + 1)
    .join('\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  if (text === '')
    problems.push({ file, found: 'no text', expected: 'paragraphs after the front matter' });

  const front = v.safeParse(FrontMatter, Object.fromEntries(entries));
  if (!front.success) {
    problems.push(...shapeProblems(front.issues, { file }));
    return { article: null, problems };
  }
  if (text === '') return { article: null, problems };
  const { title, date, lang, source = null } = front.output;
  return { article: { id, title, date, lang, source, text }, problems };
}

/** The paragraphs of a text: each one's range in it, UTF-16 offsets, `end` exclusive. */
export function paragraphs(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const range = { start, end: start + paragraph.length };
    start = range.end + 2;
    return range;
  });
}
