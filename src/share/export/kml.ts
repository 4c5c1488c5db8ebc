import type { MultiPolygon, Position } from 'geojson';
import { markerPositions } from '../../dossier/markerPositions.ts';
import { localized } from '../../dossier/localized.ts';
import { asOf, type PlaceGeometry, type Project, type Sector } from '../../dossier/types.ts';
import { m } from '../../i18n/index.ts';
import { quoted } from '../../i18n/words.ts';
import type { ExportContent, ExportFormat, FileWriter } from './format.ts';
import { periodOf } from './period.ts';
import { quotationOf } from './quotations.ts';
import { Shapes, type Shape } from './shapes.ts';
import { htmlText, jsonText, xmlText } from './text.ts';
import { levelWords } from '../../i18n/levelWords.ts';
import { takeAway } from '../../i18n/takeAway.ts';
import { creditWords, placeWords, shapeWords, statusWords, titleWith } from './words.ts';

/**
 * KML 2.2, https://www.ogc.org/standard/kml/ (elements stand in the order of its schema).
 *
 * What is in an area is drawn as its outline. What has no geometry (see `geojson.ts`) is a
 * Placemark without one, which KML allows: it is listed, and not drawn. What the article doesn't
 * place stands in a folder of its own.
 *
 * Written here and not by @placemarkio/tokml, which leaves `]]>`, halves of surrogate pairs and
 * U+FFFE in texts, so that the file isn't XML; and has neither dates, styles nor a document's name.
 */
export const kml: ExportFormat = {
  extension: 'kml',
  mediaType: 'application/vnd.google-earth.kml+xml',
  begin: (content) => new KmlWriter(content),
};

class KmlWriter implements FileWriter {
  readonly head: string;
  readonly #content: ExportContent;
  readonly #shapes: Shapes;
  readonly #unplaced: string[] = [];

  constructor(content: ExportContent) {
    const { dossier, language, links } = content;
    this.#content = content;
    this.#shapes = new Shapes(content);
    const about = [takeAway.kmlNote, ...creditWords(dossier)].map((line) => htmlText(line));
    this.head = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">',
      '<Document>',
      element('name', localized(dossier.title, language)),
      `<atom:link href="${xmlText(links.view)}"/>`,
      element('description', [...about, anchorTo(links.view)].join('<br>')),
      ...dossier.sectors.map(style),
      '',
    ].join('\n');
  }

  add(project: Project): string {
    const placemark = projectPlacemark(project, this.#shapes.of(project), this.#content);
    if (project.location !== null) return placemark;
    this.#unplaced.push(placemark);
    return '';
  }

  end(): string {
    const outlines = this.#shapes.shared.map(({ id, place, geometry }) =>
      [
        `<Placemark id="${xmlText(id)}">`,
        element('name', localized(place.name, this.#content.language)),
        element('description', htmlText(levelWords(place))),
        extendedData({ place_id: place.id ?? null, level: place.level, shape: 'outline' }),
        geometryXml(geometry),
        '</Placemark>\n',
      ].join('\n'),
    );
    return [
      folder(takeAway.outlines, takeAway.outlinesNote, outlines),
      folder(m.list.unplaced, m.list.unplacedHint, this.#unplaced),
      '</Document>\n</kml>\n',
    ].join('');
  }
}

function folder(name: string, description: string, placemarks: readonly string[]): string {
  if (placemarks.length === 0) return '';
  const head = `<Folder>\n${element('name', name)}\n${element('description', htmlText(description))}\n`;
  return `${head}${placemarks.join('')}</Folder>\n`;
}

function projectPlacemark(project: Project, shape: Shape, content: ExportContent): string {
  const { language, links } = content;
  const { id, name, kind, sector, status, when, location } = project;
  const place = location?.place;
  const quotations = project.citations.map(quotationOf);
  return [
    `<Placemark id="project-${xmlText(id)}">`,
    element('name', localized(name, language)),
    element('description', descriptionHtml(project, shape, content)),
    timeXml(when),
    element('styleUrl', `#sector-${sector.id}`),
    extendedData({
      id,
      kind,
      sector: sector.id,
      status,
      status_as_of: status === null ? null : asOf(project),
      when,
      place: place ? localized(place.name, language) : null,
      place_id: place?.id ?? null,
      level: place?.level ?? null,
      countries: place?.countries.join(' ') ?? null,
      shape: shape.kind,
      outline: shape.apart,
      marker:
        location && shape.kind.includes('outline')
          ? markerPositions(location.geometry)
              .map((marker) => coordinates([marker]))
              .join(' ')
          : null,
      quotation: quotations.map(({ exact }) => exact).join('\n'),
      article: quotations.map(({ title }) => title).join('\n'),
      article_date: quotations.map(({ date }) => date ?? '').join('\n'),
      source: quotations.map(({ source }) => source ?? '').join('\n'),
      // With the words around, for programs.
      citations: jsonText(quotations),
      link: links.project(id),
    }),
    shape.geometry === null ? '' : geometryXml(shape.geometry),
    '</Placemark>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The balloon's text is HTML: what comes from the dossier is escaped, and shown as it is. */
function descriptionHtml(project: Project, shape: Shape, { language, links }: ExportContent) {
  const facts = [
    m.kind[project.kind],
    localized(project.sector.name, language),
    placeWords(project, language),
    shapeWords(shape),
    project.when,
    statusWords(project),
  ].filter((fact) => fact !== null);
  const quotations = project.citations.map((citation) => {
    const { exact, title, date, source } = quotationOf(citation);
    const where = [date, source].filter((part) => part !== null).join(', ');
    return `<blockquote>${htmlText(quoted(exact))}</blockquote><p>${htmlText(titleWith(title, where))}</p>`;
  });
  const about = facts.map((fact) => htmlText(fact)).join('<br>');
  return `${quotations.join('')}<p>${about}</p><p>${anchorTo(links.project(project.id))}</p>`;
}

function anchorTo(address: string): string {
  return `<a href="${htmlText(address)}">${htmlText(address)}</a>`;
}

/** EDTF that KML can't tell stands in the data only. */
function timeXml(when: string | null): string {
  const period = when === null ? null : periodOf(when);
  if (period === null) return '';
  const { start, end, isInterval } = period;
  if (!isInterval) return `<TimeStamp>${element('when', start ?? '')}</TimeStamp>`;
  const begin = start === null ? '' : element('begin', start);
  const until = end === null ? '' : element('end', end);
  return `<TimeSpan>${begin}${until}</TimeSpan>`;
}

function extendedData(data: Readonly<Record<string, string | null>>): string {
  const fields = Object.entries(data).flatMap(([name, value]) =>
    value === null ? [] : [`<Data name="${name}">${element('value', value)}</Data>`],
  );
  return `<ExtendedData>${fields.join('')}</ExtendedData>`;
}

/** Areas are shaded so that what lies below is seen. KML's colours are alpha, blue, green, red. */
function style({ id, color }: Sector): string {
  const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(color.toLowerCase()) ?? [];
  const tint = blue + green + red;
  return [
    `<Style id="sector-${xmlText(id)}">`,
    `<IconStyle><color>ff${tint}</color></IconStyle>`,
    `<LineStyle><color>ff${tint}</color><width>2</width></LineStyle>`,
    `<PolyStyle><color>30${tint}</color></PolyStyle>`,
    '</Style>',
  ].join('');
}

function geometryXml(geometry: PlaceGeometry | MultiPolygon): string {
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'MultiPoint':
      return several(geometry.coordinates.map(point));
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return several(geometry.coordinates.map(line));
    case 'MultiPolygon':
      return several(geometry.coordinates.map(polygon));
  }
}

function several(parts: readonly string[]): string {
  return `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
}

function point(position: Position): string {
  return `<Point>${element('coordinates', coordinates([position]))}</Point>`;
}

/** Without `tessellate` a long line would run through the earth. */
function line(positions: readonly Position[]): string {
  return `<LineString><tessellate>1</tessellate>${element('coordinates', coordinates(positions))}</LineString>`;
}

function polygon([outer = [], ...holes]: readonly Position[][]): string {
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`);
  return `<Polygon><tessellate>1</tessellate><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner.join('')}</Polygon>`;
}

function ring(positions: readonly Position[]): string {
  return `<LinearRing>${element('coordinates', coordinates(positions))}</LinearRing>`;
}

function coordinates(positions: readonly Position[]): string {
  return positions.map(([lng = 0, lat = 0]) => `${lng},${lat}`).join(' ');
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}
