/** The address of the atlas's folder; the pages of dossiers lie below it. Only in browsers. */
export function root(): URL {
  return new URL(document.documentElement.dataset['root'] ?? './', document.baseURI);
}

/** The dossier that the page is of. Where the build made none of any dossier, there is none. */
export function home(): string | undefined {
  return document.documentElement.dataset['dossier'];
}
