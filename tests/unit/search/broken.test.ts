import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { gzipTrailer, ManifestSchema, type ManifestFile } from '../../../src/dossier/manifest.ts';
import { openDossier } from '../../../src/dossier/open.ts';
import type { ReadBytes } from '../../../src/dossier/piece.ts';
import type { Problem } from '../../../src/dossier/problem.ts';
import type { Search } from '../../../src/dossier/search.ts';
import { ID, published } from '../published.ts';

let read: ReadBytes;
let directory: string;
let shard: string;
const fileOf = (name: string) => `dossiers/${ID}/${name}.bin`;
const MANIFEST = `dossiers/${ID}/manifest.json`;

async function manifestFile(): Promise<ManifestFile> {
  const content: ManifestFile = JSON.parse(new TextDecoder().decode(await read(MANIFEST)));
  v.parse(ManifestSchema, content);
  return content;
}

beforeAll(async () => {
  read = await published();
  const [name] = (await manifestFile()).search;
  directory = fileOf(name);
  const content: { shards: [string, [string]][] } = JSON.parse(
    gunzipSync(await read(directory)).toString(),
  );
  shard = fileOf(content.shards[0]?.[1][0] ?? '');
});

async function searchOf(from: ReadBytes): Promise<{ search: Search; problems: Problem[] }> {
  const { dossier } = await openDossier(ID, from);
  if (dossier === null) throw new Error('The dossier can’t be opened.');
  const problems: Problem[] = [];
  dossier.search.onProblems = (found) => problems.push(...found);
  return { search: dossier.search, problems };
}

const DAMAGES: [string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>][] = [
  ['cut short', (bytes) => bytes.slice(0, bytes.length / 2)],
  ['with a flipped byte', (bytes) => bytes.map((byte, at) => (at === 30 ? byte ^ 0xff : byte))],
  ['of another kind', () => new Uint8Array(gzipSync('{}'))],
  ['that is empty', () => new Uint8Array()],
];

describe('a search index broken after it was published', () => {
  test.each(DAMAGES)('tells of a directory %s, once', async (_, damage) => {
    const { search, problems } = await searchOf(async (path) =>
      path === directory ? damage(await read(path)) : read(path),
    );
    expect(await search.find('kostanay')).toBeNull();
    expect(await search.find('tashkent')).toBeNull();
    expect(problems).toMatchObject([{ file: directory }]);
  });

  test.each(DAMAGES)('tells of words %s, once', async (_, damage) => {
    const { search, problems } = await searchOf(async (path) =>
      path === shard ? damage(await read(path)) : read(path),
    );
    expect(await search.find('kostanay')).toBeNull();
    expect(await search.find('kostnay')).toBeNull();
    expect(problems).toMatchObject([{ file: shard }]);
    expect((await search.find(''))?.count).toBe(39);
  });

  test('prepared for, it is told of and fetched again when it is searched', async () => {
    let asked = 0;
    const { search, problems } = await searchOf(async (path) => {
      if (path === directory && ++asked === 1) throw new Error('offline');
      return read(path);
    });
    await search.prepare();
    expect(problems).toMatchObject([{ file: directory, found: 'offline' }]);
    expect((await search.find('kostanay'))?.count).toBeGreaterThan(0);
    expect((await search.find('tashkent'))?.count).toBeGreaterThan(0);
    await search.prepare();
    expect(asked).toBe(2);
  });

  test('finds again once the files arrive', async () => {
    let isThere = false;
    const { search, problems } = await searchOf(async (path) => {
      if ([directory, shard].includes(path) && !isThere) throw new Error('no answer');
      return read(path);
    });
    expect(await search.find('kostanay')).toBeNull();
    expect(problems).toMatchObject([{ file: directory, found: 'no answer' }]);
    isThere = true;
    expect((await search.find('kostanay'))?.count).toBe(1);
  });

  test.each([
    ['directory', '{}'],
    ['directory', '{"words":1,"shards":[["a",["x",1,1,1]]],"lists":[],"united":[]}'],
    ['shard', 'kostanay'],
    ['shard', '\u0003abc\u0000\u0000'],
    ['shard', '\u0008kostanay\u0003\u0007\u0000'],
    ['shard', '\u0008kostanay\u0004\u0010'],
  ])('tells of a sound %s with “%s” in it', async (which, content) => {
    const file = which === 'shard' ? shard : directory;
    const packed = gzipSync(content);
    const { crc, length } = gzipTrailer(packed);
    const changed = await manifestFile();
    const swapped = [packed.length, length, crc] as const;
    const inside = gunzipSync(await read(directory)).toString();
    const lead = gzipSync(
      inside.replace(/(\[\["[^"]*",\["\w+"),\d+,\d+,\d+/, `$1,${swapped.join()}`),
    );
    const [name] = changed.search;
    const { crc: leadCrc, length: leadLength } = gzipTrailer(lead);
    changed.search =
      which === 'shard' ? [name, lead.length, leadLength, leadCrc] : [name, ...swapped];
    const { search, problems } = await searchOf(async (path) => {
      if (path === MANIFEST) return new TextEncoder().encode(JSON.stringify(changed));
      if (path === file) return new Uint8Array(packed);
      return path === directory ? new Uint8Array(lead) : read(path);
    });
    expect(await search.find('kostanay')).toBeNull();
    expect(problems).toMatchObject([{ file, expected: 'the search index' }]);
  });
});
