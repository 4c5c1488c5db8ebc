import type { Dossier, Project } from '../dossier/types.ts';
import { passageOf } from './passage.ts';
import { parseLink, type LinkProblem, type ParsedLink } from './link.ts';
import { withoutTrailingPunctuation } from './linkText.ts';
import { canonicalView, NONE } from './view.ts';

/** A link, and what has become of the project that it names. */
export interface ResolvedLink extends ParsedLink {
  /** `unsound` where it can't be had or shown; `null` where the link names none. */
  readonly project: Project | 'coming' | 'unsound' | 'unknown' | null;
}

/** A link whose project is still to be fetched. */
export function unresolvedLink(fragment: string): ResolvedLink {
  const parsed = parseLink(fragment);
  return { ...parsed, project: parsed.view.project === null ? null : 'coming' };
}

/** Reads a link and fetches the project that it names. */
export async function resolveLink(fragment: string, dossier: Dossier): Promise<ResolvedLink> {
  const parsed = parseLink(fragment);
  const written = parsed.view.project;
  if (written === null) return { ...parsed, project: null };
  for (const id of candidates(written)) {
    const row = await dossier.details.find(id);
    if (row === 'unsound') return { ...parsed, project: 'unsound' };
    if (row !== null) return { ...parsed, project: (await dossier.details.get(row)) ?? 'unsound' };
  }
  return { ...parsed, project: 'unknown' };
}

/**
 * What of a link a dossier can show: ids that it doesn't have are left out and reported, old ids
 * lead to the projects that bear them as aliases. `isDefault` tells whether the dossier is the one
 * that links needn't name.
 */
export function honour(
  { view, problems, project }: ResolvedLink,
  dossier: Dossier,
  isDefault: boolean,
): ParsedLink {
  const reported: LinkProblem[] = [...problems];

  const isOtherDossier = view.dossier !== null && view.dossier !== dossier.id;
  if (isOtherDossier)
    reported.push({ reason: 'unknown-dossier', key: 'dossier', value: view.dossier });

  const ids = dossier.sectors.map(({ id }) => id);
  const sector = view.filters.sector.flatMap((written) => {
    const id =
      meant(written, (id) => ids.includes(id)) ??
      ids.find((id) => candidates(written.toLowerCase()).includes(id.toLowerCase()));
    if (id !== undefined) return [id];
    reported.push({ reason: 'unknown-sector', key: 'sector', value: written });
    return [];
  });

  const country = view.filters.country.filter((code) => {
    const isKnown = code === NONE || dossier.countries.flat().includes(code) || isAssigned(code);
    if (!isKnown) reported.push({ reason: 'unknown-country', key: 'country', value: code });
    return isKnown;
  });

  if (view.project !== null && (project === 'unsound' || project === 'unknown'))
    reported.push({ reason: `${project}-project`, key: 'project', value: view.project });

  const { passage: named } = view;
  const words =
    named && meant(named.words, (words) => passageOf({ ...named, words }, dossier) !== null);
  const passage = named && words !== null ? { ...named, words } : null;
  if (named !== null && passage === null)
    reported.push({
      reason: dossier.articles.some(({ id }) => id === named.article)
        ? 'unknown-passage'
        : 'unknown-article',
      key: 'passage',
      value: `${named.article}:${named.words}`,
    });

  return {
    view: canonicalView({
      ...view,
      dossier: isDefault ? null : dossier.id,
      filters: { ...view.filters, sector, country },
      // What couldn't be had may be had another time: it stays in the link.
      project:
        typeof project === 'object'
          ? (project?.id ?? null)
          : project === 'unknown'
            ? null
            : view.project,
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

/**
 * Whether a country has this code. Another dossier may have projects in one that this one has none
 * in, so that is no fault; ZZ is what Unicode CLDR calls the unknown region.
 */
function isAssigned(code: string): boolean {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return code !== 'ZZ' && names.of(code) !== undefined;
}
