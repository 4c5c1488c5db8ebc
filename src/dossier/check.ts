import * as v from 'valibot';
import { excerpt, shortened, type Problem } from './problem.ts';
import { lookupsOf, type Lookups } from './lookups.ts';
import type { TextQuoteSelector } from './quotation.ts';
import {
  CitationSchema,
  FeatureSchema,
  Id,
  shapeProblems,
  sound,
  type FeatureFile,
} from './schema.ts';
import type { Article, Citation, Location, Sector, SourceProject } from './types.ts';

/** What `dossier.json` says of its projects' surroundings, as far as it is sound. */
export interface Surroundings {
  readonly sectors: readonly Sector[];
  readonly articles: readonly Article[];
  /** Whether these are all there are: else an unknown id isn't the fault of who uses it. */
  readonly areAllKnown: boolean;
}

/** Where a feature stands in its file; both count from 1. */
export interface FeatureAt {
  readonly file: string;
  readonly number: number;
  readonly line?: number;
}

export interface CheckedFeature {
  /** `null` where there is a problem, or where what it cites couldn't be read. */
  readonly project: SourceProject | null;
  /** Where it is, even of a feature that isn't sound otherwise. */
  readonly location: Location | null;
  readonly problems: readonly Problem[];
}

/**
 * The project of a feature. Every problem is reported, those of its shape beside those of its
 * content; a feature that has one gives no project, so that nothing unsound is ever shown. What
 * concerns other features (ids taken twice) and outlines (`geography.ts`) isn't judged here.
 */
export function checkFeature(
  at: FeatureAt,
  value: unknown,
  surroundings: Surroundings,
): CheckedFeature {
  const { areAllKnown } = surroundings;
  const around = lookupsOf(surroundings);
  const problems: Problem[] = [];
  const subject = subjectOf(at, value);
  const report = (field: string, found: string, expected: string) =>
    problems.push({ ...subject, field, found, expected });

  const whole = v.safeParse(FeatureSchema, value);
  if (!whole.success) problems.push(...shapeProblems(whole.issues, subject));
  // Looked at even where the shape isn't sound.
  const loose = whole.success ? null : sound(LooseFeature, value);
  const properties = whole.success ? whole.output.properties : loose?.properties;

  const sectorId = sound(v.string(), properties?.['sector']);
  const sector = around.sectors.get(sectorId ?? '');
  if (areAllKnown && sector === undefined && sound(Id, sectorId) !== undefined)
    report('properties.sector', `“${sectorId}”`, `one of ${listed(around.sectors)}`);

  const placed = whole.success ? whole.output : sound(PlacedSchema, value);
  const location =
    placed === undefined ? null : locate(placed.geometry, placed.properties.place, report);

  const citations = (sound(v.array(v.unknown()), properties?.['citations']) ?? [])
    .map((citation, number) => {
      const shaped = sound(CitationSchema, citation);
      return shaped === undefined
        ? null
        : cite(shaped, around, (field, found, expected) => {
            if (areAllKnown || field !== 'article')
              report(`properties.citations.${number}.${field}`, found, expected);
          });
    })
    .filter((citation) => citation !== null);

  const [first, ...others] = citations;
  if (!whole.success || problems.length > 0 || sector === undefined || first === undefined)
    return { project: null, location, problems };
  const {
    id,
    properties: { name, aliases, kind, status = null, when = null },
  } = whole.output;
  return {
    project: {
      id,
      aliases,
      name,
      kind,
      sector,
      status,
      when,
      location,
      citations: [first, ...others],
    },
    location,
    problems,
  };
}

/** The ids there are, a few of them where they are many. */
function listed(all: ReadonlyMap<string, unknown>): string {
  return shortened([...all.keys()].slice(0, 100).join(', '));
}

/** Whom problems of a feature name: its file, line, and id or else number. */
export function subjectOf({ file, number, line }: FeatureAt, value: unknown) {
  const feature = sound(v.object({ id: v.string() }), value)?.id ?? `number ${number}`;
  return { file, ...(line === undefined ? {} : { line }), feature };
}

const LooseFeature = v.object({ properties: v.looseObject({}) });

type Report = (field: string, found: string, expected: string) => void;

/** What concerns a feature's location. */
const PlacedSchema = v.object({
  geometry: FeatureSchema.entries.geometry,
  properties: v.object({ place: FeatureSchema.entries.properties.entries.place }),
});

/** A feature's id and those it had before, each with its field, as far as they are ids. */
export function idsOf(feature: unknown): [field: string, id: string][] {
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
  return { place, geometry };
}

function cite(
  citation: v.InferOutput<typeof CitationSchema>,
  around: Lookups,
  report: Report,
): Citation | null {
  if ('url' in citation) return citation;
  const { exact, translations } = citation;
  const article = around.articles.get(citation.article);
  if (article === undefined) {
    const ids = listed(around.articles);
    report(
      'article',
      excerpt(citation.article),
      `one of the articles: ${ids || 'none could be read'}`,
    );
    return null;
  }
  const anchoring = around.anchor(article, citation);
  switch (anchoring.outcome) {
    case 'found':
      return {
        exact,
        passage: { article, start: anchoring.start, end: anchoring.end },
        ...(translations && { translations }),
      };
    case 'ambiguous':
      report(
        'exact',
        `${excerpt(exact)} ${anchoring.occurrences} times in ${article.id}`,
        'a prefix or suffix that tells which',
      );
      return null;
    case 'missing':
      reportMissing(citation, article, around, report);
      return null;
  }
}

/** Says whether the words quoted or only those given around them don't stand in the article. */
function reportMissing(
  quotation: TextQuoteSelector,
  article: Article,
  around: Lookups,
  report: Report,
) {
  const { exact, prefix = '', suffix = '' } = quotation;
  const stands = (part: string) => article.text.includes(part);
  if (!stands(exact)) {
    const nearest = around.nearest(article, exact);
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
