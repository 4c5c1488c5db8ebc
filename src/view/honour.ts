import type { Dossier } from '../dossier/types.ts';
import { passageOf } from './passage.ts';
import { formatLink, type LinkProblem, type ParsedLink } from './link.ts';
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

  const sector = view.filters.sector.filter((id) => {
    const known = dossier.sectors.some((sector) => sector.id === id);
    if (!known) reported.push({ reason: 'unknown-sector', key: 'sector', value: id });
    return known;
  });

  const project =
    dossier.projects.find(({ id }) => id === view.project) ??
    dossier.projects.find(({ aliases }) => aliases.some((alias) => alias === view.project));
  if (view.project !== null && project === undefined)
    reported.push({ reason: 'unknown-project', key: 'project', value: view.project });

  const { passage } = view;
  const isPassageKnown = passage !== null && passageOf(passage, dossier) !== null;
  if (passage !== null && !isPassageKnown)
    reported.push({
      reason: 'unknown-passage',
      key: 'passage',
      value: `${passage.article}:${passage.words}`,
    });

  reported.push(...unbuiltParts(view));

  return {
    view: canonicalView({
      ...view,
      dossier: isDefault ? null : dossier.id,
      filters: { ...view.filters, sector },
      project: project?.id ?? null,
      passage: isPassageKnown ? passage : null,
    }),
    problems: reported,
  };
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
