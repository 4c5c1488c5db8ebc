import { prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/**
 * Resolves if MapLibre's worker can't start, and else never. The worker is started with this
 * module, so that it is up by the time there is something to draw.
 */
export const workerFailure: Promise<void> = new Promise((resolve) => start(resolve));

/**
 * MapLibre keeps its worker to itself and waits for it in silence, so a subclass stands in for
 * `Worker` just while it is made.
 */
function start(onFailure: () => void): void {
  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      try {
        super(url, options);
      } catch (error) {
        onFailure(); // Some browsers throw at once what others report later.
        throw error;
      }
      // Once it has answered it has started; what goes wrong later is another matter.
      const stop = new AbortController();
      this.addEventListener('message', () => stop.abort(), { once: true });
      this.addEventListener('error', onFailure, { signal: stop.signal });
    }
  };
  try {
    setWorkerUrl(new URL(workerUrl, document.baseURI).href);
    prewarm();
  } finally {
    globalThis.Worker = NativeWorker;
  }
}
