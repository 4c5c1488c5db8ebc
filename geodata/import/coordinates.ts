import type { Position } from 'geojson';

/** Numbers beyond this can't be degrees of anything. */
const FULL_CIRCLE = 360;

/**
 * Degrees out of a table's cell, with a decimal point, or with a decimal comma where that is its
 * only mark. `null` for whatever else: `39°48′` and `1,234.5` aren’t guessed at.
 */
export function degrees(cell: string): number | null {
  // A second mark, as in 1,234.5, leaves no number.
  const number = cell.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(number) ? Number(number) : null;
}

/** What is expected instead of a position that is no place on earth; `null` where it is one. */
export function positionFault([lng = NaN, lat = NaN]: Position): string | null {
  if (Math.abs(lng) > FULL_CIRCLE || Math.abs(lat) > FULL_CIRCLE)
    return 'degrees of WGS 84: these look like metres of a projected system';
  if (Math.abs(lat) > 90) {
    const isLikelySwapped = Math.abs(lng) <= 90;
    return `a latitude from -90 to 90${isLikelySwapped ? ': latitude and longitude look swapped' : ''}`;
  }
  if (Math.abs(lng) > 180) return 'a longitude from -180 to 180';
  if (lng === 0 && lat === 0)
    return 'coordinates of the place: 0, 0 is what tables have for “not known”';
  return null;
}
