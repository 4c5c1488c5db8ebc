import { MANIFEST_FORMAT } from '../../../src/dossier/manifest.ts';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDossier, readIndex } from '../../../src/dossier/open.ts';
import type { ReadBytes } from '../../../src/dossier/piece.ts';
import type { Problem } from '../../../src/dossier/problem.ts';
import type { Dossier } from '../../../src/dossier/types.ts';
import { ID, openPublished, projectsOf, published } from '../published.ts';

let read: ReadBytes;
beforeAll(async () => {
  read = await published();
});

const MANIFEST = `dossiers/${ID}/manifest.json`;
interface Pieces {
  index: [string, ...unknown[]];
  details: { pieces: [string, ...unknown[]][] };
  ids: [string, ...unknown[]][];
  articles: { text: [string, ...unknown[]]; passages: [string, ...unknown[]] }[];
}

async function manifest(): Promise<Pieces> {
  const parsed: Pieces = JSON.parse(new TextDecoder().decode(await read(MANIFEST)));
  return parsed;
}
const fileOf = ([name]: readonly [string, ...unknown[]]) => `dossiers/${ID}/${name}.bin`;

type Damage = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** Reads as `read` does, but for one file. */
function damaged(file: string, damage: Damage): ReadBytes {
  return async (path) => (path === file ? damage(await read(path)) : read(path));
}
const cutShort: Damage = (bytes) => bytes.slice(0, bytes.length / 2);
const flipped: Damage = (bytes) => bytes.map((byte, at) => (at === 30 ? byte ^ 0xff : byte));
const gone = (file: string): ReadBytes => {
  return async (path) => {
    if (path === file) throw new Error('no such file on the server (status 404)');
    return read(path);
  };
};
const page: Damage = () => new TextEncoder().encode('\n<!doctype html><title>Lost</title>');
/** Packed again with other words in it, as sound a file as the one before. */
const reworded =
  (from: string, to: string): Damage =>
  (bytes) =>
    new Uint8Array(gzipSync(gunzipSync(bytes).toString('utf8').replaceAll(from, to)));

async function opened(from: ReadBytes): Promise<{ dossier: Dossier; problems: Problem[] }> {
  const { dossier, problems } = await openDossier(ID, from);
  if (dossier === null) throw new Error(JSON.stringify(problems));
  const all = [...problems];
  dossier.details.onProblems = (found) => all.push(...found);
  return { dossier, problems: all };
}

describe('a dossier as it was published', () => {
  test('is opened whole, without a problem', async () => {
    const { dossier, problems } = await opened(read);
    const projects = await projectsOf(dossier);
    expect(projects).toHaveLength(39);
    expect(projects.map(({ row }) => row)).toEqual([...projects.keys()]);
    expect(problems).toEqual([]);
  });

  test('says of each project in its index what its details say', async () => {
    const dossier = await openPublished();
    for (const { row, sector, location } of await projectsOf(dossier)) {
      expect(dossier.sectors[dossier.index.sector[row] ?? -1]).toEqual(sector);
      const area = dossier.areas[(dossier.index.area[row] ?? 0) - 1];
      const isArea = ['region', 'country', 'water'].includes(location?.place.level ?? '');
      expect(area?.name.en).toBe(isArea ? location?.place.name.en : undefined);
    }
  });

  test('leads from every id to its project, and from others to none', async () => {
    const { details } = await openPublished();
    const row = await details.find('kostanay-cars');
    expect(typeof row === 'number' ? (await details.get(row))?.id : row).toBe('kostanay-cars');
    expect(await details.find('gone')).toBeNull();
    expect(await details.find('__proto__')).toBeNull();
    expect(await details.find('constructor')).toBeNull();
  });

  test('has the projects that cite each passage', async () => {
    const dossier = await openPublished();
    for (const { article, start, end, rows } of dossier.passages)
      for (const row of rows) {
        const project = await dossier.details.get(row);
        expect(project?.citations).toContainEqual(
          expect.objectContaining({
            exact: article.text.slice(start, end),
            passage: { article, start, end },
          }),
        );
      }
    expect(dossier.passages.length).toBeGreaterThan(39);
  });
});

describe('a dossier broken after it was published', () => {
  test.each([
    ['cut short', cutShort, /^\d+ bytes$/],
    ['with a flipped byte', flipped, /./],
  ])('tells of details %s, and keeps the rest', async (_, damage, found) => {
    const { details } = await manifest();
    const [piece = ['']] = details.pieces;
    const { dossier, problems } = await opened(damaged(fileOf(piece), damage));
    expect(dossier.index.size).toBe(39);
    expect(dossier.articles).toHaveLength(1);
    expect(await dossier.details.get(3)).toBeNull();
    expect(problems[0]?.file).toBe(fileOf(piece));
    expect(problems[0]?.found).toMatch(found);
  });

  test('tells of another file in a piece’s place, however sound', async () => {
    const [piece = ['']] = (await manifest()).details.pieces;
    const swap = damaged(fileOf(piece), reworded('Kostanay', 'Kustanai'));
    const { problems } = await opened(swap);
    expect(problems.map(({ file, expected }) => [file, expected])).toEqual([
      [fileOf(piece), expect.stringContaining('as it was published')],
    ]);
  });

  test('without its article has no quotation of it to show', async () => {
    const [article] = (await manifest()).articles;
    if (article === undefined) throw new Error('There is an article.');
    const { dossier, problems } = await opened(gone(fileOf(article.text)));
    expect(problems).toEqual([
      {
        file: fileOf(article.text),
        found: 'no such file on the server (status 404)',
        expected: 'a file that can be read',
        mishap: 'missing',
        article: '2022-12-24-allied-relations',
      },
    ]);
    expect(dossier.passages).toEqual([]);
    expect(await dossier.details.get(0)).toBeNull();
  });

  test('with another article’s text says which quotations don’t stand there', async () => {
    const pieces = await manifest();
    const [article] = pieces.articles;
    if (article === undefined) throw new Error('There is an article.');
    const file = fileOf(article.text);
    const text = gzipSync(
      gunzipSync(await read(file))
        .toString('utf8')
        .replace('cars in Kostanay', 'trucks in Kostanay'),
    );
    // Whoever changes the text and the manifest still can’t have it quoted.
    const crc = text.readUInt32LE(text.length - 8);
    const length = text.readUInt32LE(text.length - 4);
    const changed = JSON.stringify({
      ...pieces,
      articles: [{ ...article, text: [article.text[0], text.length, length, crc] }],
    });
    const { dossier, problems } = await opened(async (path) => {
      if (path === file) return new Uint8Array(text);
      return path === MANIFEST ? new TextEncoder().encode(changed) : read(path);
    });
    const row = await dossier.details.find('kostanay-cars');
    expect(typeof row === 'number' ? await dossier.details.get(row) : row).toBeNull();
    expect(problems).toMatchObject([
      {
        file: `dossiers/${ID}/projects.geojson`,
        line: expect.any(Number),
        feature: 'kostanay-cars',
        field: 'properties.citations.0.exact',
        expected: expect.stringContaining('trucks in Kostanay'),
      },
    ]);
  });

  test.each([
    ['doesn’t arrive', null, 'missing'],
    ['is a web page', page, 'page'],
    ['is cut short', cutShort, 'changed'],
  ] as const)('tells what befell a file that %s', async (_, damage, mishap) => {
    const { index } = await manifest();
    for (const file of [MANIFEST, fileOf(index)]) {
      const from = damage === null ? gone(file) : damaged(file, damage);
      const { dossier, problems } = await openDossier(ID, from);
      expect(dossier).toBeNull();
      expect(problems).toMatchObject([{ file, mishap }]);
    }
  });

  test.each([
    [MANIFEST_FORMAT + 1, 'newer'],
    [MANIFEST_FORMAT - 1, 'older'],
    ['another', undefined],
  ])('of the format %s tells nothing but that', async (format, mishap) => {
    const other: Damage = () => new TextEncoder().encode(JSON.stringify({ format, title: 7 }));
    const { problems } = await openDossier(ID, damaged(MANIFEST, other));
    expect(problems[0]).toMatchObject({ file: MANIFEST, field: 'format' });
    expect(problems[0]?.mishap).toBe(mishap);
    if (mishap !== undefined) expect(problems).toHaveLength(1);
  });

  test('without its index can’t be shown', async () => {
    const { index } = await manifest();
    const { dossier, problems } = await openDossier(ID, damaged(fileOf(index), cutShort));
    expect(dossier).toBeNull();
    expect(problems.map(({ file }) => file)).toEqual([fileOf(index)]);
  });

  test.each([
    ['cut short', cutShort, 'JSON'],
    ['of another kind', () => new TextEncoder().encode('{"format":0}'), `“${MANIFEST_FORMAT}”`],
  ])('with a manifest %s says so', async (_, damage, expected) => {
    const { dossier, problems } = await openDossier(ID, damaged(MANIFEST, damage));
    expect(dossier).toBeNull();
    expect(problems[0]).toMatchObject({ file: MANIFEST });
    expect(problems.map((problem) => problem.expected).join()).toContain(
      expected.replace(/[“”]/g, ''),
    );
  });

  test('finds an id again once the file that leads to it arrives', async () => {
    const [bucket = ['']] = (await manifest()).ids;
    let isThere = false;
    const { dossier, problems } = await opened(async (path) => {
      if (path === fileOf(bucket) && !isThere) throw new Error('no answer from the server');
      return read(path);
    });
    expect(await dossier.details.find('kostanay-cars')).toBe('unsound');
    expect(problems).toMatchObject([{ found: 'no answer from the server' }]);
    isThere = true;
    expect(await dossier.details.find('kostanay-cars')).toEqual(expect.any(Number));
  });

  test('tells each problem once, however often it is come upon', async () => {
    const [piece = ['']] = (await manifest()).details.pieces;
    const { dossier, problems } = await opened(gone(fileOf(piece)));
    await Promise.all([1, 2, 3].map((row) => dossier.details.get(row)));
    await dossier.details.get(1);
    expect(problems).toHaveLength(1);
  });
});

test('the list of dossiers is told to be broken where it is', async () => {
  const broken = await readIndex(damaged('dossiers/index.json', cutShort));
  expect(broken.ids).toEqual([]);
  expect(broken.problems).toMatchObject([{ file: 'dossiers/index.json', expected: 'JSON' }]);
});
