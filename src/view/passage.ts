import { anchor, openingWords } from '../dossier/quotation.ts';
import type { Dossier, Passage } from '../dossier/types.ts';
import type { PassageReference } from './view.ts';

/** How a link names a passage. */
export function referenceTo({ article, start, end }: Passage): PassageReference {
  return { article: article.id, words: openingWords(article.text, start, end) };
}

/**
 * The passage that a link names: the longest one cited that begins with its words, else these
 * words themselves; `null` where they don't stand, or not only once, in such an article.
 */
export function passageOf(reference: PassageReference, dossier: Dossier): Passage | null {
  const article = dossier.articles.find(({ id }) => id === reference.article);
  if (article === undefined) return null;
  const words = anchor(article.text, { exact: reference.words });
  if (words.outcome !== 'found') return null;
  const ends = dossier.passages
    .filter((passage) => passage.article.id === article.id && passage.start === words.start)
    .map(({ end }) => end);
  return { article, start: words.start, end: Math.max(words.end, ...ends) };
}
