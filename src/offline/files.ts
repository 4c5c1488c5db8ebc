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
