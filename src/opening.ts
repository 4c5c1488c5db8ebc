import { openDossier, readIndex, type ReadText } from './dossier/open.ts';
import type { Problem } from './dossier/problem.ts';
import type { Dossier } from './dossier/types.ts';
import { loadBasemap, type Basemap } from './map/basemap.ts';
import { parseLink } from './view/link.ts';

/** All that the atlas needs before it can show anything. */
export interface Opening {
  /** The ids of the dossiers published; the first is the default. */
  readonly ids: readonly string[];
  /** `null` where it can't be shown at all; the problems say why. */
  readonly dossier: Dossier | null;
  readonly problems: readonly Problem[];
  readonly basemap: Basemap;
}

/** Reads the dossier that a link names, or the default one, and the basemap beside it. */
export async function open(read: ReadText, fragment: string): Promise<Opening> {
  const reading = loadBasemap(read);
  const { ids, problems } = await readIndex(read);
  const id = dossierOf(fragment, ids);
  const opened =
    id === undefined
      ? { dossier: null, problems: [] }
      : await openDossier(
          id,
          read,
          reading.then(({ outlines }) => outlines),
        );
  return {
    ids,
    dossier: opened.dossier,
    problems: [...problems, ...opened.problems],
    basemap: await reading,
  };
}

/** The dossier that a link leads to: the one it names, where there is one, else the default. */
export function dossierOf(fragment: string, ids: readonly string[]): string | undefined {
  const named = parseLink(fragment).view.dossier;
  return ids.find((known) => known === named) ?? ids[0];
}
