import { localized } from '../dossier/localized.ts';
import type { Project } from '../dossier/types.ts';
import { takeAway } from '../i18n/takeAway.ts';
import type { MapPicture } from '../view/picture.ts';
import { fileName } from './export/fileName.ts';
import type { ExportContent } from './export/format.ts';
import { plateTextOf } from './export/plateText.ts';
import { composePng, PictureTooLarge } from './export/png.ts';
import type { Format } from './export/registry.ts';
import { countUnplaced, countWithoutOutline } from './export/rows.ts';
import { batches, ProjectsMissing, writeFile, type WriteOptions } from './export/write.ts';
import type { Paper } from './paper.ts';

/** A browser makes no larger files of texts with ease: some 500 MB. */
export const MOST_WRITTEN = 250_000;
/** Some 500 pages; a browser takes minutes to set more. */
export const MOST_PRINTED = 5_000;

export type TakePicture = (pixelRatio: 1 | 2) => Promise<MapPicture>;

export interface TakenFile {
  readonly name: string;
  readonly blob: Blob;
  /** What it lacks, in words. */
  readonly notes: readonly string[];
}

/** The projects shown, as a file of a format. */
export async function takeFile(
  { load, holdsUnplaced, hasGeometry }: Format,
  content: ExportContent,
  options: WriteOptions,
): Promise<TakenFile> {
  const { dossier, rows, outlines } = content;
  const format = await arrived(load());
  const { name, blob, unsound } = await writeFile(format, content, options);
  const unplaced = holdsUnplaced ? 0 : countUnplaced(rows, dossier.index);
  const unknown = hasGeometry ? countWithoutOutline(rows, dossier, outlines) : 0;
  return {
    name,
    blob,
    notes: [
      ...(unplaced > 0 ? [takeAway.leftOut({ number: unplaced })] : []),
      ...(unknown > 0 ? [takeAway.withoutOutline({ number: unknown })] : []),
      ...(unsound > 0 ? [takeAway.unsound({ number: unsound })] : []),
    ],
  };
}

/** The map as it is shown, as a PNG. */
export async function takePicture(
  take: TakePicture,
  content: ExportContent,
  scale: 1 | 2,
  { signal }: WriteOptions,
): Promise<TakenFile> {
  const { dossier, rows, language } = content;
  const picture = await take(scale);
  const blob = await composePng(plateTextOf(content, picture.shows), picture, scale);
  picture.image.close();
  signal?.throwIfAborted();
  const unplaced = countUnplaced(rows, dossier.index);
  const elsewhere = rows.length - unplaced - picture.shows.rows.length;
  return {
    name: fileName(dossier, language, scale === 1 ? 'png' : '2x.png'),
    blob,
    notes: [
      ...(elsewhere > 0 ? [takeAway.notPictured({ number: elsewhere })] : []),
      ...(unplaced > 0 ? [takeAway.notOnMap({ number: unplaced })] : []),
    ],
  };
}

/** Puts rows, given in ascending order, into that of the view. */
export type Order = (rows: Uint32Array) => Uint32Array;

/** Prints the map, where there is one, and the projects shown: in an order, or else by name. */
export async function takePrint(
  take: TakePicture | null,
  content: ExportContent,
  { paper, order }: { readonly paper: Paper; readonly order: Order | null },
  options: WriteOptions,
): Promise<void> {
  const { dossier, rows, language } = content;
  const { printSheet } = await arrived(import('./printSheet.ts'));
  const projects: Project[] = [];
  for await (const batch of batches(dossier.details, rows, options)) projects.push(...batch);
  if (order === null) {
    const { compare } = new Intl.Collator(language);
    const nameOf = ({ name }: Project) => localized(name, language);
    projects.sort((a, b) => compare(nameOf(a), nameOf(b)));
  } else {
    const places = new Map([...order(rows)].map((row, place) => [row, place]));
    const placeOf = ({ row }: Project) => places.get(row) ?? 0;
    projects.sort((a, b) => placeOf(a) - placeOf(b));
  }
  const picture = take && (await take(2));
  options.signal?.throwIfAborted();
  try {
    const text = plateTextOf(content, picture?.shows ?? null);
    await printSheet({ text, picture, projects, paper }, options.signal);
    options.signal?.throwIfAborted();
  } finally {
    picture?.image.close();
  }
}

/** A part of the program didn't arrive. */
class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing';
}

async function arrived<T>(coming: Promise<T>): Promise<T> {
  try {
    return await coming;
  } catch (cause) {
    throw new ProgramMissing('A part of the program didn’t arrive.', { cause });
  }
}

/** Why something couldn't be taken away, for people; what they can't help is told to the console too. */
export function failureWords(error: unknown): string {
  if (error instanceof ProjectsMissing) return takeAway.failed.projects({ number: error.count });
  if (error instanceof PictureTooLarge)
    return takeAway.failed.other({ reason: takeAway.failed.canvas });
  console.error(error);
  if (error instanceof ProgramMissing) return takeAway.failed.program;
  return takeAway.failed.other({ reason: error instanceof Error ? error.message : String(error) });
}
