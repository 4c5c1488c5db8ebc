import type { Dossier } from '../dossier/types.ts';
import { passageOf } from './passage.ts';
import { formatLink, type LinkProblem, type ParsedLink } from './link.ts';
import { withoutTrailingPunctuation } from './linkText.ts';
import { canonicalView, type View } from './view.ts';

/**
 * What of a link a dossier can show: ids that it doesn't have are left out and reported, old ids
 * lead to the projects that bear them as aliases. `isDefault` tells whether the dossier is the one
 * that links needn't name.
 */
export function honour(
  { view, problems }: ParsedLink,
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

  const projectOf = (id: string) =>
    dossier.projects.find((project) => project.id === id) ??
    dossier.projects.find(({ aliases }) => aliases.includes(id));
  const written = view.project && meant(view.project, (id) => projectOf(id) !== undefined);
  const project = written === null ? undefined : projectOf(written);
  if (view.project !== null && project === undefined)
    reported.push({ reason: 'unknown-project', key: 'project', value: view.project });

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
  const trimmed = withoutTrailingPunctuation(written);
  const candidates = [written, trimmed, trimmed.replaceAll('+', ' ')];
  return candidates.find(isKnown) ?? null;
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
