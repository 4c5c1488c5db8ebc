import { LANGUAGES, type Language } from '../dossier/localized.ts';

/** The files of a version: their paths below the atlas's folder, and their SHA-256 as
 * [Subresource Integrity](https://www.w3.org/TR/SRI/) writes it. */
export type FileList = Readonly<Record<string, string>>;

/** What the page of a folder is called. */
export const PAGE = 'index.html';

/**
 * The caches of the atlas in a folder, by what they hold: files that belong to a version, pieces of
 * dossiers, which are the same in all, and which versions there are.
 */
export function cacheNames(scope: string) {
  return {
    files: `cited-atlas files ${scope}`,
    pieces: `cited-atlas pieces ${scope}`,
    versions: `cited-atlas versions ${scope}`,
  };
}

/**
 * Under which name the cache of versions has it that a language is used in the atlas of a folder. The
 * page notes it there itself: the worker can't see what it goes by, and needs it before it installs.
 */
export function languageNote(scope: string, language: Language): string {
  return `${scope}?language=${language}`;
}

/** The language that was noted under an address; `null` where it notes something else. */
export function notedLanguage(address: string): Language | null {
  return known(new URL(address).searchParams.get('language'));
}

/**
 * The language of a file that only its readers need, by its folder: `assets/ru/table-….js`,
 * `<dossier>/ru/index.html`; `null` for files that all need.
 */
export function languageOfFile(path: string): Language | null {
  return known(/^[^/]+\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? null);
}

/** What a file of a language is called in all of them: without its language and its hash. */
export function nameInAll(path: string): string {
  return path.replace(/^([^/]+)\/[^/]+/, '$1').replace(/-[^/]*(?=\.js$)/, '');
}

function known(text: string | null): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The name of the piece that a path leads to; `null` for any other file. */
export function pieceName(path: string): string | null {
  return /^geodata\/dossiers\/[^/]+\/([0-9a-f]{16})\.bin$/.exec(path)?.[1] ?? null;
}

/** The names of pieces that stand in a manifest or in the directory of a search index. */
export function pieceNames(json: string): string[] {
  return [...json.matchAll(/"([0-9a-f]{16})"/g)].flatMap(([, name]) => name ?? []);
}

/** Whether a piece is what its name says: the first 16 digits of its SHA-256. */
export async function isPiece(name: string, bytes: BufferSource): Promise<boolean> {
  return (await sha256(bytes)).startsWith(name);
}

/** In hexadecimal digits. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
