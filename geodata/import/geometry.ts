import type { Position } from 'geojson';
import * as v from 'valibot';
import { excerpt } from '../../src/dossier/problem.ts';
import type { PlaceGeometry } from '../../src/dossier/types.ts';
import type { Cells, Refuse } from './cells.ts';
import { degrees, positionFault } from './coordinates.ts';
import type { Row } from './row.ts';

/** What a row says of where it is: `broken` where that was refused, `null` where it says nothing. */
export type Drawn = PlaceGeometry | 'broken' | null;

export function geometryOf(row: Row, cells: Cells, refuse: Refuse): Drawn {
  return row.geometry === undefined
    ? pointOf(cells, refuse)
    : featureGeometry(row.geometry, refuse);
}

function pointOf(cells: Cells, refuse: Refuse): Drawn {
  const [lat, lng] = [cells.text('lat'), cells.text('lng')];
  if (lat === undefined && lng === undefined) return null;
  const [y, x] = [coordinate('lat', lat, refuse), coordinate('lng', lng, refuse)];
  if (y === null || x === null) return 'broken';
  const fault = positionFault([x, y]);
  if (fault === null) return { type: 'Point', coordinates: [x, y] };
  refuse('lat, lng', `${y}, ${x}`, fault);
  return 'broken';
}

function coordinate(field: 'lat' | 'lng', cell: string | undefined, refuse: Refuse): number | null {
  if (cell === undefined) {
    const [what, other] = field === 'lat' ? ['latitude', 'longitude'] : ['longitude', 'latitude'];
    refuse(field, 'nothing', `a ${what}, as there is a ${other}`);
    return null;
  }
  const number = degrees(cell);
  if (number === null) refuse(field, excerpt(cell), 'degrees as a decimal number, as in 39.815');
  return number;
}

const PositionShape = v.pipe(v.array(v.number()), v.minLength(2));
const GeometryShape = v.nullable(
  v.variant('type', [
    v.object({ type: v.literal('Point'), coordinates: PositionShape }),
    v.object({
      type: v.literal('MultiPoint'),
      coordinates: v.pipe(v.array(PositionShape), v.nonEmpty()),
    }),
    v.object({
      type: v.literal('LineString'),
      coordinates: v.pipe(v.array(PositionShape), v.minLength(2)),
    }),
    v.object({
      type: v.literal('MultiLineString'),
      coordinates: v.pipe(v.array(v.pipe(v.array(PositionShape), v.minLength(2))), v.nonEmpty()),
    }),
  ]),
);

function featureGeometry(value: unknown, refuse: Refuse): Drawn {
  const shaped = v.safeParse(GeometryShape, value);
  if (!shaped.success) {
    refuse('geometry', excerpt(value), 'a Point, a MultiPoint, the line of a border, or null');
    return 'broken';
  }
  const geometry = shaped.output;
  if (geometry === null) return null;
  for (const position of positionsOf(geometry)) {
    const fault = positionFault(position);
    if (fault === null) continue;
    refuse('geometry', position.join(', '), fault);
    return 'broken';
  }
  return geometry;
}

export function positionsOf(geometry: PlaceGeometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
      return geometry.coordinates.flat();
  }
}
