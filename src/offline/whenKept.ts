import type { PageMessage } from './messages.ts';

/** Whether the atlas is kept: `missing` where some of it didn't arrive, `unavailable` where nothing is. */
export type Kept = 'kept' | 'missing' | 'unavailable';

/**
 * Waits until a service worker gives this page the atlas, and has all that it keeps by itself;
 * `onWait` is told if there is none yet.
 */
export async function whenKept(onWait: () => void): Promise<Kept> {
  if (self.origin === 'null' || !('serviceWorker' in navigator)) return 'unavailable';
  const { serviceWorker } = navigator;
  if (serviceWorker.controller === null && !(await whenControlled(onWait))) return 'unavailable';
  const { controller } = serviceWorker;
  if (controller === null) return 'unavailable';
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
  });
  controller.postMessage({ type: 'keep' } satisfies PageMessage, [port2]);
  return (await answer) ? 'kept' : 'missing';
}

/** Resolves with `false` where no worker is being made ready. */
async function whenControlled(onWait: () => void): Promise<boolean> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.getRegistration();
  const { installing, waiting, active } = registration ?? {};
  const coming = installing ?? waiting ?? active;
  if (coming == null) return false;
  onWait();
  return new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true });
    coming.addEventListener('statechange', () => {
      if (coming.state === 'redundant') resolve(false);
    });
  });
}
