import { openDossier, readIndex, type ReadText } from './dossier/open.ts';
import type { Problem } from './dossier/problem.ts';
import type { Dossier } from './dossier/types.ts';
import { loadBasemap, type Basemap } from './map/basemap.ts';
import { parseLink } from './view/link.ts';

/** All that the atlas needs before it can show anything. */
export interface Opening {
  /** `null` where it can't be shown at all; the problems say why. */
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
  readonly basemap: Basemap;
}

/** Reads the dossier that a link names, or the default one, and the basemap beside it. */
export async function open(read: ReadText, fragment: string): Promise<Opening> {
  const basemap = loadBasemap(read);
  const index = await readIndex(read);
  const named = parseLink(fragment).view.dossier;
  const id = index.ids.find((known) => known === named) ?? index.ids[0];
  if (id === undefined) return { dossier: null, problems: index.problems, basemap: await basemap };
  const opened = await openDossier(
    id,
    read,
    basemap.then(({ outlines }) => outlines),
  );
  return { ...opened, problems: [...index.problems, ...opened.problems], basemap: await basemap };
}
