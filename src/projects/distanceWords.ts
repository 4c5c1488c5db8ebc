import type { Level, Project } from '../dossier/types.ts';
import { space } from '../i18n/space.ts';
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
        ? space.samePlace
        : space.distance({ kilometres: kilometresShown(near) });
    case 'at-least':
      if (near.metres === 0) return space.touching;
      return own !== null && other !== null
        ? space.atLeastApart({ kilometres: kilometresShown(near) })
        : space.atLeast({ kilometres: kilometresShown(near) });
    case 'within': {
      const isAround = own === null || (own !== 'country' && other === 'country');
      return isAround && other !== null ? space.around[other] : space.inside[own ?? 'region'];
    }
  }
}

type AreaLevel = keyof typeof space.inside;

function areaLevel(level: Level | undefined): AreaLevel | null {
  return level === 'region' || level === 'country' || level === 'water' ? level : null;
}
