/** Caches in memory, as far as the atlas uses them. */
export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();

  async open(name: string): Promise<Cache> {
    return this.cache(name);
  }

  cache(name: string): FakeCache {
    const cache = this.#caches.get(name) ?? new FakeCache();
    this.#caches.set(name, cache);
    return cache;
  }
}

export class FakeCache implements Cache {
  readonly #kept = new Map<string, { bytes: ArrayBuffer; headers: Headers }>();
  /** Where set, how many more can be put in. */
  room = Infinity;

  async match(request: RequestInfo | URL): Promise<Response | undefined> {
    const kept = this.#kept.get(addressOf(request));
    return kept && new Response(kept.bytes.slice(0), { headers: kept.headers });
  }

  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    if (this.room-- <= 0) throw new DOMException('There is no room.', 'QuotaExceededError');
    const { headers } = response;
    this.#kept.set(addressOf(request), { bytes: await response.arrayBuffer(), headers });
  }

  async delete(request: RequestInfo | URL): Promise<boolean> {
    return this.#kept.delete(addressOf(request));
  }

  async keys(): Promise<readonly Request[]> {
    return this.addresses.map((url) => new Request(url));
  }

  get addresses(): string[] {
    return [...this.#kept.keys()];
  }

  async add(): Promise<void> {
    throw new Error('Nobody adds.');
  }

  async addAll(): Promise<void> {
    throw new Error('Nobody adds.');
  }

  async matchAll(): Promise<readonly Response[]> {
    throw new Error('Nobody asks for several.');
  }
}

function addressOf(request: RequestInfo | URL): string {
  return new URL(request instanceof Request ? request.url : request).href;
}
