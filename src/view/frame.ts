import type { Bounds } from '../dossier/types.ts';
import { CAMERA_LIMITS } from './camera.ts';

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

/**
 * A frame whose east is never less than its west, within the latitudes that a map shows: for who
 * draws it or goes there.
 */
export function frameToShow([west, south, east, north]: Bounds): Bounds {
  const [lowest, highest] = CAMERA_LIMITS.lat;
  return [
    west,
    Math.max(lowest, Math.min(south, highest)),
    east < west ? east + 360 : east,
    Math.min(highest, Math.max(north, lowest)),
  ];
}

function inWorld(lng: number): number {
  return lng - 360 * Math.floor((lng + 180) / 360);
}
