import type { Sector } from '../dossier/types.ts';
import { shortened } from '../dossier/problem.ts';
import { sectorName, spanWords } from '../i18n/filterWords.ts';
import { countryName, m } from '../i18n/index.ts';
import { quoted } from '../i18n/words.ts';
import type { FilterName, ListFacet } from '../view/filter.ts';
import { NO_FILTERS, NONE, type Filters } from '../view/view.ts';

/** A filter that is set, or one choice of it, which can be taken away by itself. */
export interface Chip {
  readonly filter: FilterName;
  /** Among those of its filter, as a link writes it; labels may be the same. */
  readonly value: string;
  readonly label: string;
  /** What its filter is without it. */
  readonly without: Partial<Filters>;
}

/** What is filtered by, in the order of the facets; `frameOf` tells whose frame it is. */
export function chipsOf(
  filters: Filters,
  sectors: readonly Sector[],
  frameOf: 'map' | 'link' | null,
): readonly Chip[] {
  const { when, place, q, frame, area } = filters;
  const values = <F extends ListFacet>(
    filter: F,
    labelOf: (value: Filters[F][number]) => string,
  ): Chip[] => {
    const chosen: readonly Filters[F][number][] = filters[filter];
    return chosen.map((value) => ({
      filter,
      value,
      label: labelOf(value),
      without: { [filter]: chosen.filter((other) => other !== value) },
    }));
  };
  const single = (filter: FilterName, label: string | null): Chip[] =>
    label === null ? [] : [{ filter, value: '', label, without: { [filter]: NO_FILTERS[filter] } }];
  const times: Chip[] = [];
  if (when?.span != null)
    times.push({
      filter: 'when',
      value: when.span,
      label: spanWords(when.span, m.facet),
      without: { when: { ...when, span: null } },
    });
  if (when?.undated)
    times.push({
      filter: 'when',
      value: NONE,
      label: m.facet.without.when,
      without: { when: { ...when, undated: false } },
    });
  return [
    ...values('sector', (id) => sectorName(id, sectors)),
    ...values('kind', (kind) => m.kind[kind]),
    ...values('country', countryChoice),
    ...values('status', (status) => (status === NONE ? m.facet.without.status : m.status[status])),
    ...times,
    ...single('place', place && m.facet.place[place]),
    ...single('q', q === '' ? null : quoted(shortened(q))),
    ...single('frame', frame && (frameOf === 'link' ? m.facet.frameOfLink : m.facet.frame)),
    ...single('area', area && m.facet.area),
  ];
}

/** A choice of the facet of countries: a code, or none. */
function countryChoice(code: string): string {
  return code === NONE ? m.facet.without.country : countryName(code);
}
