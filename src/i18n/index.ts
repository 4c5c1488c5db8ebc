import load from 'messages:interface';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

const interfaceWords = await load[LANGUAGE]();

/** The words of the interface, in the language of the page. */
export const m = interfaceWords.default(parts);

/** A country's name, by its ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string {
  const own = interfaceWords.countries[code];
  if (own !== undefined) return own;
  countries ??= new Intl.DisplayNames(LANGUAGE, { type: 'region' });
  return countries.of(code) ?? code;
}

/** Made when it is first asked for, which takes a while. */
let countries: Intl.DisplayNames | null = null;
