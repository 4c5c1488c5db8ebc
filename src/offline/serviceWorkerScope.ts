/**
 * As far as the worker uses it: the global scope of a
 * [service worker](https://www.w3.org/TR/service-workers/). TypeScript’s own library of it can’t
 * stand beside that of pages.
 */
export interface ServiceWorkerScope {
  /** What the build puts in: the files of this version. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly integrity: string }[];
  readonly caches: CacheStorage;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      readonly includeUncontrolled: boolean;
      readonly type: 'all';
    }): Promise<readonly { readonly id: string }[]>;
  };
  readonly registration: Pick<ServiceWorkerRegistration, 'scope' | 'installing' | 'waiting'>;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: ClientMessage) => void): void;
}

interface LastingEvent {
  /** Keeps the worker from being ended before. */
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends LastingEvent {
  readonly request: Request;
  /** The page or worker that asks. */
  readonly clientId: string;
  /** The page that will come of it. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

interface ClientMessage extends LastingEvent {
  readonly data: unknown;
  /** Where an answer is to go. */
  readonly ports: readonly Pick<MessagePort, 'postMessage'>[];
  readonly source: { readonly id: string } | null;
}
