/** Why there is no map. */
export type NoMapReason = 'webgl' | 'worker' | 'library' | 'fault';

/** Whether the browser gives a canvas the context that MapLibre draws with. */
export function hasWebGL2(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
