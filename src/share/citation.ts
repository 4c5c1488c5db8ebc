import { isAnchored, type Citation, type Passage } from '../dossier/types.ts';
import { formatWhen } from '../i18n/dates.ts';
import { quoted } from '../i18n/words.ts';
import { referenceTo } from '../view/passage.ts';
import type { View } from '../view/view.ts';

/** The view in which a passage is read, beside the map as it is. */
export function viewAt(view: View, passage: Passage): View {
  return { ...view, pane: 'article', passage: referenceTo(passage), embed: false };
}

/** The view in which a citation is best looked up: at its passage, where that is published here. */
export function viewOfCitation(view: View, citation: Citation): View {
  return isAnchored(citation) ? viewAt(view, citation.passage) : { ...view, embed: false };
}

/**
 * A citation as one line of plain text: the quotation, where it is from, and a link to where it
 * stands in the atlas.
 */
export function citationText(citation: Citation, link: string): string {
  const words = quoted(citation.exact);
  return [words, ...sourceOf(citation), link].map(oneLine).join(', ');
}

function sourceOf(citation: Citation): readonly string[] {
  if (!isAnchored(citation)) return [citation.title, citation.url];
  const { title, date } = citation.passage.article;
  return [title, formatWhen(date)];
}

/** A quotation may go on in the next paragraph. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
