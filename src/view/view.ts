import type { Language } from '../dossier/localized.ts';
import type { Bounds, Kind, Status } from '../dossier/types.ts';
import { canonicalCamera, type Camera } from './camera.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The article, the list of projects, and the same as a table. */
export const PANES = ['article', 'projects', 'table'] as const;
export type Pane = (typeof PANES)[number];

export const SORT_KEYS = ['name', 'sector', 'kind', 'place', 'country', 'when', 'status'] as const;
export interface Sort {
  readonly key: (typeof SORT_KEYS)[number];
  readonly descending: boolean;
}

/** A passage as a link names it: an article and the words that the passage begins with. */
export interface PassageReference {
  readonly article: string;
  readonly words: string;
}

/** The choice of what the article gives no country, status or date of. */
export const NONE = 'none';
export type None = typeof NONE;

/** A choice of times: what lies at least partly in a span, or has no date, or either. */
export interface TimeChoice {
  /** EDTF date or interval. */
  readonly span: string | null;
  readonly undated: boolean;
}

/** Within a facet: or; across facets: and. An empty facet lets everything through. */
export interface Filters {
  readonly sector: readonly string[];
  readonly kind: readonly Kind[];
  /** ISO 3166-1 alpha-2 codes, or `NONE`. */
  readonly country: readonly string[];
  readonly status: readonly (Status | None)[];
  /** `null` lets everything through; a choice of nothing is none. */
  readonly when: TimeChoice | null;
  readonly place: 'placed' | 'unplaced' | null;
  readonly q: string;
  readonly frame: Bounds | null;
  /** The text of an `Area`. */
  readonly area: string | null;
}

/** What the reader is looking at: all of it, and nothing that isn't in its link. */
export interface View {
  /** `null`: the dossier's opening view. */
  readonly camera: Camera | null;
  /** `null`: the default dossier. */
  readonly dossier: string | null;
  readonly filters: Filters;
  readonly sort: Sort | null;
  /** The project selected. */
  readonly project: string | null;
  /** The passage scrolled to and marked. */
  readonly passage: PassageReference | null;
  /** `null`: as the reader's system has it. */
  readonly lang: Language | null;
  readonly theme: Theme | null;
  readonly pane: Pane;
  readonly embed: boolean;
}

export const NO_FILTERS: Filters = {
  sector: [],
  kind: [],
  country: [],
  status: [],
  when: null,
  place: null,
  q: '',
  frame: null,
  area: null,
};

/** Whether anything is filtered by. */
export function isFiltering({ sector, kind, country, status, ...others }: Filters): boolean {
  const { when, place, q, frame, area } = others;
  return (
    [sector, kind, country, status].some((chosen) => chosen.length > 0) ||
    [when, place, frame, area].some((chosen) => chosen !== null) ||
    q !== ''
  );
}

export const DEFAULT_VIEW: View = {
  camera: null,
  dossier: null,
  filters: NO_FILTERS,
  sort: null,
  project: null,
  passage: null,
  lang: null,
  theme: null,
  pane: 'article',
  embed: false,
};

/** Coordinates of a frame are kept to this many decimals: about 10 m. */
const FRAME_DECIMALS = 4;

/**
 * The one form of a view among those that show the same: numbers rounded as links write them,
 * choices sorted and without repetition, texts well-formed UTF-16. Parts that are in this form
 * already stay the same objects, so that what is derived from them isn't derived anew.
 */
export function canonicalView(view: View): View {
  return {
    ...view,
    camera: view.camera && unlessChanged(view.camera, canonicalCamera(view.camera)),
    filters: unlessChanged(view.filters, canonicalFilters(view.filters)),
  };
}

function canonicalFilters(filters: Filters): Filters {
  return {
    ...filters,
    sector: sortedSet(filters.sector),
    kind: sortedSet(filters.kind),
    country: sortedSet(filters.country),
    status: sortedSet(filters.status),
    when: filters.when?.span === null && !filters.when.undated ? null : filters.when,
    q: filters.q.toWellFormed().trim(),
    frame: filters.frame && roundBounds(filters.frame),
  };
}

/** What was before, where what is after is the same. */
export function unlessChanged<T>(before: T, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function sortedSet<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort();
}

/** A frame as links write it. */
export function roundBounds([west, south, east, north]: Bounds): Bounds {
  return [roundTo(west), roundTo(south), roundTo(east), roundTo(north)];
}

function roundTo(degrees: number): number {
  return Number(degrees.toFixed(FRAME_DECIMALS)) + 0;
}
