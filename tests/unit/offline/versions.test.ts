import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/dossier/localized.ts';
import { cacheNames, languageNote, type FileList } from '../../../src/offline/files.ts';
import { Version } from '../../../src/offline/versions.ts';
import { FakeCaches } from './fakeCaches.ts';

const SCOPE = 'https://atlas.example/some/folder/';
const NAMES = cacheNames(SCOPE);
const MANIFEST = 'geodata/dossiers/one/manifest.json';

type Files = Readonly<Record<string, string | Buffer>>;

const integrity = (content: string | Buffer) =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;
const listOf = (files: Files): FileList =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, integrity(content)]));
/** A piece, and the path that says what it is. */
function piece(content: string): [path: string, content: Buffer] {
  const bytes = gzipSync(content);
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return [`geodata/dossiers/one/${name}.bin`, bytes];
}
const nameOf = (path: string) => path.slice(-20, -4);

/** A browser and a server. */
class World {
  readonly caches = new FakeCaches();
  /** What the server has. */
  server: Files = {};
  isOnline = true;
  /** The pages that are open. */
  clients: string[] = [];
  isAnotherComing = false;
  readonly asked: string[] = [];

  version(files: Files): Version {
    return new Version(listOf(files), {
      scope: SCOPE,
      caches: this.caches,
      fetch: (request, init) => this.fetch(request, init),
      openClients: async () => this.clients,
      isAnotherComing: () => this.isAnotherComing,
    });
  }

  async fetch(request: Request | string, init?: RequestInit): Promise<Response> {
    const path = (typeof request === 'string' ? request : request.url).slice(SCOPE.length);
    if (!this.isOnline) throw new TypeError('Failed to fetch');
    this.asked.push(path);
    const content = this.server[path || 'index.html'];
    if (content === undefined) return new Response('', { status: 404 });
    // As a browser does.
    if (init?.integrity !== undefined && init.integrity !== integrity(content))
      throw new TypeError('Failed integrity check');
    return new Response(new Uint8Array(Buffer.from(content)));
  }

  /** A page that is opened in a language. */
  async note(language: Language): Promise<void> {
    await this.caches.cache(NAMES.versions).put(languageNote(SCOPE, language), new Response());
  }

  get files(): string[] {
    return this.caches
      .cache(NAMES.files)
      .addresses.map((url) => url.slice(SCOPE.length).replace(/\?.*/, ''));
  }

  get pieces(): string[] {
    return this.caches.cache(NAMES.pieces).addresses.map((url) => url.slice(SCOPE.length));
  }
}

async function text(version: Version, path: string, client = 'page'): Promise<string> {
  const later: Promise<unknown>[] = [];
  const response = await version.file(new Request(SCOPE + path), path, client, (work) =>
    later.push(work),
  );
  await Promise.all(later);
  return response.status === 200 ? response.text() : String(response.status);
}

const OLD = { 'index.html': 'old page', 'assets/card-1.js': 'old card', 'data.json': 'old data' };
const NEW = { 'index.html': 'new page', 'assets/card-2.js': 'new card', 'data.json': 'new data' };

let world: World;
beforeEach(() => {
  world = new World();
});

/** A version that the server has, installed and taken over. */
async function installed(files: Files): Promise<Version> {
  world.server = files;
  const version = world.version(files);
  await version.install();
  await version.takeOver();
  return version;
}

describe('pages', () => {
  test('are found by the paths that lead to them', async () => {
    const version = await installed({ ...OLD, 'visit/ru/index.html': 'page' });
    expect(version.pageAt('')).toEqual({ file: 'index.html' });
    expect(version.pageAt('?from=afar')).toEqual({ file: 'index.html' });
    expect(version.pageAt('visit/ru/')).toEqual({ file: 'visit/ru/index.html' });
    expect(version.pageAt('visit/ru/index.html')).toEqual({ file: 'visit/ru/index.html' });
    expect(version.pageAt('visit/ru')).toEqual({ movedTo: 'visit/ru/' });
    expect(version.pageAt('visit/ru?from=afar')).toEqual({ movedTo: 'visit/ru/?from=afar' });
    expect(version.pageAt('visit/de/')).toBeNull();
    expect(version.pageAt('visit')).toBeNull();
    expect(version.pageAt('data.json')).toBeNull();
  });
});

describe('installing', () => {
  test('keeps all files, which are there without a network', async () => {
    const version = await installed(OLD);
    world.isOnline = false;
    expect(await (await version.page('index.html', new Request(SCOPE), 'page')).text()).toBe(
      'old page',
    );
    expect(await text(version, 'assets/card-1.js')).toBe('old card');
    expect(await text(version, 'data.json')).toBe('old data');
  });

  test('fails where the server has a file of another version', async () => {
    world.server = { ...OLD, 'data.json': 'new data' };
    await expect(world.version(OLD).install()).rejects.toThrow('integrity');
  });

  test('fails where a file is missing', async () => {
    world.server = { 'index.html': 'old page' };
    await expect(world.version(OLD).install()).rejects.toThrow('status 404');
  });

  test('fetches only what has changed', async () => {
    await installed(OLD);
    world.asked.length = 0;
    world.server = { ...OLD, 'data.json': 'new data' };
    await world.version(world.server).install();
    expect(world.asked).toEqual(['data.json']);
  });
});

const WORDS = {
  'assets/en/table-1.js': 'Place',
  'assets/en/about-1.js': 'About',
  'assets/ru/table-2.js': 'Место',
  'assets/ru/about-2.js': 'О нём',
  'visit/en/index.html': 'Visit',
  'visit/ru/index.html': 'Визит',
};

const without = (files: Files, left: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== left));

describe('languages', () => {
  const inEnglish = Object.keys(WORDS).filter((path) => path.includes('/en/'));
  const inRussian = Object.keys(WORDS).filter((path) => path.includes('/ru/'));

  test('only the one that is used is kept, besides what all need', async () => {
    await world.note('ru');
    await installed({ ...OLD, ...WORDS });
    expect(world.asked.sort()).toEqual([...Object.keys(OLD), ...inRussian].sort());
  });

  test('data of a dossier that is called as a language is kept in all', async () => {
    const data = { 'geodata/dossiers/ru/manifest.json': '{}', 'ru/en/index.html': 'Visit' };
    await world.note('en');
    await installed(data);
    expect(world.files.sort()).toEqual(Object.keys(data).sort());
  });

  test('one that is used later is fetched then, and nothing else', async () => {
    await world.note('en');
    const version = await installed({ ...OLD, ...WORDS });
    world.asked.length = 0;
    await version.keep();
    expect(world.asked).toEqual([]);
    await world.note('ru');
    await version.keep();
    expect(world.asked.sort()).toEqual([...inRussian].sort());
  });

  test('a new version keeps those that the old one kept, and drops its words', async () => {
    await world.note('en');
    await world.note('uz');
    await installed({ ...OLD, ...WORDS, 'assets/uz/table-1.js': 'Joy' });
    const files = {
      ...NEW,
      ...without(WORDS, 'assets/en/table-1.js'),
      'assets/en/table-3.js': 'Where',
      'assets/uz/table-3.js': 'Qayerda',
    };
    const young = await installed(files);
    await young.tidy();
    const kept = Object.keys(files).filter((path) => !path.includes('/ru/'));
    expect(world.files.sort()).toEqual(kept.sort());
  });

  test('a version isn’t kept without the words of those that are used', async () => {
    await world.note('en');
    await world.note('ru');
    world.server = { ...OLD, ...without(WORDS, 'assets/ru/about-2.js') };
    await expect(world.version({ ...OLD, ...WORDS }).install()).rejects.toThrow('status 404');
  });

  test('without a network one that is kept stands in for another', async () => {
    await world.note('ru');
    const version = await installed({ ...OLD, ...WORDS });
    world.isOnline = false;
    expect(await text(version, 'assets/en/table-1.js')).toBe('Место');
    expect(await text(version, 'assets/en/about-1.js')).toBe('О нём');
    const request = new Request(`${SCOPE}visit/en/`);
    const page = await version.page('visit/en/index.html', request, 'page');
    expect(await page.text()).toBe('Визит');
    // It is a page of this version, as the one in Russian.
    expect(await text(version, 'assets/card-1.js')).toBe('old card');
  });

  test('one that is kept stands in where the server has another version', async () => {
    await world.note('en');
    const version = await installed({ ...OLD, ...WORDS });
    world.server = { ...NEW, 'assets/ru/table-2.js': 'Где' };
    expect(await text(version, 'assets/ru/table-2.js')).toBe('Place');
    expect(await text(version, 'assets/ru/about-2.js')).toBe('About');
  });

  test('with a network each is had in its own', async () => {
    await world.note('en');
    const version = await installed({ ...OLD, ...WORDS });
    expect(await text(version, 'assets/ru/table-2.js')).toBe('Место');
    const request = new Request(`${SCOPE}visit/ru/index.html`);
    const page = await version.page('visit/ru/index.html', request, 'page');
    expect(await page.text()).toBe('Визит');
  });

  test('nothing stands in for words where none are kept, nor for anything else', async () => {
    const version = await installed({ ...OLD, ...WORDS });
    expect(world.files.sort()).toEqual(Object.keys(OLD).sort());
    world.isOnline = false;
    await expect(text(version, inEnglish[0] ?? '')).rejects.toThrow('Failed to fetch');
    await world.note('en');
    world.isOnline = true;
    await version.keep();
    world.isOnline = false;
    const page = world.caches.cache(NAMES.files).addresses.find((url) => url.includes('/index'));
    await world.caches.cache(NAMES.files).delete(page ?? '');
    const request = new Request(SCOPE);
    await expect(version.page('index.html', request, 'page')).rejects.toThrow('Failed to fetch');
  });
});

describe('two versions', () => {
  test('a page gets the files of its own, as long as it is open', async () => {
    const old = await installed(OLD);
    world.clients = ['old page'];
    const young = await installed(NEW);
    // Also by a worker that was ended meanwhile and started again.
    for (const version of [young, world.version(NEW)]) {
      expect(await text(version, 'data.json', 'old page')).toBe('old data');
      expect(await text(version, 'assets/card-1.js', 'old page')).toBe('old card');
      expect(await text(version, 'data.json', 'new page')).toBe('new data');
    }
    expect(await text(old, 'data.json')).toBe('old data');
  });

  test('a page that is three versions old keeps its own', async () => {
    await installed(OLD);
    world.clients = ['old page'];
    await installed(NEW);
    world.clients = ['old page', 'new page'];
    const newest = await installed({ ...NEW, 'data.json': 'newest data' });
    expect(await text(newest, 'data.json', 'old page')).toBe('old data');
    expect(await text(newest, 'data.json', 'new page')).toBe('new data');
    expect(await text(newest, 'data.json', 'newest page')).toBe('newest data');
  });

  test('the old goes once no page is open in it, and not while a third is coming', async () => {
    await installed(OLD);
    world.clients = ['old page'];
    const young = await installed(NEW);
    await young.tidy();
    expect(world.files).toContain('assets/card-1.js');
    world.clients = ['new page'];
    world.isAnotherComing = true;
    await young.tidy();
    expect(world.files).toContain('assets/card-1.js');
    world.isAnotherComing = false;
    await young.tidy();
    expect(world.files.sort()).toEqual(Object.keys(NEW).sort());
  });

  test('a page of which nobody knows the version gets what the server has', async () => {
    world.clients = ['early page'];
    const version = await installed(OLD);
    world.server = NEW;
    expect(await text(version, 'data.json', 'early page')).toBe('new data');
    // In later versions, too.
    const next = await installed({ ...OLD, 'assets/late.js': 'late' });
    world.server = NEW;
    expect(await text(next, 'data.json', 'early page')).toBe('new data');
  });

  test('its script tells of which version a page is', async () => {
    world.clients = ['early page'];
    const version = await installed(OLD);
    world.server = NEW;
    expect(await version.adopt('early page', ['assets/card-2.js'])).toBe(false);
    expect(await text(version, 'data.json', 'early page')).toBe('new data');
    expect(await version.adopt('early page', ['assets/card-1.js'])).toBe(true);
    expect(await text(version, 'data.json', 'early page')).toBe('old data');
  });

  test('a page isn’t taken for one of this version by one of its scripts alone', async () => {
    world.clients = ['early page'];
    const version = await installed({ ...OLD, 'assets/runtime.js': 'runtime' });
    world.server = NEW;
    const scripts = ['assets/runtime.js', 'assets/card-2.js'];
    expect(await version.adopt('early page', scripts)).toBe(false);
    expect(await text(version, 'data.json', 'early page')).toBe('new data');
  });

  test('a page of an earlier version isn’t taken for one of this by a script they share', async () => {
    const both = { 'assets/main.js': 'main' };
    await installed({ ...OLD, ...both });
    world.clients = ['old page'];
    const young = await installed({ ...NEW, ...both });
    expect(await young.adopt('old page', ['assets/main.js'])).toBe(false);
    expect(await text(young, 'data.json', 'old page')).toBe('old data');
  });

  test('a page that had to come from the server gets all else from there, too', async () => {
    const version = await installed(OLD);
    world.server = NEW;
    const page = world.caches.cache(NAMES.files).addresses.find((url) => url.includes('index'));
    await world.caches.cache(NAMES.files).delete(page ?? '');
    const response = await version.page('index.html', new Request(SCOPE), 'page');
    expect(await response.text()).toBe('new page');
    expect(await text(version, 'data.json', 'page')).toBe('new data');
  });

  test('a file that is lost isn’t replaced by that of another version', async () => {
    const version = await installed(OLD);
    world.server = NEW;
    const data = world.caches.cache(NAMES.files).addresses.find((url) => url.includes('data'));
    await world.caches.cache(NAMES.files).delete(data ?? '');
    await expect(text(version, 'data.json')).rejects.toThrow('integrity');
  });
});

describe('pieces', () => {
  const [path, content] = piece('details');

  test('one that was opened is there without a network, in any version', async () => {
    const version = await installed(OLD);
    world.server = { ...OLD, [path]: content };
    await text(version, path);
    world.isOnline = false;
    expect(world.pieces).toEqual([path]);
    await expect(text(version, path)).resolves.toBe(content.toString());
  });

  test('one that is not what its name says is given on, and not kept', async () => {
    const version = await installed(OLD);
    world.server = { ...OLD, [path]: '<!doctype html>Log in to this network' };
    expect(await text(version, path)).toContain('Log in');
    expect(world.pieces).toEqual([]);
    world.server = OLD;
    expect(await text(version, path)).toBe('404');
  });

  test('what a page had before is fetched once more', async () => {
    const version = await installed(OLD);
    world.server = { ...OLD, [path]: content };
    await version.keepPieces([path, 'data.json']);
    expect(world.pieces).toEqual([path]);
  });

  test('goes when no version leads to it any more, by a manifest or a search index', async () => {
    const [found, foundContent] = piece('found by words');
    const [stale, staleContent] = piece('stale');
    const [directory, directoryContent] = piece(`{"shards":[["a",["${nameOf(found)}",1,1,1]]]}`);
    const manifest = `{"search":["${nameOf(directory)}",1,1,1],"index":["${nameOf(path)}",1,1,1]}`;
    const pieces = { [path]: content, [found]: foundContent, [directory]: directoryContent };
    await installed({ ...OLD, [MANIFEST]: `{"index":["${nameOf(stale)}",1,1,1]}` });
    const files = { ...NEW, [MANIFEST]: manifest };
    const young = await installed(files);
    world.server = { ...files, ...pieces, [stale]: staleContent };
    await young.keepPieces([stale, ...Object.keys(pieces)]);
    await young.tidy();
    expect(world.pieces.sort()).toEqual(Object.keys(pieces).sort());
  });
});
