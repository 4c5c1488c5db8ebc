import type { Details } from '../../dossier/details.ts';
import { DETAILS_SIZE } from '../../dossier/manifest.ts';
import type { Row } from '../../dossier/projectIndex.ts';
import type { Project } from '../../dossier/types.ts';
import { fileName } from './fileName.ts';
import type { ExportContent, ExportFormat } from './format.ts';

export interface WriteOptions {
  readonly onProgress?: (done: number, all: number) => void;
  /** Aborted, the file isn't written, and the reason is thrown. */
  readonly signal?: AbortSignal;
}

export interface WrittenFile {
  readonly name: string;
  readonly blob: Blob;
  /** Projects that aren’t sound, and so left out as they are everywhere. */
  readonly unsound: number;
}

/** Some projects asked for didn't arrive, so that a file would lack them. */
export class ProjectsMissing extends Error {
  override readonly name = 'ProjectsMissing';
  readonly count: number;

  constructor(count: number) {
    super(`${count} projects didn’t arrive.`);
    this.count = count;
  }
}

/**
 * Writes a file of the projects shown, piece by piece, so that a hundred thousand of them don't
 * stand in memory at once. Throws `ProjectsMissing` where a piece of them can't be had: a file that
 * lacks some without saying so would be worse than none.
 */
export async function writeFile(
  format: ExportFormat,
  content: ExportContent,
  options: WriteOptions = {},
): Promise<WrittenFile> {
  const { dossier, language, rows } = content;
  const writer = format.begin(content);
  const parts: BlobPart[] = [writer.head];
  let sound = 0;
  for await (const batch of batches(dossier.details, rows, options)) {
    let text = '';
    for (const project of batch) {
      text += writer.add(project);
      sound++;
    }
    // A blob may lie outside of the page's memory; a text may not.
    parts.push(new Blob([text]));
  }
  parts.push(writer.end());
  return {
    name: fileName(dossier, language, format.extension),
    blob: new Blob(parts, { type: format.mediaType }),
    unsound: rows.length - sound,
  };
}

/** Pieces that are fetched while others are written. */
const AHEAD = 3;

/** Projects by the piece they are published in, each fetched once; what is unsound is left out. */
export async function* batches(
  details: Pick<Details, 'get' | 'peek'>,
  rows: Uint32Array,
  { onProgress, signal }: WriteOptions = {},
): AsyncGenerator<readonly Project[]> {
  let done = 0;
  onProgress?.(0, rows.length);
  const pieces = [...byPiece(rows)];
  for (const [number, batch] of pieces.entries()) {
    for (const [row = 0] of pieces.slice(number + 1, number + 1 + AHEAD)) {
      // Where it fails, it is asked for again in its turn, and told of then.
      details.get(row).catch(() => undefined);
    }
    const projects = await Promise.all(batch.map((row) => details.get(row)));
    signal?.throwIfAborted();
    const missing = batch.filter(
      (row, number) => projects[number] === null && details.peek(row) === undefined,
    );
    if (missing.length > 0) throw new ProjectsMissing(missing.length);
    yield projects.filter((project) => project !== null);
    done += batch.length;
    onProgress?.(done, rows.length);
    // Lets the page be drawn, and the reader cancel.
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
}

function* byPiece(rows: Uint32Array): Generator<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    const [first = row] = batch;
    if (Math.floor(row / DETAILS_SIZE) !== Math.floor(first / DETAILS_SIZE)) {
      yield batch;
      batch = [];
    }
    batch.push(row);
  }
  if (batch.length > 0) yield batch;
}
