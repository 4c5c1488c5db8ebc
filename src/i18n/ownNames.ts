import type { Language } from '../dossier/localized.ts';

/** Each language's own name for itself. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  uz: 'Oʻzbekcha',
  kk: 'Қазақша',
  ru: 'Русский',
};
