import * as v from 'valibot';
import {
  cacheNames,
  isPiece,
  languageOfFile,
  nameInAll,
  notedLanguage,
  PAGE,
  pieceName,
  pieceNames,
  sha256,
  type FileList,
} from './files.ts';
import { inTurn } from './inTurn.ts';

/** What the worker needs of what is around it. */
export interface Surroundings {
  /** The address of the atlas's folder, with a slash at its end. */
  readonly scope: string;
  readonly caches: Pick<CacheStorage, 'open'>;
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  /** The ids of all pages and workers that are open. */
  readonly openClients: () => Promise<readonly string[]>;
  /** Whether another version is being fetched, or waits. */
  readonly isAnotherComing: () => boolean;
}

const FilesSchema = v.record(v.string(), v.string());
const ClientsSchema = v.object({
  /** The version of all others; `null` while pages come from the server. */
  active: v.nullable(v.string()),
  /** The versions of pages that were open before; `null` for one that the server sent. */
  earlier: v.record(v.string(), v.nullable(v.string())),
});
type Clients = v.InferOutput<typeof ClientsSchema>;

/** A page that a path leads to: its file, or the path that it has now. */
export type FoundPage = { readonly file: string } | { readonly movedTo: string };

/** As much of a dossier’s manifest as leads to the directory of its search index, by its name. */
const SearchSchema = v.object({ search: v.looseTuple([v.string()]) });
const DOSSIER = /^geodata\/dossiers\/[^/]+\/manifest\.json$/;

/**
 * One version of the atlas as it is kept. Several can be kept beside each other: each page gets the
 * files of its own as long as it is open, and what two versions share is kept once.
 */
export class Version {
  readonly #files: FileList;
  readonly #around: Surroundings;
  readonly #id: Promise<string>;
  #clients: Promise<Clients> | null = null;

  constructor(files: FileList, around: Surroundings) {
    this.#files = files;
    this.#around = around;
    const list = new TextEncoder().encode(JSON.stringify(Object.entries(files).sort()));
    this.#id = sha256(list).then((digest) => digest.slice(0, 16));
  }

  /** Keeps this version. Rejects where a file doesn't arrive, or is of another version. */
  async install(): Promise<void> {
    await this.keep();
    await this.#write(`version=${await this.#id}`, this.#files);
  }

  /** Fetches what isn't kept yet, in the languages that were noted. Rejects as `install` does. */
  async keep(): Promise<void> {
    const noted = (await (await this.#store('versions')).keys()).map(({ url }) =>
      notedLanguage(url),
    );
    const needed = Object.entries(this.#files).filter(([path]) => {
      const language = languageOfFile(path);
      return language === null || noted.includes(language);
    });
    await inTurn(needed, async ([path, integrity]) => {
      const store = await this.#storeOf(path);
      const key = this.#key(path, integrity);
      if ((await store.match(key)) === undefined)
        await store.put(key, await this.#fetchWhole(path, integrity));
    });
  }

  /** From now on pages are opened in this version; those that are open keep theirs. */
  async takeOver(): Promise<void> {
    const open = await this.#around.openClients();
    const id = await this.#id;
    await this.#changeClients(({ active, earlier }) => ({
      active: id,
      earlier: Object.fromEntries(
        open.map((client) => {
          const { [client]: version = active } = earlier;
          return [client, version];
        }),
      ),
    }));
  }

  /**
   * Whether a page that the server sent is of this version, by its scripts, of which some may be those
   * of another version, too; then it belongs here.
   */
  async adopt(client: string, scripts: readonly string[]): Promise<boolean> {
    const isOurs = scripts.every((script) => Object.hasOwn(this.#files, script));
    const { earlier } = await this.#changeClients(({ active, earlier }) => {
      const { [client]: version, ...others } = earlier;
      if (typeof version === 'string') return { active, earlier };
      return { active, earlier: isOurs ? others : { ...others, [client]: null } };
    });
    return !Object.hasOwn(earlier, client);
  }

  /** The page at a path below the atlas's folder; `null` if there is none. */
  pageAt(path: string): FoundPage | null {
    const [asked = ''] = path.split('?', 1);
    const query = path.slice(asked.length);
    const file = asked === '' || asked.endsWith('/') ? asked + PAGE : asked;
    if (file.endsWith('.html') && Object.hasOwn(this.#files, file)) return { file };
    // As servers do: its addresses start at its folder.
    if (Object.hasOwn(this.#files, `${file}/${PAGE}`)) return { movedTo: `${asked}/${query}` };
    return null;
  }

  /**
   * A page, for one that is being opened; where it can't be had, that in a language which is kept.
   * Rejects where there is none.
   */
  async page(page: string, request: Request, client: string): Promise<Response> {
    const kept = await this.#keptFile(this.#files, page);
    if (kept !== undefined) return kept;
    let sent: Response;
    try {
      sent = await this.#around.fetch(request);
    } catch (error) {
      return this.#inKeptLanguage(this.#files, page, error);
    }
    // What the server sends is perhaps of another version, and so is all that goes with it.
    await this.#changeClients(({ active, earlier }) => ({
      active,
      earlier: { ...earlier, [client]: null },
    }));
    return sent;
  }

  /**
   * A file for a page: that of its own version. `later` is told what goes on when it is there. In
   * place of messages that can't be had it gets those in a language which is kept. Rejects where it
   * neither is kept nor arrives.
   */
  async file(
    request: Request,
    path: string,
    client: string,
    later: (work: Promise<unknown>) => void,
  ): Promise<Response> {
    const name = pieceName(path);
    if (name !== null) return this.#piece(request, path, name, later);
    const files = await this.#filesOf(client);
    const integrity = files[path];
    if (integrity === undefined) return this.#around.fetch(request);
    const kept = await this.#keptFile(files, path);
    return (
      kept ??
      this.#fetchWhole(path, integrity).catch((error: unknown) =>
        this.#inKeptLanguage(files, path, error),
      )
    );
  }

  /** Fetches pieces that a page had before it was this worker's, and keeps them. */
  async keepPieces(paths: readonly string[]): Promise<void> {
    const store = await this.#store('pieces');
    await inTurn(paths, async (path) => {
      const name = pieceName(path);
      const url = this.#around.scope + path;
      if (name === null || (await store.match(url)) !== undefined) return;
      await this.#keepPiece(url, name, await this.#around.fetch(url));
    });
  }

  /** Drops the versions that no page is open in, and the pieces that lead to nothing any more. */
  async tidy(): Promise<void> {
    if (this.#around.isAnotherComing()) return;
    const open = await this.#around.openClients();
    const { earlier } = await this.#changeClients(({ active, earlier }) => ({
      active,
      earlier: Object.fromEntries(
        Object.entries(earlier).filter(([client]) => open.includes(client)),
      ),
    }));
    const living = new Set([
      await this.#id,
      ...Object.values(earlier).filter((version) => version !== null),
    ]);

    const versions = await this.#store('versions');
    let isAnyGone = false;
    for (const { url } of await versions.keys()) {
      const version = new URL(url).searchParams.get('version');
      if (version === null || living.has(version)) continue;
      await versions.delete(url);
      isAnyGone = true;
    }
    if (isAnyGone) await this.#dropAllBut(await Promise.all([...living].map(this.#listOf)));
  }

  async #dropAllBut(lists: readonly FileList[]): Promise<void> {
    const files = await this.#store('files');
    const needed = new Set(
      lists.flatMap((list) => Object.entries(list).map((each) => this.#key(...each))),
    );
    for (const { url } of await files.keys()) if (!needed.has(url)) await files.delete(url);

    const pieces = await this.#store('pieces');
    const named = new Set((await Promise.all(lists.map((list) => this.#namesIn(list)))).flat());
    for (const { url } of await pieces.keys()) {
      const name = pieceName(url.slice(this.#around.scope.length));
      if (name === null || !named.has(name)) await pieces.delete(url);
    }
  }

  /** The names of all pieces to which a version leads, as far as what leads to them is kept. */
  async #namesIn(list: FileList): Promise<string[]> {
    const names: string[] = [];
    const manifests = Object.entries(list).filter(([path]) => DOSSIER.test(path));
    for (const [path, integrity] of manifests) {
      const manifest = await (await this.#store('files')).match(this.#key(path, integrity));
      const text = (await manifest?.text()) ?? '';
      names.push(...pieceNames(text));
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), SearchSchema), text);
      if (!parsed.success) continue;
      const url = this.#around.scope + path.replace(/[^/]+$/, `${parsed.output.search[0]}.bin`);
      const directory = await (await this.#store('pieces')).match(url);
      const content = directory?.body?.pipeThrough(new DecompressionStream('gzip'));
      if (content) names.push(...pieceNames(await new Response(content).text()));
    }
    return names;
  }

  async #piece(
    request: Request,
    path: string,
    name: string,
    later: (work: Promise<unknown>) => void,
  ): Promise<Response> {
    const url = this.#around.scope + path;
    const kept = await (await this.#store('pieces')).match(url);
    if (kept !== undefined) return kept;
    const response = await this.#around.fetch(request);
    later(this.#keepPiece(url, name, response.clone()));
    return response;
  }

  /** Only what its name says: anything else would be kept for good. */
  async #keepPiece(url: string, name: string, response: Response): Promise<void> {
    if (response.status !== 200) return;
    const bytes = await response.arrayBuffer();
    if (await isPiece(name, bytes))
      await (await this.#store('pieces')).put(url, new Response(bytes));
  }

  /** A file of a version, as it is kept. */
  async #keptFile(files: FileList, path: string): Promise<Response | undefined> {
    const integrity = files[path];
    if (integrity === undefined) return undefined;
    return (await this.#store('files')).match(this.#key(path, integrity));
  }

  /** What takes the place of a file of a version that couldn't be had. Throws why, if nothing does. */
  async #inKeptLanguage(files: FileList, path: string, why: unknown): Promise<Response> {
    if (languageOfFile(path) === null) throw why;
    const others = Object.keys(files).filter(
      (other) => languageOfFile(other) !== null && nameInAll(other) === nameInAll(path),
    );
    for (const other of others) {
      const kept = await this.#keptFile(files, other);
      if (kept !== undefined) return kept;
    }
    throw why;
  }

  /** A file, if it is that of this version. */
  async #fetchWhole(path: string, integrity: string): Promise<Response> {
    const url = this.#around.scope + path;
    const response = await this.#around.fetch(url, { integrity, cache: 'no-cache' });
    if (response.status !== 200) throw new Error(`${url}: status ${response.status}`);
    // A page that came by a redirect isn't opened from a cache.
    return response.redirected
      ? new Response(await response.arrayBuffer(), { headers: response.headers })
      : response;
  }

  async #filesOf(client: string): Promise<FileList> {
    const { earlier } = await this.#readClients();
    const version = earlier[client];
    if (version === undefined) return this.#files;
    return version === null ? {} : this.#listOf(version);
  }

  #listOf = async (version: string): Promise<FileList> =>
    version === (await this.#id)
      ? this.#files
      : ((await this.#read(`version=${version}`, FilesSchema)) ?? {});

  #readClients(): Promise<Clients> {
    this.#clients ??= this.#read('clients', ClientsSchema).then(
      (clients) => clients ?? { active: null, earlier: {} },
    );
    return this.#clients;
  }

  /** One change after the other; what is changed is there for the next worker before it resolves. */
  async #changeClients(change: (clients: Clients) => Clients): Promise<Clients> {
    const before = this.#readClients();
    const changed = before.then(async (clients) => {
      const after = change(clients);
      await this.#write('clients', after);
      return after;
    });
    // What can’t be written isn’t changed.
    this.#clients = changed.catch(() => before);
    return changed;
  }

  async #read<T>(name: string, schema: v.GenericSchema<unknown, T>): Promise<T | null> {
    const kept = await (await this.#store('versions')).match(`${this.#around.scope}?${name}`);
    const parsed = v.safeParse(schema, await kept?.json());
    return parsed.success ? parsed.output : null;
  }

  async #write(name: string, value: unknown): Promise<void> {
    const store = await this.#store('versions');
    await store.put(`${this.#around.scope}?${name}`, Response.json(value));
  }

  /** Where a file is kept: under its content, as other versions have others of the same path. */
  #key(path: string, integrity: string): string {
    const url = this.#around.scope + path;
    return pieceName(path) === null ? `${url}?${encodeURIComponent(integrity)}` : url;
  }

  #storeOf(path: string): Promise<Cache> {
    return this.#store(pieceName(path) === null ? 'files' : 'pieces');
  }

  #store(what: keyof ReturnType<typeof cacheNames>): Promise<Cache> {
    return this.#around.caches.open(cacheNames(this.#around.scope)[what]);
  }
}
