import * as v from 'valibot';
import { ManifestSchema, publishedFiles, type Piece } from '../dossier/manifest.ts';
import { readJsonPiece, type ReadBytes } from '../dossier/piece.ts';
import { DirectorySchema } from '../dossier/searchFormat.ts';
import { isPiece, pieceName } from './files.ts';
import { inTurn } from './inTurn.ts';

/** A piece that isn't kept yet. */
export interface MissingPiece {
  /** Below the atlas's folder. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * The pieces of a dossier that aren't kept. Rejects where the manifest or the directory of the search
 * index can be had neither from the server nor from what is kept.
 */
export async function missingPieces(
  dossier: string,
  read: ReadBytes,
  store: Cache,
): Promise<readonly MissingPiece[]> {
  const files = publishedFiles(dossier);
  const text = new TextDecoder().decode(await read(files.manifest));
  const manifest = v.parse(v.pipe(v.string(), v.parseJson(), ManifestSchema), text);
  const { index, articles, details, ids, lines, search, orders } = manifest;
  const directory = await readJsonPiece(read, files.piece(search), search);
  const { shards, lists } = v.parse(DirectorySchema, directory);
  const pieces: Piece[] = [
    index,
    ...articles.flatMap(({ text, passages }) => [text, passages]),
    ...details.pieces,
    ...ids,
    ...(lines === null ? [] : [lines]),
    search,
    ...shards.map(([, piece]) => piece),
    ...lists,
    ...Object.values(orders).flatMap((order) => Object.values(order)),
  ];
  const kept = new Set((await store.keys()).map(({ url }) => url.slice(url.lastIndexOf('/') + 1)));
  // Two may hold the same.
  const missing = new Map(
    pieces
      .filter(({ name }) => !kept.has(`${name}.bin`))
      .map((piece) => [piece.name, { path: `geodata/${files.piece(piece)}`, bytes: piece.bytes }]),
  );
  return [...missing.values()];
}

/** How many bytes these pieces have. */
export function bytesOf(pieces: readonly MissingPiece[]): number {
  return pieces.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** How keeping ended: `full` where the browser has no more room. */
export type Keeping = 'kept' | 'cancelled' | 'full' | 'network';

export interface KeepOptions {
  /** The address of the atlas's folder, with a slash at its end. */
  readonly scope: string;
  readonly store: Cache;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly signal: AbortSignal;
  /** Told how many bytes have been kept, after each piece. */
  readonly onKept: (bytes: number) => void;
}

/** Fetches pieces and keeps each as it arrives; what is kept stays, however it ends. */
export async function keepPieces(
  pieces: readonly MissingPiece[],
  { scope, store, fetch, signal, onKept }: KeepOptions,
): Promise<Keeping> {
  let kept = 0;
  try {
    await inTurn(pieces, async ({ path, bytes }) => {
      const content = await fetchPiece(fetch, scope, path, signal);
      signal.throwIfAborted();
      await store.put(scope + path, new Response(content));
      kept += bytes;
      onKept(kept);
    });
    return 'kept';
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    if (error instanceof NotArrived) return 'network';
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full';
    throw error;
  }
}

class NotArrived extends Error {}

/** Past the worker and the browser's own cache: it is to be kept in one place. */
async function fetchPiece(
  fetch: KeepOptions['fetch'],
  scope: string,
  path: string,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const content = await fetch(scope + path, { signal, cache: 'no-store' })
    .then((response) => (response.status === 200 ? response.arrayBuffer() : null))
    .catch((error: unknown) => {
      throw new NotArrived(path, { cause: error });
    });
  const name = pieceName(path);
  if (content === null || name === null || !(await isPiece(name, content)))
    throw new NotArrived(path);
  return content;
}

/** Bytes that the browser still has room for; `null` where it doesn't tell. */
export async function roomLeft(storage: Pick<StorageManager, 'estimate'>): Promise<number | null> {
  const { quota, usage } = await storage.estimate();
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}
