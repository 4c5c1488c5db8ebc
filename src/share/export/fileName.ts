import { localized, type Language } from '../../dossier/localized.ts';
import type { Dossier } from '../../dossier/types.ts';

/** Longer titles are cut: file systems take 255 bytes, and a letter may be four. */
const LONGEST = 50;

/**
 * The name of a file taken away: the dossier's title and date, in letters, digits and hyphens,
 * which every file system takes. The date is that of its last revision, or its newest article.
 */
export function fileName(
  { id, title, revised, articles }: Pick<Dossier, 'id' | 'title' | 'revised' | 'articles'>,
  language: Language,
  extension: string,
): string {
  const words = localized(title, language)
    .toWellFormed()
    .normalize('NFC')
    .toLocaleLowerCase(language)
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const name = Array.from(words?.join('-') ?? id)
    .slice(0, LONGEST)
    .join('')
    .replace(/-$/, '');
  const dates = articles.map(({ date }) => date).sort();
  const date = revised ?? dates.at(-1);
  return `${[name, ...(date === undefined ? [] : [date])].join('-')}.${extension}`;
}
