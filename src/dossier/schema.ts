import * as v from 'valibot';
import { LANGUAGES } from './localized.ts';
import { excerpt, type Problem } from './problem.ts';
import { isDay, timeSpan } from './when.ts';
import { KINDS, LEVELS, STATUSES } from './types.ts';

/**
 * The shapes of a dossier's files. What concerns several values together (a quotation and its
 * article, a point and its region) is judged in `check.ts` and `geography.ts`.
 */

export const Text = v.pipe(v.string(), v.trim(), v.nonEmpty('a text that is not empty'));
export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and hyphens'),
);
export const CalendarDate = v.pipe(
  v.string(),
  v.check(isDay, 'a day of the calendar, as in 2022-12-24'),
);
export const WebAddress = v.pipe(
  v.string(),
  v.check(
    (text) => /^https?:\/\//.test(text) && URL.canParse(text),
    'a web address that begins with https:// or http://',
  ),
);

export const LocalizedTextSchema = v.strictObject({
  en: Text,
  uz: v.exactOptional(Text),
  kk: v.exactOptional(Text),
  ru: v.exactOptional(Text),
});

export const Longitude = v.pipe(
  v.number(),
  v.minValue(-180, inDegrees('a longitude of at least -180')),
  v.maxValue(180, inDegrees('a longitude of at most 180')),
);
export const Latitude = v.pipe(
  v.number(),
  v.minValue(-90, inDegrees('a latitude of at least -90')),
  v.maxValue(90, inDegrees('a latitude of at most 90')),
);

/** No angle is greater: such a coordinate is of a projection. */
const TURN = 360;

function inDegrees(expected: string) {
  return ({ input }: { readonly input: number }) =>
    Math.abs(input) > TURN ? `${expected}: degrees (WGS 84), not metres` : expected;
}

export const IndexSchema = v.strictObject({
  dossiers: v.pipe(v.array(Id), v.nonEmpty('at least one dossier')),
});

export const SectorSchema = v.strictObject({
  id: Id,
  name: LocalizedTextSchema,
  color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'a colour as in #b45309')),
  icon: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'the name of a Maki icon')),
});

const BoundsSchema = v.pipe(
  v.strictTuple([Longitude, Latitude, Longitude, Latitude]),
  v.check(([, south, , north]) => south < north, 'south below north: west, south, east, north'),
);

export const DossierSchema = v.strictObject({
  title: LocalizedTextSchema,
  unreviewed: v.optional(v.array(v.picklist(LANGUAGES)), []),
  view: v.strictObject({ bounds: BoundsSchema }),
  publisher: v.optional(Text),
  revised: v.optional(CalendarDate),
  contact: v.optional(Text),
  sectors: v.pipe(v.array(SectorSchema), v.nonEmpty('at least one sector')),
  articles: v.array(Id),
});

/** All there is, for a dossier that doesn't say where it opens. */
const WORLD = { bounds: [-180, -60, 180, 75] } satisfies {
  bounds: v.InferOutput<typeof BoundsSchema>;
};

/** A list's items that have the shape given; those that haven't are left out. */
const soundItems = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((items) =>
        items.map((item) => sound(schema, item)).filter((item) => item !== undefined),
      ),
    ),
    [],
  );

/**
 * What of a broken `dossier.json` can be shown all the same: each field that is sound, and each
 * sector and article that is.
 */
export const SalvagedDossierSchema = v.object({
  title: v.fallback(v.nullable(LocalizedTextSchema), null),
  unreviewed: v.fallback(DossierSchema.entries.unreviewed, []),
  view: v.fallback(DossierSchema.entries.view, WORLD),
  publisher: v.fallback(DossierSchema.entries.publisher, undefined),
  revised: v.fallback(DossierSchema.entries.revised, undefined),
  contact: v.fallback(DossierSchema.entries.contact, undefined),
  sectors: soundItems(SectorSchema),
  articles: soundItems(Id),
});

const PositionSchema = v.tupleWithRest([Longitude, Latitude], v.number());

const LineStringSchema = v.object({
  type: v.literal('LineString'),
  coordinates: v.pipe(v.array(PositionSchema), v.minLength(2, 'at least two positions')),
});
const MultiLineStringSchema = v.object({
  type: v.literal('MultiLineString'),
  coordinates: v.pipe(
    v.array(v.pipe(v.array(PositionSchema), v.minLength(2, 'at least two positions'))),
    v.nonEmpty('at least one line'),
  ),
});
export const LineSchema = v.variant('type', [LineStringSchema, MultiLineStringSchema]);

const GeometrySchema = v.variant(
  'type',
  [
    v.object({ type: v.literal('Point'), coordinates: PositionSchema }),
    v.object({
      type: v.literal('MultiPoint'),
      coordinates: v.pipe(v.array(PositionSchema), v.nonEmpty('at least one position')),
    }),
    LineStringSchema,
    MultiLineStringSchema,
  ],
  'a Point, MultiPoint, LineString, MultiLineString or null',
);

export const PlaceSchema = v.strictObject({
  id: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(
        /^(Q[1-9]\d*|[A-Z]{2}-[A-Z0-9]{1,3})$/,
        'a Wikidata id (Q269) or an ISO 3166-2 code (UZ-SA)',
      ),
    ),
  ),
  name: LocalizedTextSchema,
  level: v.picklist(LEVELS),
  countries: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two letters'))),
    [],
  ),
  spellings: v.exactOptional(v.array(Text)),
});

const Exact = v.pipe(
  v.string(),
  v.check((words) => words.trim() !== '', 'the words quoted, not an empty text'),
);

const Translations = v.strictObject({
  en: v.exactOptional(Text),
  uz: v.exactOptional(Text),
  kk: v.exactOptional(Text),
  ru: v.exactOptional(Text),
});

export const CitationSchema = v.union(
  [
    v.strictObject({
      article: v.string(),
      exact: Exact,
      translations: v.exactOptional(Translations),
      prefix: v.optional(v.string()),
      suffix: v.optional(v.string()),
    }),
    v.strictObject({
      title: Text,
      url: WebAddress,
      exact: Exact,
      translations: v.exactOptional(Translations),
    }),
  ],
  '{ article, exact } with prefix and suffix where needed, or { title, url, exact }',
);

const NO_SOURCE = 'at least one citation: nothing without a source';

export const FeatureSchema = v.looseObject({
  type: v.literal('Feature'),
  id: Id,
  geometry: v.nullable(GeometrySchema),
  properties: v.strictObject({
    name: LocalizedTextSchema,
    aliases: v.optional(v.array(Id), []),
    kind: v.picklist(KINDS),
    sector: Id,
    status: v.optional(v.picklist(STATUSES)),
    when: v.optional(
      v.pipe(
        v.string(),
        v.check((when) => {
          const span = timeSpan(when);
          return span !== null && span.start <= span.end;
        }, 'an EDTF date or interval, as in 2022-10 or 2022-10/2022-12'),
      ),
    ),
    place: v.optional(PlaceSchema),
    citations: v.optional(v.pipe(v.array(CitationSchema, NO_SOURCE), v.nonEmpty(NO_SOURCE)), []),
  }),
});
export type FeatureFile = v.InferOutput<typeof FeatureSchema>;

export const ReadingSchema = v.strictObject({
  sentences: v.array(
    v.union(
      [
        v.strictObject({
          text: Text,
          features: v.pipe(v.array(v.string()), v.nonEmpty('at least one feature')),
        }),
        v.strictObject({ text: Text, reason: Text }),
      ],
      '{ text, features } or { text, reason }',
    ),
  ),
});

/** A part of a file where it has the shape given, else `undefined`. */
export function sound<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
}

type Issues = readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]];

/** What valibot found, as problems: our own wording of what was expected, else valibot's. */
export function shapeProblems(issues: Issues, at: { file: string; feature?: string }): Problem[] {
  return issues.map((issue) => {
    const field = v.getDotPath(issue);
    return {
      ...at,
      ...(field === null ? {} : { field }),
      found: issue.input === undefined ? 'nothing' : excerpt(issue.input),
      expected: expectation(issue) + swapHint(issue),
    };
  });
}

/** Bounds have more numbers. */
const PositionLike = v.pipe(v.array(v.number()), v.maxLength(3));

/** A guess at why a latitude is out of range, where the longitude beside it would be none. */
function swapHint({ type, input, path }: v.BaseIssue<unknown>): string {
  const last = path?.at(-1);
  if (last?.key !== 1 || !/^(min|max)_value$/.test(type)) return '';
  const [lng] = sound(PositionLike, last.input) ?? [];
  const isLikely = lng !== undefined && Math.abs(lng) <= 90 && Math.abs(Number(input)) <= 180;
  return isLikely ? '; longitude comes first: swapped?' : '';
}

function expectation({ message, expected, path }: v.BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ')) return message;
  const key = path?.at(-1)?.key;
  if (expected === `"${String(key)}"`) return `a value, as “${String(key)}” is required`;
  switch (expected) {
    case null:
      return 'another value';
    case 'never':
      return 'no field of this name';
    case 'Object':
      return 'an object: { … }';
    case 'Array':
      return 'a list: [ … ]';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    default:
      // A choice, which valibot writes as `("a" | "b")`, or a single value, `"a"`.
      return expected
        .replace(/^\((.*)\)$/, 'one of $1')
        .replaceAll(' | ', ', ')
        .replaceAll(/"([^"]*)"/g, '“$1”');
  }
}
