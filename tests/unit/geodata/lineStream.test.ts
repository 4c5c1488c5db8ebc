import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineStream } from '../../../geodata/compile/lineStream.ts';
import type { FeatureItem } from '../../../src/dossier/source.ts';
import { chunkSizes, featureValue, FILE, gather } from './streams.ts';

const read = (content: string | Uint8Array, sizes?: readonly number[]) =>
  gather(lineStream, content, sizes);

const COLLECTION = 'a feature; a FeatureCollection belongs in projects.geojson';

describe('the features of lines', () => {
  it('come back equal, with their lines, however the lines end and are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(featureValue, fc.constantFrom('\n', '\r\n', '\n\n', ' \n \t\n'))),
        fc.constantFrom('', '\uFEFF', '\n', '\r\n\n'),
        fc.boolean(),
        chunkSizes,
        async (parts, before, isEnded, sizes) => {
          let text = before;
          const lines: number[] = [];
          parts.forEach(([value, end], index) => {
            lines.push(text.split('\n').length);
            text += JSON.stringify(value) + (isEnded || index + 1 < parts.length ? end : '');
          });
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

  it('may be a text sequence, each record over any number of lines', async () => {
    const { features, problems } = await read('\x1E{"a":1}\n\x1E{\n"a":\n2}\n\x1E{"a":3}\n', [5]);
    expect(problems).toEqual([]);
    expect(features.map(({ value, line }) => [value, line])).toEqual([
      [{ a: 1 }, 1],
      [{ a: 2 }, 2],
      [{ a: 3 }, 5],
    ]);
  });

  it('are read on after a bad line, which is told with its number', async () => {
    const { features, problems, isSpoilt } = await read('{"a":1}\n{"a":\n\n{"a":3}\nx\n{"a":5}\n');
    expect(features.map(({ value, line, number }) => [value, line, number])).toEqual([
      [{ a: 1 }, 1, 1],
      [{ a: 3 }, 4, 3],
      [{ a: 5 }, 6, 5],
    ]);
    expect(problems).toMatchObject([
      { file: FILE, line: 2, found: expect.stringMatching(/^“{"a":” \(.*\)$/) },
      { file: FILE, line: 5, expected: 'a feature as JSON' },
    ]);
    expect(isSpoilt).toBe(false);
  });

  it('are read on after bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode('{"a":1}\n{"a":"?"}\n{"a":3}');
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xc0;
    const { features, problems } = await read(bytes);
    expect(features.map(({ line }) => line)).toEqual([1, 3]);
    expect(problems).toEqual([
      {
        file: FILE,
        line: 2,
        found: 'bytes that are no text',
        expected: 'a feature as JSON in UTF-8',
      },
    ]);
  });

  it('are read on after a line of 100 MB, which isn’t held', async () => {
    setFlagsFromString('--expose_gc');
    const collect: () => void = runInNewContext('gc');
    const held = () => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const before = held();
    let most = 0;
    async function* chunks() {
      const encode = (text: string) => new TextEncoder().encode(text);
      yield encode('{"a":1}\n{"a":"');
      for (let chunk = 0; chunk < 100; chunk++) {
        yield new Uint8Array(2 ** 20).fill(97);
        if (chunk % 10 === 9) most = Math.max(most, held() - before);
      }
      yield encode('"}\n{"a":3}');
    }
    const items: FeatureItem[] = [];
    for await (const item of lineStream(FILE, chunks())) items.push(item);
    expect(items).toEqual([
      { file: FILE, number: 1, line: 1, value: { a: 1 } },
      {
        problem: {
          file: FILE,
          line: 2,
          found: 'a line of 100 MB',
          expected: 'a feature in at most 16 MB',
        },
        spoilsAll: false,
      },
      { file: FILE, number: 3, line: 3, value: { a: 3 } },
    ]);
    expect(most).toBeGreaterThan(5 * 2 ** 20);
    expect(most).toBeLessThan(24 * 2 ** 20);
  });
});

describe('a collection in place of lines', () => {
  it.each([
    ['in one line', '{"type":"FeatureCollection","features":[]}\n', 'a FeatureCollection'],
    ['over lines', '{\n "type": "FeatureCollection",\n "features": []\n}\n', undefined],
    ['begun in one line', '{"type": "FeatureCollection", "features": [\n{}\n]}\n', undefined],
    ['as a list', '[\n{},\n{}\n]\n', undefined],
  ])('is told where it belongs, once: %s', async (_, content, found) => {
    const { features, problems } = await read(content);
    expect(features).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 1, expected: COLLECTION, ...(found && { found }) });
  });

  it('is told where it is far too long to be a feature', async () => {
    async function* chunks() {
      yield new TextEncoder().encode('{"type":"FeatureCollection","features":[');
      for (let chunk = 0; chunk < 20; chunk++) yield new Uint8Array(2 ** 20).fill(32);
    }
    const items: FeatureItem[] = [];
    for await (const item of lineStream(FILE, chunks())) items.push(item);
    expect(items).toMatchObject([{ problem: { line: 1, expected: COLLECTION } }]);
  });
});

describe('lines', () => {
  it('never throw, whatever their bytes, and give features or problems for what isn’t blank', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc
            .array(
              fc.constantFrom(
                ...Array.from('{}[],:"\\ \n\r\x1E'),
                '"type"',
                'null',
                '1',
                '\uFEFF',
                '{}\n',
              ),
            )
            .map((parts) => new TextEncoder().encode(parts.join(''))),
        ),
        chunkSizes,
        async (bytes, sizes) => {
          const { features, problems } = await read(bytes, sizes);
          const text = new TextDecoder().decode(bytes);
          const isSequence = bytes[0] === 0x1e;
          const isBlank = (isSequence ? text.replaceAll('\x1E', '') : text).trim() === '';
          expect(features.length + problems.length > 0).toBe(!isBlank);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
