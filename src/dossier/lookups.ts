import type { Surroundings } from './check.ts';
import { anchor, nearestPassage, type Anchoring, type TextQuoteSelector } from './quotation.ts';
import type { Article, Sector } from './types.ts';

/** Kept at most, so that any number of quotations takes little memory. */
const MOST_ANCHORINGS = 20_000;
/** The search for the nearest passage is slow: a million wrong quotations aren't all worth it. */
const MOST_NEAREST = 200;

/** What features are held to, prepared for a million of them. */
export class Lookups {
  readonly articles: ReadonlyMap<string, Article>;
  readonly #sectors = new Map<string, Sector>();
  readonly #anchorings = new Map<string, Anchoring>();
  readonly #nearest = new Map<string, string | null>();

  constructor({ sectors, articles }: Surroundings) {
    // The first of several with the same id counts.
    for (const sector of sectors)
      if (!this.#sectors.has(sector.id)) this.#sectors.set(sector.id, sector);
    this.articles = new Map(articles.map((article) => [article.id, article]));
  }

  get sectors(): ReadonlyMap<string, Sector> {
    return this.#sectors;
  }

  anchor(article: Article, quotation: TextQuoteSelector): Anchoring {
    const { exact, prefix = '', suffix = '' } = quotation;
    const key = [article.id, prefix, exact, suffix].join('\u0000');
    const known = this.#anchorings.get(key);
    if (known !== undefined) return known;
    const anchoring = anchor(article.text, quotation);
    if (this.#anchorings.size >= MOST_ANCHORINGS) this.#anchorings.clear();
    this.#anchorings.set(key, anchoring);
    return anchoring;
  }

  /** The passage most like a quotation; `null` too where there were too many asked for. */
  nearest(article: Article, exact: string): string | null {
    const key = `${article.id}\u0000${exact}`;
    const known = this.#nearest.get(key);
    if (known !== undefined || this.#nearest.size >= MOST_NEAREST) return known ?? null;
    const nearest = nearestPassage(article.text, exact);
    this.#nearest.set(key, nearest);
    return nearest;
  }
}

const prepared = new WeakMap<Surroundings, Lookups>();

/** Prepared once for the same surroundings. */
export function lookupsOf(surroundings: Surroundings): Lookups {
  let lookups = prepared.get(surroundings);
  if (lookups === undefined) prepared.set(surroundings, (lookups = new Lookups(surroundings)));
  return lookups;
}
