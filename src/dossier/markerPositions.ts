import { along, length, lineString } from '@turf/turf';
import type { Position } from 'geojson';
import type { PlaceGeometry } from './types.ts';

/**
 * Where the markers of a place stand, degrees: at its points, or in the middle of its longest line.
 * Published, they are in the index.
 */
export function markerPositions(geometry: PlaceGeometry): [Position, ...Position[]] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint': {
      const [first, ...others] = geometry.coordinates;
      if (first === undefined) throw new RangeError('A MultiPoint needs a position.');
      return [first, ...others];
    }
    case 'LineString':
      return [middle(geometry.coordinates)];
    case 'MultiLineString':
      return [middle(longest(geometry.coordinates))];
  }
}

function longest(lines: Position[][]): Position[] {
  return lines.reduce((a, b) => (length(lineString(b)) > length(lineString(a)) ? b : a));
}

function middle(coordinates: Position[]): Position {
  const line = lineString(coordinates);
  return along(line, length(line) / 2).geometry.coordinates;
}
