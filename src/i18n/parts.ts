import { plural, select } from '@messageformat/runtime';
import { en, kk, ru, uz } from '@messageformat/runtime/lib/cardinals';
import type { Language } from '../dossier/localized.ts';
import { LANGUAGE } from './language.ts';
import { decimal, integer } from './numbers.ts';

/** Which form of a word each number takes. */
const CARDINALS = { en, kk, ru, uz };

/**
 * What compiled messages are made with. They import nothing by themselves: the page waits for them,
 * and they would wait for the page.
 */
export function partsIn(language: Language) {
  return { integer, decimal, plural, select, cardinal: CARDINALS[language] };
}

export type MessageParts = ReturnType<typeof partsIn>;

/** In the language of the page. */
export const parts: MessageParts = partsIn(LANGUAGE);
