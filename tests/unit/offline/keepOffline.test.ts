import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishedFiles } from '../../../src/dossier/manifest.ts';
import type { ReadBytes } from '../../../src/dossier/piece.ts';
import {
  bytesOf,
  keepPieces,
  missingPieces,
  roomLeft,
  type KeepOptions,
  type MissingPiece,
} from '../../../src/offline/keepOffline.ts';
import { ID, published } from '../published.ts';
import { FakeCache } from './fakeCaches.ts';

const SCOPE = 'https://atlas.example/';

let read: ReadBytes;
let store: FakeCache;
let all: readonly MissingPiece[];
beforeAll(async () => {
  read = await published();
});
beforeEach(async () => {
  store = new FakeCache();
  all = await missingPieces(ID, read, store);
});

/** The server, as it was published. */
const fetchPublished: KeepOptions['fetch'] = async (url) =>
  new Response(await read(url.slice(`${SCOPE}geodata/`.length)));

function keep(options: Partial<KeepOptions> = {}, pieces = all) {
  return keepPieces(pieces, {
    scope: SCOPE,
    store,
    fetch: fetchPublished,
    signal: new AbortController().signal,
    onKept: () => undefined,
    ...options,
  });
}

describe('what is missing', () => {
  test('is every piece of the dossier once, with its bytes', async () => {
    for (const { path, bytes } of all)
      expect(await read(path.replace('geodata/', ''))).toHaveLength(bytes);
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    const manifest = new TextDecoder().decode(await read(publishedFiles(ID).manifest));
    const named = [...manifest.matchAll(/"([0-9a-f]{16})"/g)].map(([, name]) => name);
    const names = all.map(({ path }) => path.slice(-20, -4));
    expect(names).toEqual(expect.arrayContaining([...new Set(named)]));
    // Those that the search index leads to, besides.
    expect(names.length).toBeGreaterThan(new Set(named).size);
  });

  test('is less by what is kept already', async () => {
    await keep({}, all.slice(0, 3));
    expect(await missingPieces(ID, read, store)).toEqual(all.slice(3));
  });

  test('can’t be told without the manifest', async () => {
    const offline = () => Promise.reject(new Error('no answer from the server'));
    await expect(missingPieces(ID, offline, store)).rejects.toThrow('no answer');
  });
});

describe('keeping', () => {
  test('fetches all, past the worker, and tells how far it is', async () => {
    const told: number[] = [];
    const inits = new Set<RequestCache | undefined>();
    const fetch: KeepOptions['fetch'] = (url, init) => {
      inits.add(init.cache);
      return fetchPublished(url, init);
    };
    expect(await keep({ fetch, onKept: (bytes) => told.push(bytes) })).toBe('kept');
    expect(await missingPieces(ID, read, store)).toEqual([]);
    expect(told).toHaveLength(all.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(bytesOf(all));
    expect(inits).toEqual(new Set(['no-store']));
  });

  test('is cancelled, and what was fetched stays', async () => {
    const aborter = new AbortController();
    const onKept = () => aborter.abort();
    expect(await keep({ signal: aborter.signal, onKept })).toBe('cancelled');
    const missing = await missingPieces(ID, read, store);
    expect(missing.length).toBeLessThan(all.length);
    expect(missing.length).toBeGreaterThan(0);
    expect(await keep({}, missing)).toBe('kept');
  });

  test('ends where there is no more room', async () => {
    store.room = 4;
    expect(await keep()).toBe('full');
    expect(store.addresses).toHaveLength(4);
  });

  test.each<[what: string, fetch: KeepOptions['fetch']]>([
    ['doesn’t answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['hasn’t the piece', async () => new Response('', { status: 404 })],
    ['sends something else', async () => new Response('<!doctype html>Log in')],
  ])('ends where the server %s, and keeps nothing of it', async (_, fetch) => {
    expect(await keep({ fetch })).toBe('network');
    expect(store.addresses).toEqual([]);
  });
});

test('the room left is what the browser grants less what is used, where it tells', async () => {
  expect(await roomLeft({ estimate: async () => ({ quota: 100, usage: 30 }) })).toBe(70);
  expect(await roomLeft({ estimate: async () => ({ quota: 30, usage: 100 }) })).toBe(0);
  expect(await roomLeft({ estimate: async () => ({}) })).toBeNull();
});
