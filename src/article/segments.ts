import type { Row } from '../dossier/projectIndex.ts';
import type { Article, CitedPassage, Passage } from '../dossier/types.ts';

/** A run of an article's text that the same projects cite. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Those who cite it; none for text that nothing cites. */
  readonly rows: readonly Row[];
  /** Whether a citation begins here, so that each is one stop of the keyboard, however it is cut. */
  readonly isFirst: boolean;
  /** Whether it belongs to the passage that the link marks. */
  readonly isMarked: boolean;
}

/**
 * A paragraph cut wherever a citation, or the marked passage, begins or ends: overlapping and
 * nested citations become runs, which together are the paragraph's text.
 */
export function segmentsOf(
  article: Article,
  paragraph: { readonly start: number; readonly end: number },
  passages: readonly CitedPassage[],
  marked: Passage | null,
): readonly Segment[] {
  const cited = passages.filter(
    (passage) =>
      passage.article.id === article.id &&
      passage.start < paragraph.end &&
      passage.end > paragraph.start,
  );
  const mark = marked?.article.id === article.id ? marked : null;
  const cuts = [...cited, ...(mark ? [mark] : [])]
    .flatMap(({ start, end }) => [start, end])
    .filter((cut) => cut > paragraph.start && cut < paragraph.end);
  const bounds = [...new Set([paragraph.start, ...cuts, paragraph.end])].sort((a, b) => a - b);

  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? paragraph.end;
    const citing = cited.filter((passage) => passage.start < end && passage.end > start);
    return {
      text: article.text.slice(start, end),
      start,
      end,
      rows: [...new Set(citing.flatMap(({ rows }) => rows))],
      isFirst: citing.some((passage) => passage.start === start),
      isMarked: mark !== null && mark.start < end && mark.end > start,
    };
  });
}
