import type { Language } from '../dossier/localized.ts';
import { LANGUAGE } from './language.ts';

/**
 * Chromium says that it knows Uzbek and Kazakh, and writes their numbers as in English; by Unicode
 * CLDR they are written as in Russian.
 */
const LIKE: Readonly<Record<Language, string>> = { en: 'en', uz: 'ru', kk: 'ru', ru: 'ru' };

const integers = new Intl.NumberFormat(LIKE[LANGUAGE], { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat(LIKE[LANGUAGE], { maximumFractionDigits: 1 });

/** A number without its fraction, as in 12,345. */
export function integer(number: number): string {
  return integers.format(number);
}

/** A number with one digit of its fraction, as in 12.3. */
export function decimal(number: number): string {
  return decimals.format(number);
}
