/**
 * Countries' names, from the Unicode CLDR that Node carries.
 */
import { ensure, ensureName, languages } from '../lib/check.mjs';

/** CLDR's long names of these are descriptions; a map has room for the short ones. */
const short = new Set(['HK', 'MO', 'PS']);

/** Where readers in the two countries write a name otherwise than CLDR does. */
const corrections = /** @type {Record<string, Partial<import("../lib/check.mjs").Name>>} */ ({
  KG: { ru: 'Кыргызстан' },
});

/**
 * CLDR writes the Uzbek oʻ and gʻ now with the letter U+02BB, now with a quotation mark.
 * @param {string | undefined} text
 */
const withLetter = (text) => text?.replace(/([oOgG])[‘’'`]/g, '$1\u02bb');

const locales = { en: 'en', uz: 'uz-Latn', kk: 'kk', ru: 'ru' };

const display = languages.map((language) => {
  const locale = locales[language];
  ensure(
    Intl.DisplayNames.supportedLocalesOf(locale).length === 1,
    `this Node has no names in ${locale}: it needs complete ICU data`,
  );
  const make = (/** @type {"long" | "short"} */ style) =>
    new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' });
  return { language, long: make('long'), short: make('short') };
});

/** @param {string} iso @returns {import("../lib/check.mjs").Name} */
export function countryName(iso) {
  const name = Object.fromEntries(
    display.map(({ language, long, short: brief }) => [
      language,
      (short.has(iso) ? brief : long).of(iso),
    ]),
  );
  return ensureName(`country ${iso}`, { ...name, uz: withLetter(name.uz), ...corrections[iso] });
}
