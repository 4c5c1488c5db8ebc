/**
 * Schemas of the formats taken away, in our words: what their specifications say a file must have,
 * and what ours is to carry besides.
 */

import { Ajv, type SchemaObject } from 'ajv';

const position = {
  type: 'array',
  minItems: 2,
  items: [
    { type: 'number', minimum: -180, maximum: 180 },
    { type: 'number', minimum: -90, maximum: 90 },
  ],
  additionalItems: { type: 'number' },
};
const list = (items: object, minItems = 0) => ({ type: 'array', items, minItems });
const geometry = (type: string, coordinates: object) => ({
  type: 'object',
  required: ['type', 'coordinates'],
  properties: { type: { const: type }, coordinates },
});
const ring = list(position, 4);
const GEOMETRIES = [
  geometry('Point', position),
  geometry('MultiPoint', list(position)),
  geometry('LineString', list(position, 2)),
  geometry('MultiLineString', list(list(position, 2))),
  geometry('Polygon', list(ring)),
  geometry('MultiPolygon', list(list(ring))),
];

const text = { type: 'string', minLength: 1 };
const textOrNull = { type: ['string', 'null'] };
const address = { type: 'string', pattern: '^https?://' };
const level = { enum: ['site', 'settlement', 'water', 'region', 'country', 'border'] };

const citation = {
  type: 'object',
  required: ['exact', 'title', 'date', 'source', 'prefix', 'suffix'],
  properties: {
    exact: text,
    title: text,
    date: textOrNull,
    source: textOrNull,
    prefix: textOrNull,
    suffix: textOrNull,
  },
};

/** https://www.rfc-editor.org/rfc/rfc7946#section-3 */
export const GEOJSON: SchemaObject = {
  type: 'object',
  required: ['type', 'features', 'title', 'description', 'link', 'credits'],
  properties: {
    type: { const: 'FeatureCollection' },
    link: address,
    features: list({
      type: 'object',
      required: ['type', 'id', 'geometry', 'properties'],
      // Section 7.1: members of other types mustn't be here.
      not: { anyOf: [{ required: ['coordinates'] }, { required: ['features'] }] },
      properties: {
        type: { const: 'Feature' },
        id: text,
        geometry: { anyOf: [{ type: 'null' }, ...GEOMETRIES] },
        properties: {
          type: 'object',
          required: ['name', 'level', 'shape'],
          properties: {
            name: text,
            level: { anyOf: [level, { type: 'null' }] },
            citations: list(citation, 1),
            link: address,
          },
        },
      },
    }),
  },
};

const when = {
  type: 'object',
  required: ['timespans'],
  properties: {
    timespans: list(
      {
        type: 'object',
        required: ['start'],
        properties: {
          start: { $ref: '#/definitions/instant' },
          end: { $ref: '#/definitions/instant' },
        },
      },
      1,
    ),
  },
};

/** https://github.com/LinkedPasts/linked-places-format, v1.2.2 */
export const LINKED_PLACES: SchemaObject = {
  definitions: {
    instant: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'string',
        pattern: '^-?\\d{4}(-\\d{2}(-\\d{2})?)?[~?%]?$',
      },
      propertyNames: { enum: ['in', 'earliest', 'latest'] },
    },
    cited: list({ type: 'object', required: ['label'], properties: { label: text } }, 1),
  },
  type: 'object',
  required: ['type', '@context', 'features'],
  properties: {
    type: { const: 'FeatureCollection' },
    '@context': address,
    features: list({
      type: 'object',
      required: ['@id', 'type', 'properties', 'names', 'geometry'],
      properties: {
        '@id': address,
        type: { const: 'Feature' },
        properties: {
          type: 'object',
          required: ['title', 'level'],
          properties: {
            title: text,
            ccodes: list({ type: 'string', pattern: '^[A-Z]{2}$' }),
            level,
          },
        },
        when,
        names: {
          ...list({ type: 'object', required: ['toponym'], properties: { toponym: text } }, 1),
          // At least one must have a citation.
          contains: {
            required: ['citations'],
            properties: { citations: { $ref: '#/definitions/cited' } },
          },
        },
        geometry: {
          type: 'object',
          required: ['type', 'geometries'],
          properties: {
            type: { const: 'GeometryCollection' },
            geometries: list({
              anyOf: GEOMETRIES,
              properties: { certainty: { enum: ['certain', 'less-certain', 'uncertain'] } },
            }),
          },
        },
        links: list({
          type: 'object',
          required: ['type', 'identifier'],
          properties: {
            type: {
              enum: ['exactMatch', 'closeMatch', 'primaryTopicOf', 'subjectOf', 'seeAlso'],
            },
            identifier: address,
          },
        }),
        relations: list({
          type: 'object',
          required: ['relationType', 'relationTo'],
          properties: { relationTo: address, when },
        }),
        descriptions: list({
          type: 'object',
          required: ['value'],
          properties: { value: text },
        }),
      },
    }),
  },
};

const selector = {
  oneOf: [
    {
      type: 'object',
      required: ['type', 'exact'],
      properties: {
        type: { const: 'TextQuoteSelector' },
        exact: text,
        prefix: { type: 'string' },
        suffix: { type: 'string' },
      },
    },
    {
      type: 'object',
      required: ['type', 'start', 'end'],
      properties: {
        type: { const: 'TextPositionSelector' },
        start: { type: 'integer', minimum: 0 },
        end: { type: 'integer', minimum: 0 },
      },
    },
  ],
};
const resource = {
  anyOf: [address, { type: 'object', required: ['id'], properties: { id: address } }],
};
const oneOrMore = (schema: object) => ({ anyOf: [schema, list(schema, 1)] });
const specificResource = {
  type: 'object',
  required: ['type', 'source'],
  properties: {
    type: { const: 'SpecificResource' },
    source: resource,
    selector: oneOrMore(selector),
    purpose: text,
  },
};
const textualBody = {
  type: 'object',
  required: ['type', 'value'],
  properties: { type: { const: 'TextualBody' }, value: { type: 'string' }, purpose: text },
};

/** https://www.w3.org/TR/annotation-model/, sections 3 to 5 */
export const ANNOTATIONS: SchemaObject = {
  type: 'object',
  required: ['@context', 'id', 'type', 'label', 'total', 'first'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: address,
    type: { const: 'AnnotationCollection' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'startIndex', 'items'],
      properties: {
        id: address,
        type: { const: 'AnnotationPage' },
        partOf: resource,
        startIndex: { type: 'integer', minimum: 0 },
        items: list({
          type: 'object',
          required: ['id', 'type', 'target'],
          properties: {
            id: address,
            type: { const: 'Annotation' },
            motivation: { enum: ['identifying'] },
            body: oneOrMore({ anyOf: [specificResource, textualBody] }),
            target: oneOrMore({ ...specificResource, required: ['type', 'source', 'selector'] }),
          },
        }),
      },
    },
  },
};

const ajv = new Ajv({ strict: false });

/** What a schema finds wrong with a JSON text; empty where nothing is. */
export function faultsOf(schema: SchemaObject, json: string): string[] {
  const validate = ajv.compile(schema);
  validate(JSON.parse(json));
  return (validate.errors ?? []).map(
    ({ instancePath, message = 'is wrong' }) => `${instancePath} ${message}`,
  );
}
