import type { Dossier, Project } from '../dossier/types.ts';
import { passageOf } from './passage.ts';
import { formatLink, parseLink, type LinkProblem, type ParsedLink } from './link.ts';
import { withoutTrailingPunctuation } from './linkText.ts';
import { canonicalView, type View } from './view.ts';

/** A link, and the project that it names, as far as the dossier has it. */
export interface ResolvedLink extends ParsedLink {
  /** `null` where there is none, or none that can be shown. */
  readonly project: Project | null;
  readonly isUnsound: boolean;
}

/** Reads a link and fetches the project that it names. */
export async function resolveLink(fragment: string, dossier: Dossier): Promise<ResolvedLink> {
  const parsed = parseLink(fragment);
  const { project } = parsed.view;
  for (const id of project === null ? [] : candidates(project)) {
    const row = await dossier.details.find(id);
    if (row === null) continue;
    const project = await dossier.details.get(row);
    return { ...parsed, project, isUnsound: project === null };
  }
  return { ...parsed, project: null, isUnsound: false };
}

/**
 * What of a link a dossier can show: ids that it doesn't have are left out and reported, old ids
 * lead to the projects that bear them as aliases. `isDefault` tells whether the dossier is the one
 * that links needn't name.
 */
export function honour(
  { view, problems, project, isUnsound }: ResolvedLink,
  dossier: Dossier,
  isDefault: boolean,
): ParsedLink {
  const reported: LinkProblem[] = [...problems];

  const isOtherDossier = view.dossier !== null && view.dossier !== dossier.id;
  if (isOtherDossier)
    reported.push({ reason: 'unknown-dossier', key: 'dossier', value: view.dossier });

  const sector = view.filters.sector.flatMap((written) => {
    const id = meant(written, (id) => dossier.sectors.some((sector) => sector.id === id));
    if (id !== null) return [id];
    reported.push({ reason: 'unknown-sector', key: 'sector', value: written });
    return [];
  });

  if (view.project !== null && project === null)
    reported.push({
      reason: isUnsound ? 'unsound-project' : 'unknown-project',
      key: 'project',
      value: view.project,
    });

  const { passage: named } = view;
  const words =
    named && meant(named.words, (words) => passageOf({ ...named, words }, dossier) !== null);
  const passage = named && words !== null ? { ...named, words } : null;
  if (named !== null && passage === null)
    reported.push({
      reason: 'unknown-passage',
      key: 'passage',
      value: `${named.article}:${named.words}`,
    });

  reported.push(...unbuiltParts(view));

  return {
    view: canonicalView({
      ...view,
      dossier: isDefault ? null : dossier.id,
      filters: { ...view.filters, sector },
      project: project?.id ?? null,
      passage,
    }),
    problems: reported,
  };
}

/**
 * A value that is known as it is written, or else without what a sentence around the link left on
 * it, or with the blanks that some apps write as `+`; `null` where none is known.
 */
function meant(written: string, isKnown: (value: string) => boolean): string | null {
  return candidates(written).find(isKnown) ?? null;
}

function candidates(written: string): readonly string[] {
  const trimmed = withoutTrailingPunctuation(written);
  return [...new Set([written, trimmed, trimmed.replaceAll('+', ' ')])];
}

/** Keys of the grammar that this version keeps and writes back, but doesn't act on yet. */
const UNBUILT = [
  'kind',
  'country',
  'status',
  'when',
  'place',
  'q',
  'frame',
  'area',
  'sort',
  'lang',
  'embed',
];

function unbuiltParts(view: View): LinkProblem[] {
  return formatLink(view)
    .split('&')
    .map((part) => part.split('='))
    .filter(([key = '']) => UNBUILT.includes(key))
    .map(([key = '', value = '']) => ({ reason: 'not-built', key, value }));
}
