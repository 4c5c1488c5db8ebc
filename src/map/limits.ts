import type { Feature, FeatureCollection, Position } from 'geojson';
import { decodeArea, ringOf } from '../view/area.ts';
import { frameToShow } from '../view/frame.ts';
import type { Filters } from '../view/view.ts';

/** The frame and the area that are filtered by. */
export type Limits = Pick<Filters, 'frame' | 'area'>;

/** Both as they are drawn. */
export function limitFeatures({ frame, area }: Limits): FeatureCollection {
  const rings: Position[][] = [];
  if (frame !== null) {
    const [west, south, east, north] = frameToShow(frame);
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    rings.push([...corners, ...corners.slice(0, 1)]);
  }
  const drawn = area === null ? null : decodeArea(area);
  if (drawn !== null && !('problem' in drawn)) rings.push(ringOf(drawn));
  return {
    type: 'FeatureCollection',
    features: rings.map((ring): Feature => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ring] },
      properties: {},
    })),
  };
}
