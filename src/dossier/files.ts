/** The dossiers published. */
export const INDEX = 'dossiers/index.json';

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
