import load from 'messages:offline';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

const section = await load[LANGUAGE]();

/** Words of use without a network and of new versions, which the first view doesn’t need. */
export const offline = section.default(parts);

/** The language that the words are really in: another one where those of the page's couldn't be had. */
export const languageOfWords = section.language;

/** A number of bytes in words. */
export function bytesInWords(bytes: number): string {
  return bytes < 1_000_000
    ? offline.kilobytes({ number: bytes / 1000 })
    : offline.megabytes({ number: bytes / 1_000_000 });
}
