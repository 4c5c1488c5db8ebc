import type { Problem } from './problem.ts';
import { excerpt } from './problem.ts';
import type { Article } from './types.ts';

/** What `<article>.reading.json` holds: every sentence of the article, in its order. */
export interface Reading {
  readonly sentences: readonly Sentence[];
}

/** A sentence and the features that cite it, or why none does. */
export type Sentence = { readonly text: string } & (
  { readonly features: readonly string[] } | { readonly reason: string }
);

/**
 * Whether an article was read to its end: the sentences, in order, must be its whole text, and
 * each must name just those projects that cite words of it. `citingRange` gives the ids of those
 * that cite any of a range of the text, UTF-16 offsets.
 */
export function readingProblems(
  file: string,
  reading: Reading,
  article: Article,
  citingRange: (start: number, end: number) => readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  let read = 0;
  reading.sentences.forEach((sentence, index) => {
    const field = `sentences.${index}`;
    const start = article.text.indexOf(sentence.text, read);
    if (start < 0) {
      problems.push({
        file,
        field,
        found: excerpt(sentence.text),
        expected: `the next sentence of ${article.id}`,
      });
      return;
    }
    reportUnread(article.text.slice(read, start), field);
    read = start + sentence.text.length;

    const citing = new Set(citingRange(start, read));
    const named = new Set('features' in sentence ? sentence.features : []);
    for (const id of [...citing].filter((id) => !named.has(id)))
      problems.push({
        file,
        field,
        found: `no “${id}”`,
        expected: 'each feature that cites the sentence',
      });
    for (const id of [...named].filter((id) => !citing.has(id)))
      problems.push({
        file,
        field,
        found: `“${id}”`,
        expected: 'only features that cite the sentence',
      });
  });
  reportUnread(article.text.slice(read), 'sentences');
  return problems;

  function reportUnread(text: string, field: string) {
    if (text.trim() === '') return;
    problems.push({
      file,
      field,
      found: `nothing for ${excerpt(text.trim())}`,
      expected: 'every sentence of the article',
    });
  }
}
