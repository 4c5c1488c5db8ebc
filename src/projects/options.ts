import { localized } from '../dossier/localized.ts';
import { KINDS, STATUSES } from '../dossier/types.ts';
import { countryName, m } from '../i18n/index.ts';
import { LANGUAGE } from '../i18n/language.ts';
import { NONE } from '../view/view.ts';
import type { ViewStore } from '../view/store.svelte.ts';

/** A value of a facet, as one chooses it. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** How many projects it would show, with the other filters as they are. */
  readonly count: number;
  readonly isChosen: boolean;
}

type Shown = Pick<ViewStore, 'view' | 'filtered' | 'dossier'>;

/** All sectors, those that would show most first. */
export function sectorOptions({ view, filtered, dossier }: Shown): Option[] {
  return dossier.sectors
    .map(({ id, name }, number) => ({
      value: id,
      label: localized(name, LANGUAGE),
      count: filtered.counts.sector[number] ?? 0,
      isChosen: view.filters.sector.includes(id),
    }))
    .sort((a, b) => b.count - a.count);
}

export function kindOptions({ view, filtered }: Shown): Option<(typeof KINDS)[number]>[] {
  return KINDS.map((value, number) => ({
    value,
    label: m.kind[value],
    count: filtered.counts.kind[number] ?? 0,
    isChosen: view.filters.kind.includes(value),
  }));
}

export function statusOptions({ view, filtered }: Shown) {
  return ([...STATUSES, NONE] as const).map((value) => ({
    value,
    label: value === NONE ? m.facet.without.status : m.status[value],
    // Without a status comes first in the counts.
    count: filtered.counts.status[value === NONE ? 0 : 1 + STATUSES.indexOf(value)] ?? 0,
    isChosen: view.filters.status.includes(value),
  }));
}

/** The countries that projects are in, by their names; then what is in none. */
export function countryOptions({ view, filtered }: Shown): Option[] {
  const collator = new Intl.Collator(LANGUAGE);
  const chosen = view.filters.country;
  const known = [...filtered.counts.country.keys()];
  // A link may choose one that no project is in.
  const codes = [...new Set([...known, ...chosen])].filter((code) => code !== NONE);
  const options = codes
    .map((value) => ({
      value,
      label: countryName(value),
      count: filtered.counts.country.get(value) ?? 0,
      isChosen: chosen.includes(value),
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
  const none = filtered.counts.country.get(NONE);
  if (none === undefined && !chosen.includes(NONE)) return options;
  const label = m.facet.without.country;
  return [...options, { value: NONE, label, count: none ?? 0, isChosen: chosen.includes(NONE) }];
}

export function placeOptions({ view, filtered }: Shown) {
  return (['placed', 'unplaced'] as const).map((value) => ({
    value,
    label: m.facet.place[value],
    count: filtered.counts.place[value === 'placed' ? 1 : 0] ?? 0,
    isChosen: view.filters.place === value,
  }));
}
