import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { INDEX } from '../src/dossier/files.ts';
import { ManifestSchema, publishedFiles } from '../src/dossier/manifest.ts';
import { IndexSchema } from '../src/dossier/schema.ts';

/** Packed, bytes: a dossier up to so large is kept whole in every browser that opens the atlas. */
export const WHOLE = 2_000_000;

export interface KeptFile {
  /** Below the folder. */
  readonly url: string;
  readonly revision: null;
  readonly integrity: string;
  readonly size: number;
}

/** A file of a built atlas, with what its content is known by. */
export async function keptFile(folder: string, url: string): Promise<KeptFile> {
  const content = await readFile(path.join(folder, url));
  const integrity = `sha256-${createHash('sha256').update(content).digest('base64')}`;
  return { url, revision: null, integrity, size: content.length };
}

/**
 * The pieces of a built atlas's dossiers that every browser keeps: all of small ones, of others what
 * opening one needs.
 */
export async function keptPieces(folder: string, whole: number): Promise<string[]> {
  const json = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, 'geodata', file), 'utf8'));
  const { dossiers } = v.parse(IndexSchema, await json(INDEX));
  const kept = dossiers.map(async (id) => {
    const files = publishedFiles(id);
    const manifest = v.parse(ManifestSchema, await json(files.manifest));
    const { index, articles, lines, details } = manifest;
    const below = `geodata/dossiers/${id}`;
    const all = (await readdir(path.join(folder, below))).filter((name) => name.endsWith('.bin'));
    const sizes = await Promise.all(
      all.map(async (name) => (await stat(path.join(folder, below, name))).size),
    );
    if (sizes.reduce((sum, size) => sum + size, 0) <= whole)
      return all.map((name) => `${below}/${name}`);
    const [first, second] = details.pieces;
    const opening = [
      index,
      ...articles.flatMap(({ text, passages }) => [text, passages]),
      ...(lines === null ? [] : [lines]),
      // What fits in one piece is shown from the beginning.
      ...(first !== undefined && second === undefined ? [first] : []),
    ];
    return [...new Set(opening.map((piece) => `geodata/${files.piece(piece)}`))];
  });
  return (await Promise.all(kept)).flat();
}
