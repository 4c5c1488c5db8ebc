import load from 'messages:offline';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of use without a network and of new versions, which the first view doesn’t need. */
export const offline = (await load[LANGUAGE]()).default(parts);

/** A number of bytes in words. */
export function bytesInWords(bytes: number): string {
  return bytes < 1_000_000
    ? offline.kilobytes({ number: bytes / 1000 })
    : offline.megabytes({ number: bytes / 1_000_000 });
}
