import { anchor } from '../../dossier/quotation.ts';
import { isAnchored, type Citation, type Passage } from '../../dossier/types.ts';

/** Words around a quotation are given to so many UTF-16 units, as annotation tools do. */
const CONTEXT = 32;

/** A TextQuoteSelector with its context, which may be empty only at an end of the text. */
type Selector = Readonly<Record<'exact' | 'prefix' | 'suffix', string>>;

/**
 * The words of a passage with those around them: as many as it takes to tell it from other
 * passages of the same words.
 */
export function selectorOf({ article: { text }, start, end }: Passage): Selector {
  const exact = text.slice(start, end);
  for (let context = CONTEXT; ; context *= 2) {
    const selector = {
      exact,
      prefix: withoutHalf(text.slice(Math.max(0, start - context), start)),
      suffix: withoutHalf(text.slice(end, end + context)),
    };
    const isAll = context >= text.length;
    if (isAll || anchor(text, selector).outcome === 'found') return selector;
  }
}

/** Without halves of surrogate pairs at its ends, which are no text. */
function withoutHalf(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}

/** What files say of a citation. */
export interface Quotation {
  readonly exact: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** Of the article that is quoted. */
  readonly title: string;
  /** ISO 8601 calendar date; `null` where the article stands elsewhere. */
  readonly date: string | null;
  /** BCP 47; `null` where it isn't known. */
  readonly lang: string | null;
  /** Web address, where it is known. */
  readonly source: string | null;
}

export function quotationOf(citation: Citation): Quotation {
  if (!isAnchored(citation)) {
    const { exact, title, url } = citation;
    return { exact, prefix: null, suffix: null, title, date: null, lang: null, source: url };
  }
  const { title, date, lang, source } = citation.passage.article;
  return { ...selectorOf(citation.passage), title, date, lang, source };
}
