import * as v from 'valibot';
import { PageMessageSchema } from './messages.ts';
import type { ServiceWorkerScope } from './serviceWorkerScope.ts';
import { Version } from './versions.ts';

/** The service worker: keeps this version of the atlas, and gives it to pages. */
declare const self: ServiceWorkerScope;

const { scope } = self.registration;

const version = new Version(
  Object.fromEntries(self.__WB_MANIFEST.map(({ url, integrity }) => [url, integrity])),
  {
    scope,
    caches: self.caches,
    fetch: (request, init) => fetch(request, init),
    openClients: async () => {
      const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'all' });
      return open.map(({ id }) => id);
    },
    isAnotherComing: () =>
      self.registration.installing !== null || self.registration.waiting !== null,
  },
);

/** The path below the atlas's folder; `null` for any other address. */
function pathOf(address: string): string | null {
  const url = new URL(address);
  url.hash = '';
  return url.href.startsWith(scope) ? url.href.slice(scope.length) : null;
}

self.addEventListener('install', (event) => event.waitUntil(version.install()));
self.addEventListener('activate', (event) => event.waitUntil(version.takeOver()));

self.addEventListener('fetch', (event) => {
  const { request, clientId, resultingClientId } = event;
  const path = pathOf(request.url);
  if (path === null || request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    const page = version.pageAt(path);
    if (page === null) return;
    event.respondWith(
      'movedTo' in page
        ? Promise.resolve(Response.redirect(scope + page.movedTo))
        : version.page(page.file, request, resultingClientId),
    );
  } else if (request.cache !== 'no-store') {
    event.respondWith(version.file(request, path, clientId, (work) => event.waitUntil(work)));
  }
});

self.addEventListener('message', (event) => {
  const message = v.parse(PageMessageSchema, event.data);
  if (message.type === 'take-over') event.waitUntil(self.skipWaiting());
  else if (message.type === 'keep') event.waitUntil(keep());
  else event.waitUntil(opened(message));

  async function keep(): Promise<void> {
    const isKept = await version.keep().then(
      () => true,
      () => false,
    );
    for (const port of event.ports) port.postMessage(isKept);
  }

  async function opened({
    scripts,
    pieces,
    isControlled,
  }: Extract<typeof message, { type: 'opened' }>): Promise<void> {
    const client = event.source?.id;
    if (client !== undefined) {
      const paths = scripts.map((script) => pathOf(script) ?? '');
      const isOurs = await version.adopt(client, paths);
      if (isOurs && !isControlled) await self.clients.claim();
    }
    await version.keepPieces(pieces.flatMap((piece) => pathOf(piece) ?? []));
    await version.tidy();
    // The page may be in a language that was never used before.
    await version.keep();
  }
});
