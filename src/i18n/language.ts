import { LANGUAGES, type Language } from '../dossier/localized.ts';
import { parseLink } from '../view/link.ts';

/** Where the language that was chosen is kept. */
const CHOSEN = 'atlas:language';

/** Where a language may come from, the first before the others. */
export interface Sources {
  /** The fragment of the address. */
  readonly fragment: string;
  /** The path of the page. */
  readonly path: string;
  /** What was chosen before. */
  readonly chosen: string | null;
  /** What the browser asks for, BCP 47 tags. */
  readonly preferred: readonly string[];
}

/** The language to show: the link's, else the path's, else the one chosen before, else the browser's. */
export function languageOf({ fragment, path, chosen, preferred }: Sources): Language {
  const folder = path.split('/').at(-2) ?? null;
  const asked = [parseLink(fragment).view.lang, folder, chosen, ...preferred.map(primary)];
  return asked.find(isLanguage) ?? 'en';
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The language that the page would be shown in if it was opened now. */
export function languageOfPage(): Language {
  // Where pages are built, and in tests.
  if (typeof document === 'undefined') {
    const language: unknown = import.meta.env['ATLAS_LANGUAGE'];
    return LANGUAGES.find((known) => known === language) ?? 'en';
  }
  return languageOf({
    fragment: location.hash,
    path: location.pathname,
    chosen: stored(),
    preferred: navigator.languages,
  });
}

/** The language in which the interface and the names of the data are shown. A page keeps to one. */
export const LANGUAGE = languageOfPage();

function stored(): string | null {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    // Denied, as in some frames: then nothing was chosen before.
    return null;
  }
}

/** Keeps a choice for the next visit, where the browser lets it. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(CHOSEN, language);
  } catch {
    // Denied: the link still has it.
  }
}
