import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionStream } from '../../../geodata/compile/collectionStream.ts';
import { blank, chunkSizes, featureValue, FILE, gather, linesIn } from './streams.ts';

const read = (content: string | Uint8Array, sizes?: readonly number[]) =>
  gather(collectionStream, content, sizes);

const NO_CRS = 'no “crs”: RFC 7946 knows only WGS 84 longitude and latitude';
const begun = '{"type":"FeatureCollection","features":[\n{"a":1},\n{"a":2}';

describe('the features of a collection', () => {
  it('come back equal, with their lines, however they are spaced and cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(featureValue, fc.constantFrom(0, 2), blank, blank)),
        fc.dictionary(
          fc.string().filter((key) => !['type', 'features', 'crs'].includes(key)),
          fc.jsonValue({ maxDepth: 5 }),
        ),
        fc.boolean(),
        chunkSizes,
        async (parts, others, isTypeLast, sizes) => {
          const type = '"type":"FeatureCollection"';
          const members = Object.entries(others)
            .map(([key, value]) => `${JSON.stringify(key)}:\n${JSON.stringify(value)},`)
            .join('');
          let text = `{${members}${isTypeLast ? '' : `${type},`}"features":[`;
          const lines: number[] = [];
          parts.forEach(([value, indent, before, after], index) => {
            text += (index === 0 ? '' : ',') + before;
            lines.push(linesIn(text));
            text += JSON.stringify(value, null, indent) + after;
          });
          text += `]${isTypeLast ? `,${type}` : ''}}\n`;

          const { features, problems } = await read(text, sizes);
          expect(problems).toEqual([]);
          const values = parts.map(([value]): unknown => JSON.parse(JSON.stringify(value)));
          expect(features.map(({ value }) => value)).toEqual(values);
          expect(features.map(({ line }) => line)).toEqual(lines);
          expect(features.map(({ number }) => number)).toEqual(values.map((_, index) => index + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are none of a collection of none', async () => {
    const { features, problems } = await read('{"type":"FeatureCollection","features":[]}');
    expect([features, problems]).toEqual([[], []]);
  });

  it('may follow a byte order mark', async () => {
    const { features, problems } = await read(`\uFEFF${begun}]}`, [1]);
    expect(problems).toEqual([]);
    expect(features.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('a collection that is broken', () => {
  it.each<[string, string, object]>([
    ['a feature', '{"type":"Feature"}', { field: 'type', found: '“Feature”' }],
    ['nothing', '', { found: 'nothing', expected: 'JSON' }],
    ['blank', ' \n\n', { found: 'nothing', expected: 'JSON' }],
    ['true', 'true', { found: 'true', expected: 'an object: { … }' }],
    ['empty', '{}', { field: 'type', expected: 'a value, as “type” is required' }],
    ['with a crs before', `{"crs":null,${begun.slice(1)}]}`, { field: 'crs', expected: NO_CRS }],
    ['with a crs after', `${begun}],"crs":{"a":[1]}}`, { found: '{"a":[1]}', expected: NO_CRS }],
    [
      'with features that are an object',
      '{"type":"FeatureCollection","features":{"a":{"type":"Feature"}}}',
      { field: 'features', found: '{ … }', expected: 'a list: [ … ]' },
    ],
    [
      'with features twice',
      `${begun}],"features":[]}`,
      { field: 'features', found: 'two of them', expected: 'one list: [ … ]' },
    ],
    [
      'with a type that is a list',
      '{"type":["FeatureCollection"],"features":[]}',
      { field: 'type', found: '["FeatureCollection"]', expected: '“FeatureCollection”' },
    ],
  ])('as a whole is not to be shown: %s', async (_, content, problem) => {
    const { problems, isSpoilt } = await read(content);
    expect(problems[0]).toMatchObject({ file: FILE, ...problem });
    expect(isSpoilt).toBe(true);
  });

  it('by being lines of features is told where those belong', async () => {
    const lines = '{"type":"Feature","id":"a"}\n{"type":"Feature","id":"b"}\n';
    expect((await read(lines)).problems).toEqual([
      {
        file: FILE,
        field: 'type',
        found: '“Feature”',
        expected: '“FeatureCollection”; features a line each belong in projects.geojsonl',
      },
    ]);
  });

  it.each([
    ['cut short within a feature', `${begun},\n{"b":`, 4, 'the end of the file after 2 features'],
    ['cut short between features', `${begun},\n`, 3, 'the end of the file after 2 features'],
    ['with a comma too many', `${begun},\n]}`, 4, '2 features (Unexpected RIGHT_BRACKET ("]"))'],
    ['with a letter too many', `${begun},\n\n x {}]}`, 5, '2 features (Unexpected "x")'],
    ['with another after it', `${begun}]}\n{}`, 4, '2 features (Unexpected "{")'],
  ])('%s is told with its line, and what stands before is kept', async (_, text, line, found) => {
    const { features, problems, isSpoilt } = await read(text);
    expect(features.map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(problems).toMatchObject([{ file: FILE, line, found }]);
    expect(isSpoilt).toBe(false);
  });

  it('by bytes that are no UTF-8 is told with their line', async () => {
    const bytes = new TextEncoder().encode(`${begun},\n{"name":"?"}]}`);
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xff;
    const { features, problems } = await read(bytes);
    expect(features).toHaveLength(2);
    expect(problems).toEqual([
      { file: FILE, line: 4, found: 'bytes that are no text', expected: 'JSON in UTF-8' },
    ]);
  });

  it('by deep nesting beside its features doesn’t keep anyone waiting', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const { problems } = await read(`{"deep":${deep}}`);
    expect(problems).toMatchObject([{ found: 'something nested very deeply' }]);
  });

  it('never throws, whatever its bytes, and gives features or says why not', async () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            ...Array.from('{}[],:"\\ \n'),
            '"type"',
            '"features"',
            'null',
            '1',
            '\uFEFF',
            begun,
          ),
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          garbage.map((text) => new TextEncoder().encode(text)),
          fc.uint8Array(),
        ),
        chunkSizes,
        async (bytes, sizes) => {
          const { features, problems } = await read(bytes, sizes);
          expect(features.length + problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
