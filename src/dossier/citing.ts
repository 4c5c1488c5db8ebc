import { isAnchored, type Article, type Passage, type Project } from './types.ts';

/** The passages that a project cites, of articles published with the dossier. */
export function passagesOf({ citations }: Project): readonly Passage[] {
  return citations.filter(isAnchored).map(({ passage }) => passage);
}

/** The projects that cite any of a range of an article's text. */
export function projectsCiting(
  projects: readonly Project[],
  article: Article,
  start: number,
  end: number,
): readonly Project[] {
  return projects.filter((project) =>
    passagesOf(project).some(
      (passage) => passage.article.id === article.id && passage.start < end && passage.end > start,
    ),
  );
}
