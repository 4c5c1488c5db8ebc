import { localized } from '../dossier/localized.ts';
import type { Sector } from '../dossier/types.ts';
import { shortened } from '../dossier/problem.ts';
import { formatWhen } from '../dossier/when.ts';
import { countryName, LANGUAGE, m } from '../i18n/index.ts';
import type { FilterName, ListFacet } from '../view/filter.ts';
import { NO_FILTERS, NONE, type Filters } from '../view/view.ts';

/** A filter that is set, or one choice of it, which can be taken away by itself. */
export interface Chip {
  readonly filter: FilterName;
  readonly label: string;
  /** What its filter is without it. */
  readonly without: Partial<Filters>;
}

/** What is filtered by, in the order of the facets. */
export function chipsOf(filters: Filters, sectors: readonly Sector[]): readonly Chip[] {
  const { when, place, q, frame, area } = filters;
  const values = <F extends ListFacet>(
    filter: F,
    labelOf: (value: Filters[F][number]) => string,
  ): Chip[] => {
    const chosen: readonly Filters[F][number][] = filters[filter];
    return chosen.map((value) => ({
      filter,
      label: labelOf(value),
      without: { [filter]: chosen.filter((other) => other !== value) },
    }));
  };
  const single = (filter: FilterName, label: string | null): Chip[] =>
    label === null ? [] : [{ filter, label, without: { [filter]: NO_FILTERS[filter] } }];
  const times: Chip[] =
    when === null
      ? []
      : [
          ...(when.span === null
            ? []
            : [
                {
                  filter: 'when' as const,
                  label: spanLabel(when.span),
                  without: { when: { ...when, span: null } },
                },
              ]),
          ...(when.undated
            ? [
                {
                  filter: 'when' as const,
                  label: m.facet.without.when,
                  without: { when: { ...when, undated: false } },
                },
              ]
            : []),
        ];
  return [
    ...values('sector', (id) => sectorName(id, sectors)),
    ...values('kind', (kind) => m.kind[kind]),
    ...values('country', countryChoice),
    ...values('status', (status) => (status === NONE ? m.facet.without.status : m.status[status])),
    ...times,
    ...single('place', place && m.facet.place[place]),
    ...single('q', q === '' ? null : m.quoted(shortened(q))),
    ...single('frame', frame && m.facet.frame),
    ...single('area', area && m.facet.area),
  ];
}

function sectorName(id: string, sectors: readonly Sector[]): string {
  const sector = sectors.find((sector) => sector.id === id);
  return sector ? localized(sector.name, LANGUAGE) : id;
}

/** A choice of the facet of countries: a code, or none. */
function countryChoice(code: string): string {
  return code === NONE ? m.facet.without.country : countryName(code);
}

/** A span of time in words; an open end as “from” or “until”. */
function spanLabel(span: string): string {
  const [from = '', to] = span.split('/');
  if (to === undefined) return formatWhen(span, LANGUAGE);
  if (isOpen(to)) return m.facet.since(formatWhen(from, LANGUAGE));
  if (isOpen(from)) return m.facet.until(formatWhen(to, LANGUAGE));
  return formatWhen(span, LANGUAGE);
}

/** EDTF writes an open end as `..`, and an unknown one as nothing. */
function isOpen(end: string): boolean {
  return end === '' || end === '..';
}
