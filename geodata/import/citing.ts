import type * as v from 'valibot';
import { excerpt } from '../../src/dossier/problem.ts';
import { anchor, nearestPassage, type TextQuoteSelector } from '../../src/dossier/quotation.ts';
import { sound, WebAddress, type CitationSchema } from '../../src/dossier/schema.ts';
import type { Article, Passage } from '../../src/dossier/types.ts';
import type { Cells, Refuse } from './cells.ts';

/** A citation as a dossier's file has it, and where it stands in an article published along. */
export interface Cited {
  readonly citation: v.InferOutput<typeof CitationSchema>;
  readonly passage: Passage | null;
}

/** To look for the words most like a quotation takes a while: only for so many that are astray. */
const MOST_HINTS = 200;

/** Finds the words that rows quote, in the articles published along or by link elsewhere. */
export class Quotations {
  readonly #articles: readonly Article[];
  #hints = 0;

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
  }

  /** `null` where the row was refused: nothing without a source. */
  cite(cells: Cells, refuse: Refuse): Cited | null {
    const exact = cells.text('quotation');
    if (exact === undefined) refuse('quotation', 'nothing', 'the words of the source, verbatim');
    const [title, url] = [cells.text('title'), cells.text('url')];
    const article = cells.text('article');
    const isOutside = title !== undefined && url !== undefined;
    if (article !== undefined || (this.#articles.length > 0 && !isOutside))
      return this.#inArticle(cells, exact, article, refuse);

    if (title === undefined)
      refuse('title', 'nothing', 'the title of what is quoted, as no article is published along');
    if (url === undefined)
      refuse('url', 'nothing', 'the link of what is quoted, as no article is published along');
    else if (sound(WebAddress, url) === undefined)
      refuse('url', excerpt(url), 'a web address that begins with https:// or http://');
    if (exact === undefined || title === undefined || sound(WebAddress, url) === undefined)
      return null;
    return url === undefined ? null : { citation: { title, url, exact }, passage: null };
  }

  #inArticle(
    cells: Cells,
    exact: string | undefined,
    named: string | undefined,
    refuse: Refuse,
  ): Cited | null {
    const articles = this.#articles.filter(({ id }) => named === undefined || id === named);
    if (articles.length === 0) {
      const ids = this.#articles.map(({ id }) => id).join(', ');
      const expected = ids === '' ? 'one that --article gives' : `one of ${ids}`;
      refuse('article', excerpt(named), expected);
    }
    if (exact === undefined || articles.length === 0) return null;

    const [prefix, suffix] = [cells.verbatim('prefix'), cells.verbatim('suffix')];
    const selector: TextQuoteSelector = { exact, prefix, suffix };
    const standing = articles.flatMap((article) => {
      const anchoring = anchor(article.text, selector);
      return anchoring.outcome === 'missing' ? [] : [{ article, anchoring }];
    });
    const [first, ...others] = standing;
    if (first === undefined) {
      this.#refuseMissing(selector, articles, refuse);
      return null;
    }
    if (others.length > 0) {
      const ids = standing.map(({ article }) => article.id).join(' and ');
      refuse('quotation', `${excerpt(exact)} in ${ids}`, 'a column “article” that tells in which');
      return null;
    }
    const { article, anchoring } = first;
    if (anchoring.outcome === 'ambiguous') {
      refuse(
        'quotation',
        `${excerpt(exact)} ${anchoring.occurrences} times in ${article.id}`,
        'more of its words, or a column “prefix” or “suffix” that tells which is meant',
      );
      return null;
    }
    return {
      citation: {
        article: article.id,
        exact,
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
      },
      passage: { article, start: anchoring.start, end: anchoring.end },
    };
  }

  #refuseMissing(selector: TextQuoteSelector, articles: readonly Article[], refuse: Refuse) {
    const { exact, prefix = '', suffix = '' } = selector;
    const stands = (words: string) => articles.some(({ text }) => text.includes(words));
    const where = articles.map(({ id }) => id).join(' or ');
    if (!stands(exact)) {
      const expected = `words that stand in ${where}${this.#nearest(exact, articles)}`;
      refuse('quotation', excerpt(exact), expected);
    } else if (stands(prefix + exact))
      refuse('suffix', excerpt(suffix), `the words just after the quotation in ${where}`);
    else refuse('prefix', excerpt(prefix), `the words just before the quotation in ${where}`);
  }

  #nearest(exact: string, articles: readonly Article[]): string {
    if (this.#hints++ >= MOST_HINTS) return '';
    const passages = articles
      .map(({ text }) => nearestPassage(text, exact))
      .filter((passage) => passage !== null);
    return passages.length === 0
      ? ''
      : `; the nearest is ${passages.map((passage) => `“${passage}”`).join(' or ')}`;
  }
}
