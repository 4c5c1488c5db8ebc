/** The address of the atlas's folder; the pages of dossiers lie below it. */
export const ROOT = new URL(document.documentElement.dataset['root'] ?? './', document.baseURI);
