import { areasOf, type Outline, type Outlines } from '../dossier/outlines.ts';
import type { BorderLine, Place } from '../dossier/types.ts';
import { cornerOf, Shape } from './shape.ts';

/** The outlines of an area, as far as the basemap has them. */
export interface AreaOutlines {
  readonly outlines: readonly Outline[];
  /** Whether that is all of it. */
  readonly isWhole: boolean;
}

export function outlinesFor(place: Place, outlines: Outlines): AreaOutlines {
  const found = areasOf(place, outlines);
  const parts = place.id === undefined ? Math.max(1, place.countries.length) : 1;
  return { outlines: found, isWhole: found.length === parts };
}

const shapes = new WeakMap<Outline | BorderLine, Shape>();

/** An outline in Web Mercator, prepared once. */
export function shapeOf(outline: Outline): Shape {
  const known = shapes.get(outline);
  if (known !== undefined) return known;
  const { geometry } = outline;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const shape = Shape.filled(rings.map((ring) => ring.map(cornerOf)));
  shapes.set(outline, shape);
  return shape;
}

/** A border's line in Web Mercator, prepared once. */
export function lineShapeOf(line: BorderLine): Shape {
  const known = shapes.get(line);
  if (known !== undefined) return known;
  const shape = Shape.ofLines(linesOf(line).map((positions) => positions.map(cornerOf)));
  shapes.set(line, shape);
  return shape;
}

export function linesOf({ geometry }: BorderLine) {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
}
