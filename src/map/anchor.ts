import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { markersOf, type ProjectIndex } from '../dossier/projectIndex.ts';
import type { Project } from '../dossier/types.ts';
import { lngLatOf } from './marks.ts';
import { nearestOnLine } from './nearestOnLine.ts';

/**
 * Where a project's popup belongs, degrees: at its mark, or if that is out of sight at the part of
 * its line, or the other mark, nearest to the middle of the map. `null` where it isn't placed.
 */
export function anchorOf(
  map: MapLibreMap,
  index: ProjectIndex,
  { row, location }: Project,
): Position | null {
  const { x, y } = index.markers;
  const [from, to] = markersOf(index, row);
  if (location === null || from === to) return null;
  const [first = [0, 0], ...others] = Array.from({ length: to - from }, (_, number): Position =>
    lngLatOf({ x: x[from + number] ?? 0, y: y[from + number] ?? 0 }),
  );
  const bounds = map.getBounds();
  const isSeen = ([lng = 0, lat = 0]: Position) =>
    [-360, 0, 360].some((turn) => bounds.contains([lng + turn, lat]));
  if (isSeen(first)) return first;
  const { geometry } = location;
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString')
    return nearestOnLine(geometry, map.getCenter().toArray());
  return others.find(isSeen) ?? first;
}
