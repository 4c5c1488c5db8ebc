import fc from 'fast-check';
import { readOutlines } from '../../../../geodata/check.ts';
import type { Outlines } from '../../../../src/dossier/outlines.ts';
import { markersOf } from '../../../../src/dossier/projectIndex.ts';
import {
  KINDS,
  STATUSES,
  type Article,
  type Citation,
  type Dossier,
  type Location,
  type Project,
} from '../../../../src/dossier/types.ts';
import type { ExportContent, ExportFormat } from '../../../../src/share/export/format.ts';
import { NO_FILTERS } from '../../../../src/view/view.ts';
import { openPublished, projectsOf } from '../../published.ts';

/** What is taken away in the tests. */

const PAGE = 'https://atlas.example/atlas/';

export function contentOf(
  dossier: Dossier,
  outlines: Outlines,
  rows = Array.from({ length: dossier.index.size }, (_, row) => row),
): ExportContent {
  return {
    dossier,
    rows: Uint32Array.from(rows),
    filters: NO_FILTERS,
    outlines,
    language: 'en',
    links: {
      view: `${PAGE}#sector=energy&theme=dark`,
      project: (id) => `${PAGE}#project=${id}`,
      passage: ({ article, start }) => `${PAGE}#passage=${article.id}:${start}`,
    },
  };
}

export interface Published {
  readonly content: ExportContent;
  readonly projects: readonly Project[];
}

/** The first dossier, all of it. */
export async function publishedContent(): Promise<Published> {
  const dossier = await openPublished();
  return {
    content: contentOf(dossier, await readOutlines()),
    projects: await projectsOf(dossier),
  };
}

/** A file's whole text. */
export function fileOf(
  format: ExportFormat,
  content: ExportContent,
  projects: readonly Project[],
): string {
  const writer = format.begin(content);
  const parts = projects.map((project) => writer.add(project));
  return [writer.head, ...parts, writer.end()].join('');
}

/** Which of the projects the index places. */
export function isPlaced({ index }: Dossier, row: number): boolean {
  const [from, to] = markersOf(index, row);
  return to > from;
}

/** Beginnings and parts that formats trip over. */
const TRICKY = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1',
  '\t=1',
  '\r\n-1',
  '＝1',
  "'=1",
  "''@",
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  ']]>',
  '<![CDATA[',
  '<script>alert(1)</script>',
  '&amp;',
  '&',
  '\0',
  '\u0001',
  '\u000B',
  '\u001B',
  '\uFEFF',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDC00',
  '😀',
  'Oʻzbekiston',
  'Қазақстан',
  '\u2028',
];

export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary' }), fc.string()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

const longitude = fc.double({ min: -180, max: 180, noNaN: true }).map((lng) => lng + 0);
const latitude = fc.double({ min: -89, max: 89, noNaN: true }).map((lat) => lat + 0);
const position = fc.tuple(longitude, latitude);

const place = (name: string, level: Location['place']['level'], id?: string) => ({
  ...(id === undefined ? {} : { id }),
  name: { en: name },
  level,
  countries: ['UZ'],
});

const arbitraryLocation: fc.Arbitrary<Location> = fc.oneof(
  fc.tuple(arbitraryText, position).map(([name, at]): Location => ({
    place: place(name, 'site'),
    geometry: { type: 'Point', coordinates: at },
  })),
  fc.tuple(arbitraryText, position, position).map(([name, at, other]): Location => ({
    place: place(name, 'settlement', 'Q269'),
    geometry: { type: 'MultiPoint', coordinates: [at, other] },
  })),
  fc.tuple(arbitraryText, position, position).map(([name, at, other]): Location => ({
    place: place(name, 'border'),
    geometry: { type: 'LineString', coordinates: [at, other] },
  })),
  fc
    .tuple(arbitraryText, position, fc.constantFrom('UZ-SA', 'XX-YY'))
    .map(([name, at, id]): Location => ({
      place: place(name, 'region', id),
      geometry: { type: 'Point', coordinates: at },
    })),
);

const article: fc.Arbitrary<Article> = fc
  .tuple(arbitraryText, fc.option(fc.constant('https://example.org/a?b=1&c=2'), { nil: null }))
  .map(([title, source]) => ({
    id: 'an-article',
    title,
    date: '2022-12-24',
    lang: 'en',
    source,
    text: '',
  }));

const arbitraryCitation: fc.Arbitrary<Citation> = fc.oneof(
  fc
    .tuple(article, arbitraryText, arbitraryText, arbitraryText)
    .map(([cited, before, exact, after]) => ({
      exact,
      passage: {
        article: { ...cited, text: before + exact + after },
        start: before.length,
        end: before.length + exact.length,
      },
    })),
  fc
    .tuple(arbitraryText, arbitraryText)
    .map(([exact, title]) => ({ exact, title, url: 'https://example.org/b' })),
);

const WHENS = [
  '2022',
  '2022-10',
  '2022-10-05',
  '2022-10/2022-12',
  '2022-10~',
  '../2022',
  '2022-21',
];

/** Projects of any words. Their ids and rows are to be made different, with `numbered`. */
export const arbitraryProject: fc.Arbitrary<Project> = fc
  .record({
    name: fc.record({ en: arbitraryText, kk: arbitraryText }),
    kind: fc.constantFrom(...KINDS),
    sector: arbitraryText.map((name) => ({
      id: 'energy',
      name: { en: name },
      color: '#d27300',
      icon: 'car',
    })),
    status: fc.option(fc.constantFrom(...STATUSES), { nil: null }),
    when: fc.option(fc.constantFrom(...WHENS), { nil: null }),
    location: fc.option(arbitraryLocation, { nil: null }),
    citations: fc
      .tuple(arbitraryCitation, fc.array(arbitraryCitation, { maxLength: 2 }))
      .map(([first, others]): [Citation, ...Citation[]] => [first, ...others]),
  })
  .map((project) => ({ ...project, id: 'a', aliases: [], row: 0 }));

export const arbitraryProjects: fc.Arbitrary<Project[]> = fc
  .array(arbitraryProject, { maxLength: 8 })
  .map(numbered);

export function numbered(projects: readonly Project[]): Project[] {
  return projects.map((project, row) => ({ ...project, id: `p${row}`, row }));
}
