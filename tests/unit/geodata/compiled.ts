import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { expect } from 'vitest';
import { LANGUAGES } from '../../../src/dossier/localized.ts';
import {
  bucketOf,
  ManifestSchema,
  type OrderKey,
  type Piece,
} from '../../../src/dossier/manifest.ts';
import { decodeIndex, type Row } from '../../../src/dossier/projectIndex.ts';
import { DirectorySchema, readShard } from '../../../src/dossier/searchFormat.ts';
import { decodeRanks } from '../../../src/dossier/ranks.ts';
import { KINDS, STATUSES } from '../../../src/dossier/types.ts';

const DetailsSchema = v.array(v.tuple([v.number(), v.looseObject({ id: v.string() })]));
const PassagesSchema = v.array(v.tuple([v.number(), v.number(), v.array(v.number())]));
const LinesSchema = v.array(v.tuple([v.number(), v.unknown()]));

/** Everything that a compiled dossier holds, each piece held to what the manifest says of it. */
export async function decoded(folder: string) {
  const content: unknown = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'));
  const manifest = v.parse(ManifestSchema, content);
  const unread = new Set(await readdir(folder));
  unread.delete('manifest.json');

  const bytesOf = async ({ name, bytes, length, crc }: Piece): Promise<Buffer> => {
    unread.delete(`${name}.bin`);
    const packed = await readFile(path.join(folder, `${name}.bin`));
    expect(packed).toHaveLength(bytes);
    expect(createHash('sha256').update(packed).digest('hex').slice(0, 16)).toBe(name);
    const unpacked = gunzipSync(packed);
    expect(unpacked).toHaveLength(length);
    expect(crc32(unpacked)).toBe(crc);
    return unpacked;
  };
  const read = async <T>(piece: Piece, schema: v.GenericSchema<unknown, T>): Promise<T> =>
    v.parse(schema, JSON.parse((await bytesOf(piece)).toString()));

  const { projects: size, spans, markers } = manifest;
  const index = decodeIndex(
    await bytesOf(manifest.index),
    { size, spans, markers },
    {
      sectors: manifest.sectors.length,
      kinds: KINDS.length,
      statuses: STATUSES.length,
      countries: manifest.countries.length,
      areas: manifest.areas.length,
    },
  );
  const pieces = await Promise.all(
    manifest.details.pieces.map((piece) => read(piece, DetailsSchema)),
  );
  const sizes = pieces.map(({ length }) => length);
  expect(sizes.slice(0, -1).every((size) => size === manifest.details.size)).toBe(true);
  const ids = new Map<string, Row>();
  for (const [bucket, piece] of manifest.ids.entries())
    for (const [id, row] of await read(piece, v.array(v.tuple([v.string(), v.number()])))) {
      expect(bucketOf(id, manifest.ids.length)).toBe(bucket);
      ids.set(id, row);
    }
  const articles = await Promise.all(
    manifest.articles.map(async ({ id, text, passages }) => ({
      id,
      text: (await bytesOf(text)).toString(),
      passages: await read(passages, PassagesSchema),
    })),
  );
  const lines = manifest.lines === null ? [] : await read(manifest.lines, LinesSchema);
  const search = await read(manifest.search, DirectorySchema);
  for (const [, shard] of search.shards) readShard(await bytesOf(shard));
  for (const lists of search.lists) await bytesOf(lists);
  const order = (key: OrderKey) =>
    Promise.all(
      LANGUAGES.map(async (language) => {
        const piece = manifest.orders[key][language];
        return { language, ranks: piece && decodeRanks(await bytesOf(piece), size) };
      }),
    );
  const orders = { name: await order('name'), place: await order('place') };
  expect([...unread]).toEqual([]);
  return { manifest, index, details: pieces.flat(), ids, articles, lines, orders };
}

export type Decoded = Awaited<ReturnType<typeof decoded>>;
