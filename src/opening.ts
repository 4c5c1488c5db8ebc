import { openDossier, readIndex } from './dossier/open.ts';
import type { ReadBytes } from './dossier/piece.ts';
import type { Problem } from './dossier/problem.ts';
import type { Dossier } from './dossier/types.ts';
import { loadBasemap, type Basemap } from './map/basemap.ts';
import { resolveLink, type ResolvedLink } from './view/honour.ts';
import { parseLink } from './view/link.ts';

/** All that the atlas needs before it can show anything. */
export interface Opening {
  /** The ids of the dossiers published; the first is the default. */
  readonly ids: readonly string[];
  /** `null` where nothing can be shown at all; the problems say why. */
  readonly shown: { readonly dossier: Dossier; readonly link: ResolvedLink } | null;
  readonly problems: readonly Problem[];
  readonly basemap: Basemap;
}

/**
 * Reads the dossier that a link names, or else `home`, or else the first one, and the basemap beside
 * it.
 */
export async function open(read: ReadBytes, fragment: string, home?: string): Promise<Opening> {
  const reading = loadBasemap(read);
  const index = await readIndex(read);
  const { problems } = index;
  const ids = [...index.ids.filter((id) => id === home), ...index.ids.filter((id) => id !== home)];
  const id = dossierOf(fragment, ids);
  const opened = id === undefined ? { dossier: null, problems: [] } : await openDossier(id, read);
  const { dossier } = opened;
  const late: Problem[] = [];
  if (dossier !== null) dossier.details.onProblems = (found) => late.push(...found);
  return {
    ids,
    shown: dossier && { dossier, link: await resolveLink(fragment, dossier) },
    basemap: await reading,
    problems: [...problems, ...opened.problems, ...late],
  };
}

/** The dossier that a link leads to: the one it names, where there is one, else the default. */
export function dossierOf(fragment: string, ids: readonly string[]): string | undefined {
  const named = parseLink(fragment).view.dossier;
  return ids.find((known) => known === named) ?? ids[0];
}
