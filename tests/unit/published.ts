import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DOSSIERS, GEODATA } from '../../geodata/check.ts';
import { openDossier } from '../../src/dossier/open.ts';
import type { ReadBytes } from '../../src/dossier/piece.ts';
import type { Dossier, Project } from '../../src/dossier/types.ts';
import { resolveLink } from '../../src/view/honour.ts';
import { ViewStore } from '../../src/view/store.svelte.ts';
import { publishedFiles } from '../publishedFiles.ts';

/** The dossier that the tests open, as it is published. */
export const ID = 'uzbekistan-kazakhstan-2022';

/** Publishes it, and returns what reads files there, as the page would. */
export async function published(): Promise<ReadBytes> {
  const problems: unknown[] = [];
  const files = await publishedFiles(ID, DOSSIERS, (problem) => problems.push(problem));
  if (problems.length > 0) throw new Error(`The dossier is broken: ${JSON.stringify(problems)}`);
  return async (file) => {
    const [, inDossier] = file.split(`dossiers/${ID}/`);
    if (inDossier === undefined) return new Uint8Array(await readFile(path.join(GEODATA, file)));
    const bytes = files.get(inDossier);
    if (bytes === undefined) throw new Error(`Nothing is published as ${file}.`);
    return new Uint8Array(bytes);
  };
}

export async function openPublished(): Promise<Dossier> {
  const { dossier, problems } = await openDossier(ID, await published());
  if (dossier === null) throw new Error(`It can’t be opened: ${JSON.stringify(problems)}`);
  return dossier;
}

/** All projects of a dossier. */
export function projectsOf(dossier: Dossier): Promise<Project[]> {
  return dossier.details.all(Array.from({ length: dossier.index.size }, (_, row) => row));
}

/** The state of a page that a link has opened. */
export async function storeOf(dossier: Dossier, link = '', isDefault = true): Promise<ViewStore> {
  return new ViewStore(dossier, await resolveLink(link, dossier), { isDefault });
}
