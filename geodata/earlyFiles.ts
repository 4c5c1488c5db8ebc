import { publishedFiles, type Manifest } from '../src/dossier/manifest.ts';

/** More than so many pieces of details, or articles, aren't needed to open a dossier. */
const MOST_EARLY_DETAILS = 1;
const MOST_EARLY_ARTICLES = 3;

/** What is needed before a dossier can be shown: paths below `geodata/`. */
export function earlyFiles(id: string, manifest: Manifest): string[] {
  const { index, articles, details, lines } = manifest;
  const files = publishedFiles(id);
  const isFew = details.pieces.length <= MOST_EARLY_DETAILS;
  const pieces = [
    index,
    ...articles.slice(0, MOST_EARLY_ARTICLES).flatMap(({ text, passages }) => [text, passages]),
    ...(lines === null ? [] : [lines]),
    ...(isFew ? details.pieces : []),
  ];
  // Two may hold the same, as those of an article that nobody cites.
  return [files.manifest, ...new Set(pieces.map((piece) => files.piece(piece)))];
}
