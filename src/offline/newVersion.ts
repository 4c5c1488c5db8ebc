import { LANGUAGE } from '../i18n/language.ts';
import { root } from '../ui/root.ts';
import { cacheNames, languageNote } from './files.ts';
import type { PageMessage } from './messages.ts';

/** How often a page that is looked at again asks for a new version, milliseconds. */
const SELDOM = 3_600_000;

/**
 * Has a service worker keep the atlas, and watches for new versions. `offer` is called once there is
 * one, with what loads it: never before that, as a page goes on in the version that it was opened in.
 */
export async function keepAtlas(offer: (load: () => void) => void): Promise<void> {
  // A frame is part of another page. An opaque origin has no workers; to ask for them throws there.
  if (window.parent !== window || self.origin === 'null' || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let isControlled = serviceWorker.controller !== null;
  let isWanted = false;
  const load = () => location.reload();

  serviceWorker.addEventListener('controllerchange', () => {
    if (isWanted) load();
    // Another page wanted it.
    else if (isControlled) offer(load);
    isControlled = true;
  });

  try {
    const versions = await caches.open(cacheNames(root().href).versions);
    await versions.put(languageNote(root().href, LANGUAGE), new Response());
    await serviceWorker.register(new URL('sw.js', root()));
  } catch {
    // Some browsers are set to keep nothing; *About* tells so.
    return;
  }
  const registration = await serviceWorker.ready;
  const tell = (worker: ServiceWorker, message: PageMessage) => worker.postMessage(message);
  const { active } = registration;
  if (active !== null) {
    // Before, it may not know yet whose pages are open.
    whenIn('activated', active, () =>
      tell(active, {
        type: 'opened',
        scripts: Array.from(
          document.querySelectorAll<HTMLScriptElement>('script[type="module"]'),
          ({ src }) => src,
        ),
        pieces: fetchedPieces(),
        isControlled,
      }),
    );
  }

  const offerWaiting = () => {
    const { waiting } = registration;
    if (waiting === null || !isControlled) return;
    offer(() => {
      isWanted = true;
      // Another page may have had it take over already.
      if (waiting.state === 'installed') tell(waiting, { type: 'take-over' });
      else load();
    });
  };
  const watch = () => {
    const { installing } = registration;
    if (installing !== null) whenIn('installed', installing, offerWaiting);
  };
  offerWaiting();
  watch();
  registration.addEventListener('updatefound', watch);

  let asked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - asked < SELDOM) return;
    asked = performance.now();
    // Without a network there is none; the next time there may be.
    registration.update().catch(() => undefined);
  });
}

/** Does something once a worker is in a state, at once if it is. */
function whenIn(state: ServiceWorkerState, worker: ServiceWorker, act: () => void): void {
  if (worker.state === state) {
    act();
    return;
  }
  const listen = () => {
    if (worker.state !== state) return;
    worker.removeEventListener('statechange', listen);
    act();
  };
  worker.addEventListener('statechange', listen);
}

/** The addresses of the pieces that this page has fetched. */
function fetchedPieces(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.bin'));
}
