/** Why there is no map. */
export type NoMapReason = 'webgl' | 'worker' | 'library';
