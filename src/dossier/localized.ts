/** The languages a dossier speaks. BCP 47 tags; Uzbek in Latin script, Kazakh in Cyrillic. */
export const LANGUAGES = ['en', 'uz', 'kk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text for readers. English is always there; the others fall back to it. */
export type LocalizedText = Readonly<{ en: string } & Partial<Record<Language, string>>>;

/** The text in `language`, or in English where it isn't translated. */
export function localized(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}
