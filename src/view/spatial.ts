import type { Outline, Outlines } from '../dossier/outlines.ts';
import type { Bounds, Dossier } from '../dossier/types.ts';
import type { Area } from './area.ts';
import { cornerOf, Shape, WORLD } from './shape.ts';
import { lineShapeOf, outlinesFor, shapeOf } from './standing.ts';

/** A part of the map: its western edge lies in the world, its eastern one may lie beyond. */
interface Part {
  readonly shape: Shape;
  /** Whether it is all of its bounding box. */
  readonly isBox: boolean;
}

type Placed = Pick<Dossier, 'index' | 'areas' | 'lines'>;

/**
 * Which projects are in a frame: 1 for a row that is, else 0. A frame whose west is greater than
 * its east lies across the antimeridian; what it touches is in it. Otherwise as `inArea`.
 */
export function inFrame(frame: Bounds, dossier: Placed, outlines: Outlines): Uint8Array {
  const [west, south, east, north] = frame;
  // Begun within the world, and gone on with from there.
  const home = 360 * Math.floor((west + 180) / 360);
  const [left, top] = cornerOf([west - home, north]);
  const [right, bottom] = cornerOf([east - home + (east < west ? 360 : 0), south]);
  const shape = Shape.filled([
    [
      [left, top],
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
    ],
  ]);
  return inPart({ shape, isBox: true }, dossier, outlines);
}

/**
 * Which projects are in an area: 1 for a row that is, else 0. A spot is where one of its markers
 * is; a region, country or water wherever its outline is, so that it passes if the area meets it;
 * a border likewise along its line. What isn't placed never passes. Where the basemap has no
 * outline of an area, or not of all its countries, its markers are judged, too.
 */
export function inArea({ corners }: Area, dossier: Placed, outlines: Outlines): Uint8Array {
  const shape = Shape.filled([[...corners, ...corners.slice(0, 1)]]);
  return inPart({ shape, isBox: false }, dossier, outlines);
}

/** What becomes of the markers of a project that stands for an area. */
const JUDGED_SINGLY = 0;
const PASSES = 1;
const FAILS = 2;

function inPart(part: Part, { index, areas, lines }: Placed, outlines: Outlines): Uint8Array {
  const { shape, isBox } = part;
  const { west, north, east, south } = shape;
  const met = new Map<Outline, boolean>();
  const meets = (outline: Outline) => {
    const known = met.get(outline) ?? shapeOf(outline).meets(shape);
    met.set(outline, known);
    return known;
  };
  // Spots lead to the first.
  const judgements = Uint8Array.from([
    JUDGED_SINGLY,
    ...areas.map((place) => {
      const { outlines: own, isWhole } = outlinesFor(place, outlines);
      return own.some(meets) ? PASSES : isWhole ? FAILS : JUDGED_SINGLY;
    }),
  ]);
  const mask = new Uint8Array(index.size);
  const { row: rows, x: xs, y: ys } = index.markers;
  for (let marker = 0; marker < rows.length; marker++) {
    const row = rows[marker] ?? 0;
    const judgement = judgements[index.area[row] ?? 0];
    if (judgement === PASSES) mask[row] = 1;
    if (judgement !== JUDGED_SINGLY) continue;
    const y = ys[marker] ?? 0;
    if (y < north || y > south) continue;
    const inWorld = xs[marker] ?? 0;
    const x = inWorld < west ? inWorld + WORLD : inWorld;
    if (x <= east && (isBox || shape.contains(x, y))) mask[row] = 1;
  }
  for (const line of lines) mask[line.row] = lineShapeOf(line).meets(shape) ? 1 : 0;
  return mask;
}
