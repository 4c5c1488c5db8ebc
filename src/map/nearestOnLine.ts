import type { LineString, MultiLineString, Position } from 'geojson';
import { latitude, mercatorY } from '../dossier/projectIndex.ts';

/** Web Mercator as in `Markers`, to a degree of longitude. */
const DEGREE = 2 ** 32 / 360;

/**
 * The position of a line that is nearest to another, degrees, as both are seen on the map: the line
 * is straight there between its positions, and goes the shorter way round the world.
 */
export function nearestOnLine(
  { type, coordinates }: LineString | MultiLineString,
  [toLng = 0, toLat = 0]: Position,
): Position {
  const toY = mercatorY(toLat) / DEGREE;
  let nearest: Position = [toLng, toLat];
  let least = Infinity;
  for (const line of type === 'LineString' ? [coordinates] : coordinates) {
    let [fromX, fromY] = [Number.NaN, Number.NaN];
    for (const [lng = 0, lat = 0] of line) {
      const isFirst = Number.isNaN(fromX);
      const x = copyNear(isFirst ? toLng : fromX, lng);
      const y = mercatorY(lat) / DEGREE;
      const [across, down] = isFirst ? [0, 0] : [x - fromX, y - fromY];
      // How far back from its end: where the way to it is at a right angle, or an end.
      const along = ((x - toLng) * across + (y - toY) * down) / (across ** 2 + down ** 2);
      const back = Math.max(0, Math.min(1, along || 0));
      const [nearX, nearY] = [x - back * across, y - back * down];
      const away = (nearX - toLng) ** 2 + (nearY - toY) ** 2;
      if (away < least) {
        least = away;
        nearest = [nearX, latitude(nearY * DEGREE)];
      }
      [fromX, fromY] = [x, y];
    }
  }
  return nearest;
}

/** A longitude in the copy of the world in which it is nearest to another. */
function copyNear(other: number, lng: number): number {
  return lng + 360 * Math.round((other - lng) / 360);
}
