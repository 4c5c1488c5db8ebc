/**
 * Waits until a service worker gives this page the atlas; `onWait` is told if that takes a while.
 * Resolves with `false` where there is none, nor one that is being made ready.
 */
export async function whenKept(onWait: () => void): Promise<boolean> {
  if (self.origin === 'null' || !('serviceWorker' in navigator)) return false;
  const { serviceWorker } = navigator;
  if (serviceWorker.controller !== null) return true;
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
