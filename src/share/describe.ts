import { localized } from '../dossier/localized.ts';
import { shortened } from '../dossier/problem.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { sectorName, spanWords } from '../i18n/filterWords.ts';
import { countryName, m } from '../i18n/index.ts';
import { LANGUAGE } from '../i18n/language.ts';
import { sharing } from '../i18n/sharing.ts';
import { joined } from '../i18n/words.ts';
import type { Filtered } from '../view/filter.ts';
import { NONE, type Filters, type TimeChoice, type View } from '../view/view.ts';

/** What a view is of; the store is one. */
export interface Shown {
  readonly dossier: Pick<Dossier, 'title' | 'sectors'>;
  readonly filtered: Pick<Filtered, 'count'>;
  /** `null` also while it isn't at hand. */
  readonly selected: Pick<Project, 'kind' | 'name'> | null;
}

/** A part of the description; `null` where the view has nothing of it. */
type Part = string | null;

/**
 * A view in few words, as in “Energy and Automotive, in Kazakhstan, planned, 2 projects”: what is
 * open, which projects are shown, and how; divided by semicolons.
 */
export function describeView(view: View, shown: Shown): string {
  const filters = describeFilters(view.filters, shown.dossier).filter(isSaid);
  const groups: Part[][] = [
    describeOpen(view, shown),
    filters.length === 0 ? [] : [...filters, m.projects({ number: shown.filtered.count })],
    describeLook(view),
  ];
  const said = groups
    .map((parts) => parts.filter(isSaid))
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.join(', '));
  return said.length === 0 ? sharing.describe.plain : capitalised(said.join('; '));
}

/** What filters let through, as in “Energy and Automotive, planned”; `null` where that is all. */
export function filtersInWords(filters: Filters, dossier: Pick<Dossier, 'sectors'>): string | null {
  const parts = describeFilters(filters, dossier).filter(isSaid);
  return parts.length === 0 ? null : capitalised(parts.join(', '));
}

function describeOpen({ dossier, project, passage }: View, shown: Shown): Part[] {
  const { selected } = shown;
  return [
    dossier && localized(shown.dossier.title, LANGUAGE),
    project &&
      (selected
        ? sharing.describe.the[selected.kind]({ name: localized(selected.name, LANGUAGE) })
        : sharing.describe.the.project({ name: project })),
    passage && sharing.describe.passage({ words: shortened(passage.words) }),
  ];
}

function describeFilters(
  { sector, kind, country, status, when, place, q, frame, area }: Filters,
  { sectors }: Pick<Dossier, 'sectors'>,
): Part[] {
  return [
    list(
      sector.map((id) => sectorName(id, sectors)),
      'and',
    ),
    list(
      kind.map((name) => sharing.describe.kinds[name]),
      'and',
    ),
    describeCountries(country),
    list(
      status.map((name) => sharing.describe.status[name]),
      'or',
    ),
    when && describeWhen(when),
    place && sharing.describe.place[place],
    q === '' ? null : sharing.describe.words({ words: shortened(q) }),
    frame && sharing.describe.frame,
    area && sharing.describe.area,
  ];
}

function describeCountries(codes: readonly string[]): Part {
  const named = codes.filter((code) => code !== NONE).map((code) => countryName(code));
  return list(
    [
      ...(named.length > 0 ? [sharing.describe.inCountries({ names: joined(named, 'or') })] : []),
      ...(named.length < codes.length ? [sharing.describe.withoutCountry] : []),
    ],
    'or',
  );
}

function describeWhen({ span, undated }: TimeChoice): Part {
  return list(
    [
      ...(span === null ? [] : [spanWords(span, sharing.describe)]),
      ...(undated ? [sharing.describe.undated] : []),
    ],
    'or',
  );
}

function describeLook({ camera, pane, sort, lang, theme, embed }: View): Part[] {
  return [
    camera && sharing.describe.camera,
    pane === 'article' ? null : sharing.describe[pane],
    sort &&
      sharing.describe.sorted({
        key: sharing.describe.sortKey[sort.key],
        descending: sort.descending,
      }),
    lang && sharing.describe.language[lang],
    theme && sharing.describe.theme[theme],
    embed ? sharing.describe.embed : null,
  ];
}

function list(parts: readonly string[], by: 'and' | 'or'): Part {
  return parts.length === 0 ? null : joined(parts, by);
}

function isSaid(part: Part): part is string {
  return part !== null;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(LANGUAGE));
}
