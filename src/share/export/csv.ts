import Papa from 'papaparse';
import type { Position } from 'geojson';
import { markerPositions } from '../../dossier/markerPositions.ts';
import { localized } from '../../dossier/localized.ts';
import { asOf, type Project } from '../../dossier/types.ts';
import { quoted } from '../../i18n/words.ts';
import type { ExportContent, ExportFormat } from './format.ts';
import { quotationOf, type Quotation } from './quotations.ts';
import { FORMULA } from './text.ts';
import { creditWords, placeWords, titleWith } from './words.ts';

/**
 * CSV, https://www.rfc-editor.org/rfc/rfc4180: a row for each project, in UTF-8 with a byte-order
 * mark, which spreadsheets need to know it.
 *
 * `longitude` and `latitude` are given only for what the article places at a site or in a town;
 * for the rest, where the mark stands on the map is in columns of another name, so that no program
 * takes it for a site. `view` and `credits` are the same in each row, so that no comment need stand
 * above them, which programs would take for data. A cell that a spreadsheet could take for a formula begins with an apostrophe
 * more than the text has.
 */
export const csv: ExportFormat = {
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  begin: (content) => {
    // Each row names its articles by itself; of all there may be thousands.
    const credits = creditWords({ ...content.dossier, articles: [] }).join(' · ');
    return {
      head: `\uFEFF${line(COLUMNS)}`,
      add: (project) => {
        const row = rowOf(project, content, credits);
        return line(COLUMNS.map((column) => row[column]));
      },
      end: () => '',
    };
  },
};

const COLUMNS = [
  'id',
  'name',
  'kind',
  'sector',
  'status',
  'status_as_of',
  'when',
  'place',
  'place_id',
  'level',
  'placed',
  'countries',
  'longitude',
  'latitude',
  'further_positions',
  'marker_longitude',
  'marker_latitude',
  'quotation',
  'article',
  'article_date',
  'source',
  'words_before',
  'words_after',
  'further_quotations',
  'link',
  'view',
  'credits',
] as const;

type Cell = string | number | null;

function rowOf(
  project: Project,
  { language, links }: ExportContent,
  credits: string,
): Record<(typeof COLUMNS)[number], Cell> {
  const { id, name, kind, sector, status, when, location, citations } = project;
  const place = location?.place;
  const [first, ...others] = location ? markerPositions(location.geometry) : [];
  const isExact = place?.level === 'site' || place?.level === 'settlement';
  const [cited, ...further] = citations;
  const { exact, prefix, suffix, title, date, source } = quotationOf(cited);
  return {
    id,
    name: localized(name, language),
    kind,
    sector: localized(sector.name, language),
    status,
    status_as_of: status === null ? null : asOf(project),
    when,
    place: place ? localized(place.name, language) : null,
    place_id: place?.id ?? null,
    level: place?.level ?? null,
    placed: placeWords(project, language),
    countries: place?.countries.join(' ') ?? null,
    longitude: isExact ? (first?.[0] ?? null) : null,
    latitude: isExact ? (first?.[1] ?? null) : null,
    further_positions: isExact ? others.map(positionText).join('; ') : null,
    marker_longitude: isExact ? null : (first?.[0] ?? null),
    marker_latitude: isExact ? null : (first?.[1] ?? null),
    quotation: exact,
    article: title,
    article_date: date,
    source,
    words_before: prefix,
    words_after: suffix,
    further_quotations: further.map((citation) => quotationText(quotationOf(citation))).join('\n'),
    link: links.project(id),
    view: links.view,
    credits,
  };
}

/** Latitude last, as in the columns. Not a single number, so that no spreadsheet counts with it. */
function positionText([lng = 0, lat = 0]: Position): string {
  return `(${lng} ${lat})`;
}

function quotationText({ exact, title, date, source }: Quotation): string {
  const where = [date, source].filter((part) => part !== null).join(', ');
  return `${quoted(exact)} ${titleWith(title, where)}`;
}

/** Papa puts an apostrophe before texts that look like a formula; numbers are none. */
function line(cells: readonly Cell[]): string {
  const fit = cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell));
  return `${Papa.unparse([fit], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** Programs that read CSV end a text at a NUL. */
function cellText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
