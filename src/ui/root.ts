const { root, dossier } = document.documentElement.dataset;

/** The address of the atlas's folder; the pages of dossiers lie below it. */
export const ROOT = new URL(root ?? './', document.baseURI);

/** The dossier that the page is of. Where the build made none of any dossier, there is none. */
export const HOME = dossier;
