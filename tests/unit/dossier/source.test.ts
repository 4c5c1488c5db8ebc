import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingProblems } from '../../../src/dossier/reading.ts';
import { ReadingSchema, sound } from '../../../src/dossier/schema.ts';
import { readSourceIndex } from '../../../src/dossier/source.ts';
import {
  ARTICLE,
  citingOf,
  DOSSIER,
  INDEX,
  lineOf,
  openFiles,
  openFixture,
  PROJECTS,
  readFrom,
  rewrite,
  soundFiles,
  write,
  type Files,
  type Json,
} from './fixture.ts';

/** What a careless or hostile author may put where something else should stand. */
const trouble: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, '', ' ', 0, -1, 1e300, true, [], {}, [[]], [null], '__proto__'),
  fc.constantFrom<Json>('<script>alert(1)</script>', 'Point', 'border', 'region', 'UZ-SA', 'Q265'),
  fc.constantFrom<Json>(
    [200, 100],
    [0, 0],
    [65, 40],
    [[65, 40]],
    [
      [60, 45],
      [60, 45],
    ],
    '2022/..',
  ),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.json().map((text) => {
    const json: Json = JSON.parse(text);
    return json;
  }),
);

/** Where something stands in JSON: a number for each level, whatever its keys. */
const paths = fc.array(fc.nat(20), { maxLength: 8 });

/** JSON with something else at a path, or nothing. */
function troubled(json: Json, [first, ...rest]: readonly number[], value: Json | undefined): Json {
  if (first === undefined || json === null || typeof json !== 'object') return value ?? null;
  const isLast = rest.length === 0;
  if (Array.isArray(json)) {
    if (json.length === 0) return value ?? null;
    const at = first % json.length;
    return json.flatMap((item, index) => {
      if (index !== at) return [item];
      if (!isLast) return [troubled(item, rest, value)];
      return value === undefined ? [] : [value];
    });
  }
  const entries = Object.entries(json);
  if (entries.length === 0) return value ?? null;
  const at = first % entries.length;
  return Object.fromEntries(
    entries.flatMap(([key, item], index): [string, Json][] => {
      if (index !== at) return [[key, item]];
      if (!isLast) return [[key, troubled(item, rest, value)]];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

const mutatedJson = (file: string) =>
  fc
    .array(fc.tuple(paths, fc.option(trouble, { nil: undefined })), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const json: Json = JSON.parse(soundFiles().get(file) ?? '');
      return JSON.stringify(
        changes.reduce((old, [path, value]) => troubled(old, path, value), json),
      );
    });

/** A text with a piece of it exchanged for another. */
const mutatedText = (file: string) => {
  const text = soundFiles().get(file) ?? '';
  return fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary' }))
    .map(([start, length, piece]) => text.slice(0, start) + piece + text.slice(start + length));
};

const contentOf = (file: string) =>
  fc.oneof(
    { weight: 4, arbitrary: file === ARTICLE ? mutatedText(file) : mutatedJson(file) },
    { weight: 2, arbitrary: mutatedText(file) },
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'null', '[]', '{}', '<!doctype html>', '\uFEFF{}'),
  );

const brokenFiles: fc.Arbitrary<Files> = fc
  .record({
    index: fc.option(contentOf(INDEX)),
    dossier: fc.option(contentOf(DOSSIER), { freq: 2 }),
    projects: fc.option(contentOf(PROJECTS), { freq: 9 }),
    article: fc.option(contentOf(ARTICLE), { freq: 2 }),
    missing: fc.subarray([INDEX, DOSSIER, PROJECTS, ARTICLE], { maxLength: 1 }),
  })
  .map(({ index, dossier, projects, article, missing }) => {
    const files = soundFiles();
    if (index !== null) files.set(INDEX, index);
    if (dossier !== null) files.set(DOSSIER, dossier);
    if (projects !== null) files.set(PROJECTS, projects);
    if (article !== null) files.set(ARTICLE, article);
    for (const file of missing.slice(0, index === null ? 0 : 1)) files.delete(file);
    return files;
  });

const isWorded = (text: string) => text.trim() !== '' && !/\b(undefined|NaN|never)\b/.test(text);

describe('checking a dossier', () => {
  it('never throws for what stands in its files, and tells why it isn’t there', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFiles, async (files) => {
        const index = await readSourceIndex(readFrom(files));
        const opened = await openFiles(files);
        expect(index.ids.length > 0 || index.problems.length > 0).toBe(true);
        expect(opened.dossier !== null || opened.problems.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells each problem in words, with its file', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedJson(PROJECTS), mutatedJson(DOSSIER), async (projects, dossier) => {
        const files = soundFiles().set(PROJECTS, projects).set(DOSSIER, dossier);
        const { problems } = await openFiles(files);
        for (const { file, found, expected } of problems) {
          expect(file).toMatch(/^dossiers\/two-countries\/./);
          expect(found).not.toBe('');
          expect(expected).toSatisfy(isWorded);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows no project without a source, a sector and words that stand where they are cited', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedJson(PROJECTS), async (projects) => {
        const { dossier } = await openFixture(write(PROJECTS, projects));
        for (const project of dossier?.projects ?? []) {
          expect(dossier?.sectors).toContain(project.sector);
          expect(project.citations.length).toBeGreaterThan(0);
          for (const citation of project.citations) {
            expect(citation.exact.trim()).not.toBe('');
            if (!('passage' in citation)) continue;
            const { article, start, end } = citation.passage;
            expect(article.text.slice(start, end)).toBe(citation.exact);
          }
        }
        const ids = dossier?.projects.map(({ id }) => id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out a project only with a problem that says why', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedJson(PROJECTS), async (projects) => {
        const { dossier, problems } = await openFixture(write(PROJECTS, projects));
        const content: Json = JSON.parse(projects);
        const features =
          content !== null && typeof content === 'object' && !Array.isArray(content)
            ? content['features']
            : [];
        const count = Array.isArray(features) ? features.length : 0;
        expect(problems.length > 0 || dossier?.projects.length === count).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('bears lists nested deeper than they can be written out', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { problems } = await openFixture(rewrite(PROJECTS, '"car-factory"', deep));
    expect(problems).toEqual([
      {
        file: PROJECTS,
        line: lineOf('car-factory'),
        feature: 'number 2',
        field: 'id',
        found: 'something nested very deeply',
        expected: 'a text',
      },
    ]);
  });

  it('keeps any name, title and quotation from elsewhere as it is', async () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, title, exact) => {
        const json: Json = JSON.parse(soundFiles().get(PROJECTS) ?? '');
        const words = JSON.stringify(json)
          .replace('"City fair"', () => JSON.stringify(name))
          .replace('"The Fair"', () => JSON.stringify(title))
          .replace('"the fair in Newtown"', () => JSON.stringify(exact));
        const { dossier, problems } = await openFixture(write(PROJECTS, words));
        expect(problems).toEqual([]);
        expect(dossier?.projects.find(({ id }) => id === 'city-fair')).toMatchObject({
          name: { en: name.trim() },
          citations: [{ title: title.trim(), exact }],
        });
      }),
      // A parser may take U+FEFF for a byte order mark, wherever it stands.
      {
        numRuns: 300,
        examples: [
          ['a', 'b', '\uFEFFc'],
          ['a', 'b', 'c\uFEFFé\uFEFF'],
        ],
      },
    );
  });
});

describe('judging a reading', () => {
  it('never throws, whatever its sentences', async () => {
    const { dossier, checked } = await openFixture();
    const [article] = dossier?.articles ?? [];
    if (article === undefined) throw new Error('The fixture is broken.');
    const citing = citingOf(checked, article);
    const sentence = fc.record({
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .nat(article.text.length)
          .chain((start) => fc.nat(80).map((length) => article.text.slice(start, start + length))),
      ),
      features: fc.array(fc.constantFrom('power-plant', 'salt-lake', 'x')),
    });
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        const problems = readingProblems('file', { sentences }, article, citing);
        const read = sentences.map(({ text }) => text).join('');
        expect(problems.length > 0 || read.length >= article.text.length - 6).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes sentences with features or a reason, and no others', () => {
    const isSound = (sentence: Json) =>
      sound(ReadingSchema, { sentences: [sentence] }) !== undefined;
    expect(isSound({ text: 'A.', features: ['a'] })).toBe(true);
    expect(isSound({ text: 'A.', reason: 'greeting' })).toBe(true);
    expect(isSound({ text: 'A.', features: [] })).toBe(false);
    expect(isSound({ text: 'A.', reason: ' ' })).toBe(false);
    expect(isSound({ text: '', reason: 'greeting' })).toBe(false);
    expect(isSound({ text: 'A.' })).toBe(false);
    expect(isSound({ text: 'A.', features: ['a'], reason: 'greeting' })).toBe(false);
    expect(isSound(null)).toBe(false);
  });
});
