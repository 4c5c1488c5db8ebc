import type { Language } from '../dossier/localized.ts';
import { en } from './en.ts';

/** The words of the interface. */
export const m = en;

/** The language in which the interface and the names of the data are shown. */
export const LANGUAGE: Language = 'en';

/** A country's name, by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string {
  countries ??= new Intl.DisplayNames(LANGUAGE, { type: 'region' });
  return countries.of(code) ?? code;
}

/** Made when it is first asked for, which takes a while. */
let countries: Intl.DisplayNames | null = null;

/** A language's own name for itself. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
