import type { Project, Sector } from '../dossier/types.ts';
import type { Filters } from './view.ts';

/** What each facet lets through; those that aren't built yet let everything through. */
const FACETS = {
  sector: (project: Project, { sector }: Filters) =>
    sector.length === 0 || sector.includes(project.sector.id),
} as const;
type Facet = keyof typeof FACETS;

const NAMES: readonly Facet[] = ['sector'];

/** Whether a project passes all the filters, but for the facet to leave aside. */
export function matches(project: Project, filters: Filters, aside?: Facet): boolean {
  return NAMES.every((facet) => facet === aside || FACETS[facet](project, filters));
}

/** How many projects each sector would show, with the other facets as they are. */
export function sectorCounts(
  projects: readonly Project[],
  sectors: readonly Sector[],
  filters: Filters,
): ReadonlyMap<string, number> {
  const counts = new Map(sectors.map(({ id }) => [id, 0]));
  for (const project of projects) {
    if (!matches(project, filters, 'sector')) continue;
    counts.set(project.sector.id, (counts.get(project.sector.id) ?? 0) + 1);
  }
  return counts;
}
