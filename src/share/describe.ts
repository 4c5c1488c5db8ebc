import { localized } from '../dossier/localized.ts';
import { shortened } from '../dossier/problem.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { sectorName, spanWords } from '../i18n/filterWords.ts';
import { countryName, LANGUAGE, m } from '../i18n/index.ts';
import type { Filtered } from '../view/filter.ts';
import { NONE, type Filters, type TimeChoice, type View } from '../view/view.ts';

/** What a view is of; the store is one. */
export interface Shown {
  readonly dossier: Pick<Dossier, 'title' | 'sectors'>;
  readonly filtered: Pick<Filtered, 'count'>;
  /** `null` also while it isn't at hand. */
  readonly selected: Pick<Project, 'kind' | 'name'> | null;
}

const both = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const either = new Intl.ListFormat(LANGUAGE, { type: 'disjunction' });
const commas = new Intl.ListFormat(LANGUAGE, { type: 'unit' });
const languages = new Intl.DisplayNames(LANGUAGE, { type: 'language' });

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
    filters.length === 0 ? [] : [...filters, m.projects(shown.filtered.count)],
    describeLook(view),
  ];
  const said = groups
    .map((parts) => parts.filter(isSaid))
    .filter((parts) => parts.length > 0)
    .map((parts) => commas.format(parts));
  return said.length === 0 ? m.share.describe.plain : capitalised(said.join('; '));
}

/** What filters let through, as in “Energy and Automotive, planned”; `null` where that is all. */
export function filtersInWords(filters: Filters, dossier: Pick<Dossier, 'sectors'>): string | null {
  const parts = describeFilters(filters, dossier).filter(isSaid);
  return parts.length === 0 ? null : capitalised(commas.format(parts));
}

function describeOpen({ dossier, project, passage }: View, shown: Shown): Part[] {
  const { selected } = shown;
  return [
    dossier && localized(shown.dossier.title, LANGUAGE),
    project &&
      (selected
        ? m.share.describe.the[selected.kind](localized(selected.name, LANGUAGE))
        : m.share.describe.the.project(project)),
    passage && m.share.describe.passage(shortened(passage.words)),
  ];
}

function describeFilters(
  { sector, kind, country, status, when, place, q, frame, area }: Filters,
  { sectors }: Pick<Dossier, 'sectors'>,
): Part[] {
  return [
    list(
      both,
      sector.map((id) => sectorName(id, sectors)),
    ),
    list(
      both,
      kind.map((name) => m.share.describe.kinds[name]),
    ),
    describeCountries(country),
    list(
      either,
      status.map((name) => m.share.describe.status[name]),
    ),
    when && describeWhen(when),
    place && m.share.describe.place[place],
    q === '' ? null : m.share.describe.words(shortened(q)),
    frame && m.share.describe.frame,
    area && m.share.describe.area,
  ];
}

function describeCountries(codes: readonly string[]): Part {
  const named = codes.filter((code) => code !== NONE).map((code) => countryName(code));
  return list(either, [
    ...(named.length > 0 ? [m.share.describe.inCountries(either.format(named))] : []),
    ...(named.length < codes.length ? [m.share.describe.withoutCountry] : []),
  ]);
}

function describeWhen({ span, undated }: TimeChoice): Part {
  return list(either, [
    ...(span === null ? [] : [spanWords(span, m.share.describe)]),
    ...(undated ? [m.share.describe.undated] : []),
  ]);
}

function describeLook({ camera, pane, sort, lang, theme, embed }: View): Part[] {
  return [
    camera && m.share.describe.camera,
    pane === 'article' ? null : m.share.describe[pane],
    sort && m.share.describe.sorted(m.share.describe.sortKey[sort.key], sort.descending),
    lang && m.share.describe.language(languages.of(lang) ?? lang),
    theme && m.share.describe.theme[theme],
    embed ? m.share.describe.embed : null,
  ];
}

function list(format: Intl.ListFormat, parts: readonly string[]): Part {
  return parts.length === 0 ? null : format.format(parts);
}

function isSaid(part: Part): part is string {
  return part !== null;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(LANGUAGE));
}
