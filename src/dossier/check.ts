import * as v from 'valibot';
import type { Position } from 'geojson';
import { along, length, lineString } from '@turf/turf';
import { locationProblems } from './geography';
import type { Outlines } from './outlines';
import { excerpt, type Problem } from './problem';
import { anchor, nearestPassage } from './quotation';
import { CollectionSchema, FeatureSchema, shapeProblems, type FeatureFile } from './schema';
import type { Article, Citation, Location, PlaceGeometry, Project, Sector } from './types';

export interface CheckedProjects {
  /** Those without a problem. */
  readonly projects: readonly Project[];
  readonly problems: readonly Problem[];
}

/**
 * The projects of a parsed `projects.geojson`. Every problem is reported; a feature that has one
 * is left out, so that nothing unsound is ever shown.
 */
export function checkProjects(
  file: string,
  content: unknown,
  sectors: readonly Sector[],
  articles: readonly Article[],
  outlines: Outlines,
): CheckedProjects {
  const collection = v.safeParse(CollectionSchema, content);
  if (!collection.success)
    return { projects: [], problems: shapeProblems(collection.issues, { file }) };

  const problems: Problem[] = [];
  const projects: Project[] = [];
  const owners = new Map<string, number>();
  collection.output.features.forEach((value, index) => {
    const before = problems.length;
    const label = featureLabel(value, index);
    const report = (field: string, found: string, expected: string) =>
      problems.push({ file, feature: label, field, found, expected });

    const parsed = v.safeParse(FeatureSchema, value);
    if (!parsed.success) {
      problems.push(...shapeProblems(parsed.issues, { file, feature: label }));
      return;
    }
    const { id, properties, geometry } = parsed.output;
    const { name, aliases, kind, status = null, when = null } = properties;

    for (const [field, own] of [
      ['id', id],
      ...aliases.map((alias) => ['properties.aliases', alias] as const),
    ] as const) {
      const owner = owners.get(own);
      if (owner !== undefined)
        report(field, `“${own}”`, `an id that feature ${owner + 1} doesn't have`);
      else owners.set(own, index);
    }
    const sector = sectors.find((candidate) => candidate.id === properties.sector);
    if (sector === undefined)
      report(
        'properties.sector',
        `“${properties.sector}”`,
        `one of ${sectors.map((s) => s.id).join(', ')}`,
      );

    const location = locate(geometry, properties.place, report);
    const [first, ...others] = properties.citations.map((citation, number) =>
      cite(citation, articles, (field, found, expected) =>
        report(`properties.citations.${number}.${field}`, found, expected),
      ),
    );
    if (sector === undefined || first === undefined || first === null || problems.length > before)
      return;

    const project: Project = {
      id,
      aliases,
      name,
      kind,
      sector,
      status,
      when,
      location,
      citations: [first, ...others.filter((citation) => citation !== null)],
    };
    const astray = locationProblems(project, outlines, file);
    if (astray.length > 0) problems.push(...astray);
    else projects.push(project);
  });
  return { projects, problems };
}

type Report = (field: string, found: string, expected: string) => void;

function featureLabel(value: unknown, index: number): string {
  const id = v.safeParse(v.object({ id: v.string() }), value);
  return id.success ? id.output.id : `number ${index + 1}`;
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
  if (place.level === 'region' && place.id === undefined)
    report('properties.place.id', 'nothing', 'the ISO 3166-2 code of the region');
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
      return [middle(geometry.coordinates.reduce((a, b) => (b.length > a.length ? b : a)))];
  }
}

function middle(coordinates: Position[]): Position {
  const line = lineString(coordinates);
  return along(line, length(line) / 2).geometry.coordinates;
}

function cite(
  citation: FeatureFile['properties']['citations'][number],
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
      `“${citation.article}”`,
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
    case 'missing': {
      const nearest = nearestPassage(article.text, exact);
      const hint = nearest === null ? '' : `; the nearest is ${excerpt(nearest)}`;
      report('exact', excerpt(exact), `words that stand in ${article.id}${hint}`);
      return null;
    }
  }
}
