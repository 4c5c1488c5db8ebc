import * as v from 'valibot';
import type { Position } from 'geojson';
import { along, length, lineString } from '@turf/turf';
import { locationProblems } from './geography.ts';
import type { Outlines } from './outlines.ts';
import { excerpt, type Problem } from './problem.ts';
import { anchor, nearestPassage, type TextQuoteSelector } from './quotation.ts';
import {
  CitationSchema,
  CollectionSchema,
  FeatureSchema,
  Id,
  shapeProblems,
  sound,
  type FeatureFile,
} from './schema.ts';
import type { Article, Citation, Location, PlaceGeometry, Project, Sector } from './types.ts';

export interface CheckedProjects {
  /** Those without a problem. */
  readonly projects: readonly Project[];
  readonly problems: readonly Problem[];
}

/** What `dossier.json` says of its projects' surroundings, as far as it is sound. */
interface Surroundings {
  readonly sectors: readonly Sector[];
  readonly articles: readonly Article[];
  /** Whether these are all there are: else an unknown id isn't the fault of who uses it. */
  readonly areAllKnown: boolean;
  readonly outlines: Outlines;
}

/**
 * The projects of a parsed `projects.geojson`. Every problem is reported, those of a feature's
 * shape beside those of its content; a feature that has one is left out, so that nothing unsound is
 * ever shown.
 */
export function checkProjects(
  file: string,
  content: unknown,
  { sectors, articles, areAllKnown, outlines }: Surroundings,
): CheckedProjects {
  const problems: Problem[] = [];
  const projects: Project[] = [];
  const collection = v.safeParse(CollectionSchema, content);
  if (!collection.success) problems.push(...shapeProblems(collection.issues, { file }));
  const features = sound(v.object({ features: v.array(v.unknown()) }), content)?.features ?? [];

  const owners = new Map<string, string>();
  features.forEach((value, index) => {
    const before = problems.length;
    const label = sound(v.object({ id: v.string() }), value)?.id ?? `number ${index + 1}`;
    const report = (field: string, found: string, expected: string) =>
      problems.push({ file, feature: label, field, found, expected });

    const whole = v.safeParse(FeatureSchema, value);
    if (!whole.success) problems.push(...shapeProblems(whole.issues, { file, feature: label }));
    const properties = sound(v.object({ properties: v.looseObject({}) }), value)?.properties;

    for (const [field, own] of idsOf(value)) {
      const owner = owners.get(own);
      if (owner !== undefined)
        report(field, `“${own}”`, `an id of its own, as ${owner} has this one`);
      else owners.set(own, `feature number ${index + 1}${own === label ? '' : ` (${label})`}`);
    }

    const sectorId = sound(v.string(), properties?.['sector']);
    const sector = sectors.find((candidate) => candidate.id === sectorId);
    if (areAllKnown && sector === undefined && sound(Id, sectorId) !== undefined)
      report('properties.sector', `“${sectorId}”`, `one of ${sectors.map((s) => s.id).join(', ')}`);

    const placed = sound(PlacedSchema, value);
    const location =
      placed === undefined ? null : locate(placed.geometry, placed.properties.place, report);
    if (location !== null)
      problems.push(...locationProblems({ id: label, location }, outlines, file));

    const citations = (sound(v.array(v.unknown()), properties?.['citations']) ?? [])
      .map((citation, number) => {
        const shaped = sound(CitationSchema, citation);
        return shaped === undefined
          ? null
          : cite(shaped, articles, (field, found, expected) => {
              if (areAllKnown || field !== 'article')
                report(`properties.citations.${number}.${field}`, found, expected);
            });
      })
      .filter((citation) => citation !== null);

    const [first, ...others] = citations;
    if (!collection.success || !whole.success || problems.length > before) return;
    if (sector === undefined || first === undefined) return;
    const {
      id,
      properties: { name, aliases, kind, status = null, when = null },
    } = whole.output;
    projects.push({
      id,
      aliases,
      name,
      kind,
      sector,
      status,
      when,
      location,
      citations: [first, ...others],
    });
  });
  return { projects, problems };
}

type Report = (field: string, found: string, expected: string) => void;

/** What concerns a feature's location. */
const PlacedSchema = v.object({
  geometry: FeatureSchema.entries.geometry,
  properties: v.object({ place: FeatureSchema.entries.properties.entries.place }),
});

/** A feature's id and those it had before, each with its field, as far as they are ids. */
function idsOf(feature: unknown): [field: string, id: string][] {
  const ids: [string, string][] = [];
  const current = sound(v.object({ id: Id }), feature);
  if (current !== undefined) ids.push(['id', current.id]);
  const { aliases } = FeatureSchema.entries.properties.entries;
  const former = sound(v.object({ properties: v.object({ aliases }) }), feature);
  for (const alias of former?.properties.aliases ?? []) ids.push(['properties.aliases', alias]);
  return ids;
}

function locate(
  geometry: FeatureFile['geometry'],
  place: FeatureFile['properties']['place'],
  report: Report,
): Location | null {
  if (place === undefined) {
    if (geometry !== null)
      report('properties.place', 'nothing', 'the place that the geometry stands for');
    return null;
  }
  if (geometry === null) {
    report('geometry', 'null', 'a geometry, as there is a place');
    return null;
  }
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString';
  if (isLine !== (place.level === 'border')) {
    report(
      'geometry.type',
      geometry.type,
      place.level === 'border'
        ? 'a line, as the level is “border”'
        : 'points, as only a border is a line',
    );
    return null;
  }
  const { id, level, countries } = place;
  const [, country] = /^([A-Z]{2})-/.exec(id ?? '') ?? [];
  if (level === 'region' && country === undefined) {
    report('properties.place.id', excerpt(id), 'the ISO 3166-2 code of the region');
    return null;
  }
  if (level !== 'region' && country !== undefined) {
    report('properties.place.id', excerpt(id), `a Wikidata id, as the level is “${level}”`);
    return null;
  }
  if (country !== undefined && countries.length > 0 && !countries.includes(country))
    report('properties.place.countries', excerpt(countries), `${country}, where ${id} is`);
  return { place, geometry, markers: markersOf(geometry) };
}

/** Where the markers of a geometry stand: its points, or the middle of its longest line. */
function markersOf(geometry: PlaceGeometry): [Position, ...Position[]] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint': {
      const [first, ...others] = geometry.coordinates;
      if (first === undefined) throw new RangeError('A MultiPoint needs a position.');
      return [first, ...others];
    }
    case 'LineString':
      return [middle(geometry.coordinates)];
    case 'MultiLineString':
      return [middle(longest(geometry.coordinates))];
  }
}

function longest(lines: Position[][]): Position[] {
  return lines.reduce((a, b) => (length(lineString(b)) > length(lineString(a)) ? b : a));
}

function middle(coordinates: Position[]): Position {
  const line = lineString(coordinates);
  return along(line, length(line) / 2).geometry.coordinates;
}

function cite(
  citation: v.InferOutput<typeof CitationSchema>,
  articles: readonly Article[],
  report: Report,
): Citation | null {
  if ('url' in citation) return citation;
  const { exact } = citation;
  const article = articles.find((candidate) => candidate.id === citation.article);
  if (article === undefined) {
    const ids = articles.map((candidate) => candidate.id).join(', ');
    report(
      'article',
      excerpt(citation.article),
      `one of the articles: ${ids || 'none could be read'}`,
    );
    return null;
  }
  const anchoring = anchor(article.text, citation);
  switch (anchoring.outcome) {
    case 'found':
      return { exact, passage: { article, start: anchoring.start, end: anchoring.end } };
    case 'ambiguous':
      report(
        'exact',
        `${excerpt(exact)} ${anchoring.occurrences} times in ${article.id}`,
        'a prefix or suffix that tells which',
      );
      return null;
    case 'missing':
      reportMissing(citation, article, report);
      return null;
  }
}

/** Says whether the words quoted or only those given around them don't stand in the article. */
function reportMissing(quotation: TextQuoteSelector, article: Article, report: Report) {
  const { exact, prefix = '', suffix = '' } = quotation;
  const stands = (part: string) => article.text.includes(part);
  if (!stands(exact)) {
    const nearest = nearestPassage(article.text, exact);
    // In full: the difference may stand anywhere in it.
    const hint = nearest === null ? '' : `; the nearest is “${nearest}”`;
    report('exact', excerpt(exact), `words that stand in ${article.id}${hint}`);
    return;
  }
  const [field, found, side] = stands(prefix + exact)
    ? (['suffix', suffix, 'after'] as const)
    : (['prefix', prefix, 'before'] as const);
  report(field, excerpt(found), `the words just ${side} the quotation in ${article.id}`);
}
