import type { Language } from './localized.ts';

/** The dossiers published. */
export const INDEX = 'dossiers/index.json';

/** Where the page of a dossier in a language lies, with a slash at its end. */
export function pagePath(dossier: string, language: Language): string {
  return `${dossier}/${language}/`;
}

/** The source files of a dossier, below `geodata/`. */
export function dossierFiles(id: string) {
  const folder = `dossiers/${id}`;
  return {
    dossier: `${folder}/dossier.json`,
    projects: `${folder}/projects.geojson`,
    article: (article: string) => `${folder}/articles/${article}.txt`,
    reading: (article: string) => `${folder}/articles/${article}.reading.json`,
  };
}
