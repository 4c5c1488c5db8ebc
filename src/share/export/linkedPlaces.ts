import type { MultiPolygon } from 'geojson';
import { localized } from '../../dossier/localized.ts';
import { asOf, type PlaceGeometry, type Project } from '../../dossier/types.ts';
import { m } from '../../i18n/index.ts';
import { takeAway } from '../../i18n/takeAway.ts';
import type { ExportContent, ExportFormat, FileWriter } from './format.ts';
import { periodOf } from './period.ts';
import { quotationOf } from './quotations.ts';
import { Shapes, type Shape } from './shapes.ts';
import { addressWith } from './addresses.ts';
import { jsonText } from './text.ts';
import { creditWords, placeWords, shapeWords, statusWords, titleWith } from './words.ts';

const CONTEXT =
  'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

/**
 * Linked Places format 1.2, https://github.com/LinkedPasts/linked-places-format: JSON-LD that is
 * GeoJSON too, for gazetteers and their tools.
 *
 * A record for each project that the article places; a record needs a place, so the others are only
 * counted and named. The geometry of what is in an area is its outline; `certainty` says how far a
 * geometry is the place itself. A record whose outline stands apart, or isn't there, has none.
 */
export const linkedPlaces: ExportFormat = {
  extension: 'lpf.json',
  mediaType: 'application/ld+json',
  begin: (content) => new LinkedPlacesWriter(content),
};

/** So many of those left out are named. */
const MOST_NAMED = 1000;

class LinkedPlacesWriter implements FileWriter {
  readonly head: string;
  readonly #content: ExportContent;
  readonly #shapes: Shapes;
  readonly #leftOut: string[] = [];
  #isFirst = true;

  constructor(content: ExportContent) {
    this.#content = content;
    this.#shapes = new Shapes(content);
    const about = jsonText({ type: 'FeatureCollection', '@context': CONTEXT });
    this.head = `${about.slice(0, -1)},"features":[\n`;
  }

  add(project: Project): string {
    if (project.location !== null)
      return this.#feature(record(project, this.#shapes.of(project), this.#content));
    this.#leftOut.push(localized(project.name, this.#content.language));
    return '';
  }

  end(): string {
    const { dossier, language, links } = this.#content;
    const outlines = this.#shapes.shared.map(({ id, place, geometry }) =>
      this.#feature({
        '@id': addressWith(links.view, 'outline', id),
        type: 'Feature',
        properties: {
          title: localized(place.name, language),
          ccodes: place.countries,
          level: place.level,
        },
        names: Object.entries(place.name).map(([lang, toponym]) => ({
          toponym,
          lang,
          citations: [{ label: m.map.credits, '@id': links.view }],
        })),
        geometry: collection(geometry, 'certain'),
        links: linksOf(place.id),
      }),
    );
    const leftOut = this.#leftOut;
    const named = leftOut.slice(0, MOST_NAMED);
    const more = leftOut.length - named.length;
    const about = jsonText({
      properties: {
        title: localized(dossier.title, language),
        description: takeAway.linkedPlacesNote,
        link: links.view,
        credits: creditWords(dossier),
        ...(leftOut.length === 0
          ? {}
          : {
              notPlaced: {
                count: leftOut.length,
                note: takeAway.leftOut({ number: leftOut.length }),
                names: more === 0 ? named : [...named, m.list.more({ number: more })],
              },
            }),
      },
    });
    return `${outlines.join('')}\n],${about.slice(1)}\n`;
  }

  #feature(feature: object): string {
    const separator = this.#isFirst ? '' : ',\n';
    this.#isFirst = false;
    return separator + jsonText(feature);
  }
}

function record(project: Project, shape: Shape, { language, links }: ExportContent) {
  const { id, name, kind, sector, status, when, location } = project;
  const place = location?.place;
  const quotations = project.citations.map(quotationOf);
  const link = links.project(id);
  const citations = quotations.map(({ title, date, source }) => ({
    label: titleWith(title, date ?? ''),
    '@id': source ?? link,
  }));
  return {
    '@id': link,
    type: 'Feature',
    properties: {
      title: localized(name, language),
      ccodes: place?.countries ?? [],
      id,
      kind,
      sector: sector.id,
      status,
      statusAsOf: status === null ? null : asOf(project),
      when,
      level: place?.level ?? null,
      shape: shape.kind,
      place: place && { id: place.id ?? null, name: place.name },
    },
    ...whenOf(when),
    names: Object.entries(name).map(([lang, toponym]) => ({ toponym, lang, citations })),
    geometry: collection(shape.geometry, CERTAINTY[shape.kind]),
    links: [{ type: 'primaryTopicOf', identifier: link }],
    relations: relationsOf(project, shape, language),
    descriptions: [
      ...quotations.map(({ exact, prefix, suffix, title, date, lang, source }) => ({
        value: exact,
        ...(lang === null ? {} : { lang }),
        source: source ?? link,
        label: titleWith(title, date ?? ''),
        prefix,
        suffix,
      })),
      {
        value: [placeWords(project, language), shapeWords(shape), statusWords(project)]
          .filter((words) => words !== null)
          .join('. '),
        lang: language,
        source: link,
      },
    ],
  };
}

/** How far a geometry is where the project is; the words are the format's. */
const CERTAINTY = {
  site: 'certain',
  border: 'certain',
  settlement: 'less-certain',
  outline: 'less-certain',
  'outline-apart': 'uncertain',
  'no-outline': 'uncertain',
  'not-placed': 'uncertain',
} as const satisfies Record<Shape['kind'], string>;

function collection(geometry: PlaceGeometry | MultiPolygon | null, certainty: string) {
  const geometries = geometry === null ? [] : [{ ...geometry, certainty }];
  return { type: 'GeometryCollection', geometries };
}

/** A timespan must have a start; what has none, or says more than dates, stands in `properties`. */
function whenOf(when: string | null) {
  const period = when === null ? null : periodOf(when);
  if (period === null || period.start === null) return {};
  const { start, end } = period;
  const timespan = { start: { in: start }, ...(end === null ? {} : { end: { in: end } }) };
  return { when: { timespans: [timespan], label: when } };
}

/** The place in which a project is, where Wikidata knows it. */
function relationsOf(
  { location }: Project,
  shape: Shape,
  language: ExportContent['language'],
): object[] {
  const [link] = linksOf(location?.place.id);
  if (location === null || link === undefined) return [];
  return [
    {
      relationType: 'gvp:tgn3000_related_to',
      relationTo: link.identifier,
      label: placeWords({ location }, language),
      certainty: CERTAINTY[shape.kind],
    },
  ];
}

/** A region's id is an ISO 3166-2 code, which has no address of its own. */
function linksOf(id: string | undefined): { type: string; identifier: string }[] {
  return id !== undefined && /^Q\d+$/.test(id)
    ? [{ type: 'exactMatch', identifier: `http://www.wikidata.org/entity/${id}` }]
    : [];
}
