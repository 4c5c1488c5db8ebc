import { untrack } from 'svelte';
import { localized } from '../dossier/localized.ts';
import { DETAILS_SIZE, type OrderKey } from '../dossier/manifest.ts';
import type { Ranks } from '../dossier/ranks.ts';
import type { Found } from '../dossier/searchEngine.ts';
import { KINDS, STATUSES } from '../dossier/types.ts';
import { countryName, m } from '../i18n/index.ts';
import { LANGUAGE } from '../i18n/language.ts';
import { ranksOfRows, ranksOfWords, sortRows } from '../view/order.ts';
import type { ViewStore } from '../view/store.svelte.ts';
import type { Sort } from '../view/view.ts';

/** The names of countries by their codes, in their order. */
export function countryNames(codes: readonly string[]): string {
  const { compare } = new Intl.Collator(LANGUAGE);
  return codes.map(countryName).sort(compare).join(', ');
}

/**
 * The order in which the view has projects. Made while a component is set up, it fetches for that
 * what isn't at hand; until then, and where that doesn't arrive, they stay in their usual order.
 */
export class Sorting {
  readonly #store: ViewStore;
  /** What was fetched last; `null` where it didn't arrive. */
  #fetched: { readonly key: OrderKey; readonly ranks: Ranks | null } | null = $state.raw(null);
  readonly #usual: Ranks | null = $derived.by(() => {
    const { found, dossier } = this.#store;
    return found === null ? usualRanks(this.#store) : foundRanks(found, dossier.index.size);
  });
  readonly #ranks: Ranks | null = $derived.by(() => this.#sort && this.#ranksBy(this.#sort.key));
  /** Whether projects are in the order of the view, and if not, why. */
  readonly state: 'sorted' | 'coming' | 'failed' = $derived.by(() => {
    if (this.#sort === null || this.#ranks !== null) return 'sorted';
    return this.#fetched?.key === this.#wanted ? 'failed' : 'coming';
  });

  #wasShown = $state(false);

  /** Whether what a search finds, or the order, is still on its way. */
  get #isComing(): boolean {
    return this.state === 'coming' || this.#store.isSeeking;
  }

  /** Whether it is, and nothing was shown before. */
  get isFirst(): boolean {
    return this.#isComing && !this.#wasShown;
  }

  get #sort(): Sort | null {
    return this.#store.view.sort;
  }

  /** What is to be fetched, for a sort by names; asked for also once the component is gone. */
  get #wanted(): OrderKey | null {
    const key = this.#sort?.key;
    return key === 'name' || key === 'place' ? key : null;
  }

  constructor(store: ViewStore) {
    this.#store = store;
    $effect(() => {
      if (!this.#isComing) this.#wasShown = true;
    });
    $effect(() => {
      const key = this.#wanted;
      if (key !== null) void untrack(() => this.#fetch(key));
    });
  }

  /** Rows given in the order of the dossier, in that of the view. */
  sorted(rows: Uint32Array): Uint32Array {
    const usual = this.#usual === null ? rows : sortRows(rows, this.#usual, false);
    if (this.#sort === null || this.#ranks === null) return usual;
    return sortRows(usual, this.#ranks, this.#sort.descending);
  }

  /** Tries once more to fetch what didn't arrive. */
  retry(): void {
    if (this.#wanted !== null) void this.#fetch(this.#wanted);
  }

  async #fetch(key: OrderKey): Promise<void> {
    this.#fetched = null;
    const ranks = await this.#store.dossier.orders.load(key, LANGUAGE);
    // Something else may have been chosen meanwhile.
    if (key === this.#wanted) this.#fetched = { key, ranks };
  }

  /** `null` where it isn't at hand. */
  #ranksBy(key: Sort['key']): Ranks | null {
    const { index, sectors, countries, orders } = this.#store.dossier;
    switch (key) {
      case 'name':
      case 'place':
        return this.#fetched?.key === key
          ? this.#fetched.ranks
          : (orders.peek(key, LANGUAGE) ?? null);
      case 'when':
        return index.when;
      case 'sector': {
        const names = sectors.map(({ name }) => localized(name, LANGUAGE));
        return ranksOfRows(index.sector, ranksOfWords(names, LANGUAGE));
      }
      case 'kind': {
        const names = KINDS.map((kind) => m.kind[kind]);
        return ranksOfRows(index.kind, ranksOfWords(names, LANGUAGE));
      }
      case 'status': {
        const names = [null, ...STATUSES.map((status) => m.status[status])];
        return ranksOfRows(index.status, ranksOfWords(names, LANGUAGE));
      }
      case 'country': {
        const names = countries.map((codes) => (codes.length === 0 ? null : countryNames(codes)));
        return ranksOfRows(index.countries, ranksOfWords(names, LANGUAGE));
      }
    }
  }
}

/** Whether a dossier is so small that all names are at hand, to sort by when nothing is chosen. */
export function isByName({ dossier }: ViewStore): boolean {
  return dossier.index.size <= DETAILS_SIZE;
}

/** What a search found, the best first. */
function foundRanks({ ranked }: Found, size: number): Ranks {
  const ranks = new Uint32Array(size);
  ranked.forEach((row, place) => (ranks[row] = 1 + place));
  return ranks;
}

/** By name where names are at hand; `null` else: neighbours together, as in the dossier. */
function usualRanks(store: ViewStore): Ranks | null {
  if (!isByName(store)) return null;
  const { details, index } = store.dossier;
  const names = Array.from({ length: index.size }, (_, row) => {
    const project = details.peek(row);
    return project ? localized(project.name, LANGUAGE) : null;
  });
  return ranksOfWords(names, LANGUAGE);
}
