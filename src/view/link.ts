import { LANGUAGES } from '../dossier/localized.ts';
import { KINDS, STATUSES, type Bounds } from '../dossier/types.ts';
import { timeSpan } from '../dossier/when.ts';
import { decodeArea, type AreaProblem } from './area.ts';
import { CAMERA_LIMITS, type Camera } from './camera.ts';
import { decimal, decode, encode, repaired, withoutTrailingPunctuation } from './linkText.ts';
import {
  canonicalView,
  DEFAULT_VIEW,
  NONE,
  PANES,
  roundBounds,
  SORT_KEYS,
  THEMES,
  type Filters,
  type View,
} from './view.ts';

/** What of a link couldn't be honoured. */
export interface LinkProblem {
  readonly reason:
    | 'unknown-key'
    | 'repeated-key'
    | 'malformed'
    | 'out-of-range'
    | 'reversed-span'
    | 'second-span'
    | 'reversed-frame'
    | 'flat-frame'
    | 'unknown-value'
    | 'unknown-country'
    | 'unknown-dossier'
    | 'unknown-sector'
    | 'unknown-project'
    | 'unsound-project'
    | 'unknown-article'
    | 'unknown-passage'
    | AreaProblem;
  readonly key: string;
  readonly value: string;
}

export interface ParsedLink {
  readonly view: View;
  readonly problems: readonly LinkProblem[];
}

type Report = (reason: LinkProblem['reason'], value?: string) => void;

/** One key of the grammar: how it is read into a view, and how a view's part is written. */
interface Key {
  readonly key: string;
  /** The view with this part read; what can't be is reported, and the rest honoured. */
  read(value: string, view: View, report: Report): View;
  /** The value, already encoded; `null` where it is the default and left out. */
  write(view: View): string | null;
}

const CAMERA_PARTS = ['zoom', 'lat', 'lng', 'bearing', 'pitch'] as const;

const map: Key = {
  key: 'map',
  read(value, view, report) {
    const numbers = value.split('/').map(decimal);
    const [zoom, lat, lng, bearing = 0, pitch = 0] = numbers;
    if (
      numbers.length > CAMERA_PARTS.length ||
      zoom === undefined ||
      lat === undefined ||
      lng === undefined ||
      numbers.some(Number.isNaN)
    ) {
      report('malformed');
      return view;
    }
    const camera: Camera = { zoom, lat, lng, bearing, pitch };
    const outside = CAMERA_PARTS.some((part) => {
      const [lowest, highest] = CAMERA_LIMITS[part];
      return camera[part] < lowest || camera[part] > highest;
    });
    if (outside) report('out-of-range');
    return outside ? view : { ...view, camera };
  },
  write({ camera }) {
    if (camera === null) return null;
    const { zoom, lat, lng, bearing, pitch } = camera;
    const angles = pitch !== 0 ? [bearing, pitch] : bearing !== 0 ? [bearing] : [];
    return [zoom, lat, lng, ...angles].join('/');
  },
};

const dossier = text(
  'dossier',
  (view) => view.dossier,
  (view, dossier) => ({ ...view, dossier }),
);
const project = text(
  'project',
  (view) => view.project,
  (view, project) => ({ ...view, project }),
);

const when: Key = {
  key: 'when',
  read(value, view, report) {
    const choices = itemsOf(value);
    const spans = choices.filter((choice) => !isNone(choice));
    const undated = spans.length < choices.length;
    const [text = '', ...others] = spans;
    const span = timeSpan(text) && text;
    if (span === null && (text !== '' || !undated)) {
      const [from, to] = text.split('/', 2).map((end) => timeSpan(end));
      report(from && to && from.start > to.end ? 'reversed-span' : 'malformed', text);
    } else if (others.length > 0) report('second-span', others.join());
    return span === null && !undated ? view : withFilters(view, { when: { span, undated } });
  },
  write({ filters: { when } }) {
    if (when === null) return null;
    return [when.span === null ? [] : encode(when.span), when.undated ? NONE : []].flat().join(',');
  },
};

const q: Key = {
  key: 'q',
  read: (value, view) => withFilters(view, { q: value }),
  write: ({ filters }) => (filters.q === '' ? null : encode(filters.q)),
};

const frame: Key = {
  key: 'frame',
  read(value, view, report) {
    const numbers = value.split('/').map(decimal);
    const [west, south, east, north] = numbers;
    if (
      numbers.length !== 4 ||
      west === undefined ||
      south === undefined ||
      east === undefined ||
      north === undefined ||
      numbers.some(Number.isNaN)
    ) {
      report('malformed');
      return view;
    }
    const frame = roundBounds([west, south, east, north]);
    const fault = frameFault(frame);
    if (fault !== null) report(fault);
    return fault === null ? withFilters(view, { frame }) : view;
  },
  write: ({ filters }) => filters.frame && filters.frame.join('/'),
};

const area: Key = {
  key: 'area',
  read(value, view, report) {
    const area = decodeArea(value);
    if (!('problem' in area)) return withFilters(view, { area: area.text });
    report(area.problem);
    return view;
  },
  write: ({ filters }) => filters.area,
};

const sort: Key = {
  key: 'sort',
  read(value, view, report) {
    const descending = value.startsWith('-');
    const key = oneOf(SORT_KEYS, descending ? value.slice(1) : value);
    if (key !== null) return { ...view, sort: { key, descending } };
    report('unknown-value');
    return view;
  },
  write: ({ sort }) => sort && `${sort.descending ? '-' : ''}${sort.key}`,
};

const passage: Key = {
  key: 'passage',
  read(value, view, report) {
    const colon = value.indexOf(':');
    const article = value.slice(0, colon);
    const words = value.slice(colon + 1);
    if (colon > 0 && words !== '') return { ...view, passage: { article, words } };
    report('malformed');
    return view;
  },
  write: ({ passage }) => passage && `${encode(passage.article)}:${encode(passage.words)}`,
};

const embed: Key = {
  key: 'embed',
  read: (value, view) => (/^(0|false)$/i.test(value) ? view : { ...view, embed: true }),
  write: ({ embed }) => (embed ? '' : null),
};

/** The whole grammar, in the order in which links are written. */
const GRAMMAR: readonly Key[] = [
  map,
  dossier,
  list('sector', (value) => value),
  list('kind', (value) => oneOf(KINDS, value)),
  list('country', (value) =>
    isNone(value) ? NONE : /^[a-z]{2}$/i.test(value) ? value.toUpperCase() : null,
  ),
  list('status', (value) => oneOf([...STATUSES, NONE], value)),
  when,
  choice(
    'place',
    ['placed', 'unplaced'],
    (view) => view.filters.place,
    (view, place) => withFilters(view, { place }),
  ),
  q,
  frame,
  area,
  sort,
  project,
  passage,
  choice(
    'lang',
    LANGUAGES,
    (view) => view.lang,
    (view, lang) => ({ ...view, lang }),
  ),
  choice(
    'theme',
    THEMES,
    (view) => view.theme,
    (view, theme) => ({ ...view, theme }),
  ),
  choice(
    'pane',
    PANES,
    (view) => (view.pane === DEFAULT_VIEW.pane ? null : view.pane),
    (view, pane) => ({ ...view, pane }),
  ),
  embed,
];

type ListFacet = 'sector' | 'kind' | 'country' | 'status';

/** What stands between commas; nothing is lost where that is nothing. */
function itemsOf(value: string): readonly string[] {
  return value.split(',').filter((item) => item !== '');
}

function isNone(value: string): boolean {
  return oneOf([NONE], value) !== null;
}

/** What is wrong with a frame, rounded as it will be written; `null` where nothing is. */
function frameFault([west, south, east, north]: Bounds): LinkProblem['reason'] | null {
  if ([west, south * 2, east, north * 2].some((degrees) => Math.abs(degrees) > 180))
    return 'out-of-range';
  if (south > north) return 'reversed-frame';
  return south === north || west === east ? 'flat-frame' : null;
}

/** A facet's choices, divided by commas; each that `accept` turns into `null` is reported. */
function list<F extends ListFacet>(
  facet: F,
  accept: (value: string) => Filters[F][number] | null,
): Key {
  return {
    key: facet,
    read(value, view, report) {
      const items = itemsOf(value);
      if (items.length === 0) report('malformed');
      const chosen = items.flatMap((item) => {
        const accepted = accept(item);
        if (accepted !== null) return [accepted];
        report('unknown-value', item);
        return [];
      });
      return withFilters(view, { [facet]: chosen });
    },
    write({ filters }) {
      const chosen = filters[facet];
      return chosen.length === 0 ? null : chosen.map(encode).join(',');
    },
  };
}

/** A value out of a few. */
function choice<T extends string>(
  key: string,
  options: readonly T[],
  get: (view: View) => T | null,
  set: (view: View, value: T) => View,
): Key {
  return {
    key,
    read(value, view, report) {
      const chosen = oneOf(options, value);
      if (chosen !== null) return set(view, chosen);
      report('unknown-value');
      return view;
    },
    write: get,
  };
}

/** An id, which only the dossier can tell right from wrong. */
function text(
  key: string,
  get: (view: View) => string | null,
  set: (view: View, value: string) => View,
): Key {
  return {
    key,
    read(value, view, report) {
      if (value !== '') return set(view, value);
      report('malformed');
      return view;
    },
    write(view) {
      const value = get(view);
      return value === null ? null : encode(value);
    },
  };
}

function withFilters(view: View, filters: Partial<Filters>): View {
  return { ...view, filters: { ...view.filters, ...filters } };
}

/** In whatever case it is written: all options are in lower case. */
function oneOf<T extends string>(options: readonly T[], value: string): T | null {
  return options.find((option) => option === value.toLowerCase()) ?? null;
}

const KEYS = new Map(GRAMMAR.map((key) => [key.key, key]));

/**
 * Reads a link's fragment, with or without `#`. It never throws: what can't be read is reported,
 * and the rest is honoured. The view is canonical.
 */
export function parseLink(fragment: string): ParsedLink {
  const problems: LinkProblem[] = [];
  const seen = new Set<string>();
  let view = DEFAULT_VIEW;
  for (const part of repaired(fragment).split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const written = equals < 0 ? '' : part.slice(equals + 1);
    const report: Report = (reason, value = written) => problems.push({ reason, key: name, value });

    const key = KEYS.get(name);
    const value = decode(written);
    if (key === undefined) report('unknown-key');
    else if (seen.has(name)) report('repeated-key');
    else {
      const read = readPart(key, value, view);
      for (const { reason, value } of read.reports) report(reason, value);
      if (read.view !== view) seen.add(name);
      view = read.view;
    }
  }
  return { view: canonicalView(view), problems };
}

/** A part of a link as it is written, or else, where that is sound, without what follows a link in a sentence. */
function readPart(key: Key, value: string, view: View) {
  const attempt = (text: string) => {
    const reports: { reason: LinkProblem['reason']; value?: string }[] = [];
    const read = key.read(text, view, (reason, value) =>
      reports.push(value === undefined ? { reason } : { reason, value }),
    );
    return { view: read, reports };
  };
  const written = attempt(value);
  if (written.reports.length === 0) return written;
  const trimmed = attempt(withoutTrailingPunctuation(value));
  return trimmed.reports.length === 0 ? trimmed : written;
}

/** Writes a view as a link's fragment, without `#`; empty for the plainest view. */
export function formatLink(view: View): string {
  const canonical = canonicalView(view);
  return GRAMMAR.flatMap((part) => {
    const value = part.write(canonical);
    return value === null ? [] : [value === '' ? part.key : `${part.key}=${value}`];
  }).join('&');
}
