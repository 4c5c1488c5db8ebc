/**
 * Every check of the build: it stops with one clear sentence rather than publish a map with a gap in it.
 */

/** The languages that every name is given in. */
export const languages = /** @type {const} */ (['en', 'uz', 'kk', 'ru']);

/** @typedef {Record<"en" | "uz" | "kk" | "ru", string>} Name */

/**
 * @param {unknown} condition
 * @param {string} message what is wrong, and where
 * @returns {asserts condition}
 */
export function ensure(condition, message) {
  if (!condition) throw new Error(message);
}

/**
 * @param {string} what the collection, as the message calls it
 * @param {Iterable<string | number | undefined>} ids
 */
export function ensureUnique(what, ids) {
  const seen = new Set();
  for (const id of ids) {
    ensure(!seen.has(id), `${what}: the id ${id} occurs twice`);
    seen.add(id);
  }
}

const cyrillic = /^[\p{Script=Cyrillic}\p{P}\p{N}\s]+$/u;
const latin = /^[\p{Script=Latin}\p{P}\p{N}\p{Lm}\s]+$/u;

/**
 * A name that is missing or in the wrong script is most often one that silently fell back to another language.
 * @param {string} what
 * @param {Partial<Name> | undefined} name
 * @returns {Name}
 */
export function ensureName(what, name) {
  ensure(name, `${what}: has no names`);
  for (const language of languages) {
    const text = name[language];
    ensure(text && text === text.trim(), `${what}: has no name in ${language}`);
    const script = language === 'en' || language === 'uz' ? latin : cyrillic;
    ensure(
      script.test(text),
      `${what}: its name in ${language}, "${text}", is in the wrong script`,
    );
    ensure(
      language !== 'uz' || !/[oOgG]['’‘`]/.test(text),
      `${what}: "${text}" writes oʻ or gʻ without U+02BB`,
    );
  }
  return { en: name.en, uz: name.uz, kk: name.kk, ru: name.ru };
}
