import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DOSSIERS, GEODATA, readOutlines } from '../../geodata/check.ts';
import { compileDossier } from '../../geodata/compile/compileDossier.ts';
import { folderSource } from '../../geodata/folderSource.ts';
import { openDossier } from '../../src/dossier/open.ts';
import type { ReadBytes } from '../../src/dossier/piece.ts';
import type { Dossier, Project } from '../../src/dossier/types.ts';
import { resolveLink } from '../../src/view/honour.ts';
import { ViewStore } from '../../src/view/store.svelte.ts';

/** The dossier that the tests open, as it is published. */
export const ID = 'uzbekistan-kazakhstan-2022';

/** Publishes it into a temporary folder and returns what reads files there, as the page would. */
export async function published(): Promise<ReadBytes> {
  const folder = await mkdtemp(path.join(tmpdir(), 'published-'));
  const problems: unknown[] = [];
  await compileDossier(ID, folderSource(DOSSIERS), folder, await readOutlines(), {
    report: (problem) => problems.push(problem),
  });
  if (problems.length > 0) throw new Error(`The dossier is broken: ${JSON.stringify(problems)}`);
  return async (file) => {
    const [, inDossier] = file.split(`dossiers/${ID}/`);
    const place = inDossier === undefined ? GEODATA : path.join(folder, ID);
    return new Uint8Array(await readFile(path.join(place, inDossier ?? file)));
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
