import type { Level, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { kilometresShown, type Near } from '../view/near.ts';

/** In words, how far a project is from the one that it is near to. */
export function distanceWords(
  near: Near,
  from: Pick<Project, 'location'>,
  to: Pick<Project, 'location'>,
): string {
  const own = areaLevel(from.location?.place.level);
  const other = areaLevel(to.location?.place.level);
  switch (near.kind) {
    case 'exact':
      return near.metres === 0
        ? m.space.samePlace
        : m.space.distance({ kilometres: kilometresShown(near) });
    case 'at-least':
      if (near.metres === 0) return m.space.touching;
      return own !== null && other !== null
        ? m.space.atLeastApart({ kilometres: kilometresShown(near) })
        : m.space.atLeast({ kilometres: kilometresShown(near) });
    case 'within': {
      const isAround = own === null || (own !== 'country' && other === 'country');
      return isAround && other !== null ? m.space.around[other] : m.space.inside[own ?? 'region'];
    }
  }
}

type AreaLevel = keyof typeof m.space.inside;

function areaLevel(level: Level | undefined): AreaLevel | null {
  return level === 'region' || level === 'country' || level === 'water' ? level : null;
}
