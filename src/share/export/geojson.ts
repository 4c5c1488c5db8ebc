import type { Position } from 'geojson';
import { markerPositions } from '../../dossier/markerPositions.ts';
import { localized } from '../../dossier/localized.ts';
import { asOf, isAnchored, type Citation, type Place, type Project } from '../../dossier/types.ts';
import { takeAway } from '../../i18n/takeAway.ts';
import type { ExportContent, ExportFormat, FileWriter } from './format.ts';
import { quotationOf } from './quotations.ts';
import { Shapes, type Shape } from './shapes.ts';
import { jsonText } from './text.ts';
import { creditWords, placeWords } from './words.ts';

/**
 * GeoJSON, https://www.rfc-editor.org/rfc/rfc7946
 *
 * The geometry of what is in a region, country or water is its outline, and `shape` says what each
 * geometry stands for; where the mark stands on the map is only told in `markers`. A geometry is
 * `null` where the article gives no place, where there is no outline, and where the outline stands
 * apart, as a feature of its own at the end.
 */
export const geojson: ExportFormat = {
  extension: 'geojson',
  mediaType: 'application/geo+json',
  begin: (content) => new GeoJsonWriter(content),
};

class GeoJsonWriter implements FileWriter {
  readonly head: string;
  readonly #content: ExportContent;
  readonly #shapes: Shapes;
  #isFirst = true;

  constructor(content: ExportContent) {
    const { dossier, language, links } = content;
    this.#content = content;
    this.#shapes = new Shapes(content);
    const about = jsonText({
      type: 'FeatureCollection',
      title: localized(dossier.title, language),
      description: takeAway.geojsonNote,
      link: links.view,
      credits: creditWords(dossier),
    });
    this.head = `${about.slice(0, -1)},"features":[\n`;
  }

  add(project: Project): string {
    return this.#feature(projectFeature(project, this.#shapes.of(project), this.#content));
  }

  end(): string {
    const { language } = this.#content;
    const outlines = this.#shapes.shared.map(({ id, place, geometry }) =>
      this.#feature({
        type: 'Feature',
        id,
        geometry,
        properties: {
          name: localized(place.name, language),
          names: place.name,
          shape: 'outline',
          place: placeOf(place),
          level: place.level,
        },
      }),
    );
    return `${outlines.join('')}\n]}\n`;
  }

  #feature(feature: object): string {
    const separator = this.#isFirst ? '' : ',\n';
    this.#isFirst = false;
    return separator + jsonText(feature);
  }
}

function projectFeature(project: Project, shape: Shape, { language, links }: ExportContent) {
  const { id, aliases, name, kind, sector, status, when, location, citations } = project;
  const isExact = shape.kind === 'site' || shape.kind === 'settlement';
  return {
    type: 'Feature',
    id,
    geometry: shape.geometry,
    properties: {
      name: localized(name, language),
      names: name,
      kind,
      sector: sector.id,
      sectorName: localized(sector.name, language),
      status,
      statusAsOf: status === null ? null : asOf(project),
      when,
      level: location?.place.level ?? null,
      shape: shape.kind,
      ...(shape.apart === null ? {} : { outline: shape.apart }),
      placed: placeWords(project, language),
      place: location && placeOf(location.place),
      ...(location !== null && !isExact
        ? { markers: markerPositions(location.geometry).map(flat) }
        : {}),
      citations: citations.map(citationOf),
      link: links.project(id),
      ...(aliases.length === 0 ? {} : { aliases }),
    },
  };
}

function placeOf({ id, name, level, countries }: Place) {
  return { id: id ?? null, name, level, countries };
}

function flat([lng = 0, lat = 0]: Position): Position {
  return [lng, lat];
}

/** A quotation; of one in an article of the dossier, the article and where in its text. */
function citationOf(citation: Citation) {
  const anchored = isAnchored(citation)
    ? {
        article: citation.passage.article.id,
        start: citation.passage.start,
        end: citation.passage.end,
      }
    : {};
  return { ...quotationOf(citation), ...anchored };
}
