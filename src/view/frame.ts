import type { Bounds } from '../dossier/types.ts';

/**
 * What is seen of the map as the frame of a link: its bounds may go on beyond the antimeridian or
 * round the world, and are brought back into it.
 */
export function frameOfSeen([west, south, east, north]: Bounds): Bounds {
  const bottom = Math.max(-90, south);
  const top = Math.min(90, north);
  return east - west >= 360
    ? [-180, bottom, 180, top]
    : [inWorld(west), bottom, inWorld(east), top];
}

function inWorld(lng: number): number {
  return lng - 360 * Math.floor((lng + 180) / 360);
}
