import {
  bbox,
  booleanPointInPolygon,
  lineString,
  pointToLineDistance,
  polygon,
  segmentEach,
} from '@turf/turf';
import type { Feature, Polygon, Position } from 'geojson';
import type { Outline } from './outlines.ts';
import type { Bounds } from './types.ts';

interface Part {
  readonly polygon: Feature<Polygon>;
  readonly bounds: Bounds;
}

/** Kilometres in a degree of latitude: a little less than there are, to be on the safe side. */
const DEGREE = 110.5;
/** Longer edges, in degrees, are great circles too far from straight to be ruled out unmeasured. */
const LONGEST = 20;

/**
 * An outline that many positions are asked of: bounding boxes rule out nearly all of the work.
 */
export class Ground {
  readonly #parts: readonly Part[];
  readonly #bounds: Bounds;
  /** Longitude and latitude of both ends, degrees; one edge after the other. */
  readonly #edges: Float64Array;
  /** The greatest difference in longitude of an edge's ends, degrees. */
  readonly #longest: number;

  constructor(outline: Outline) {
    const { geometry } = outline;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    this.#parts = polygons.map((rings) => {
      const part = polygon(rings);
      return { polygon: part, bounds: boundsOf(part) };
    });
    this.#bounds = boundsOf(outline);
    const edges: number[] = [];
    segmentEach(outline, (segment) => {
      for (const [lng = 0, lat = 0] of segment?.geometry.coordinates ?? []) edges.push(lng, lat);
    });
    this.#edges = Float64Array.from(edges);
    const lengths = edges.map((lng, at) =>
      at % 4 === 0 ? Math.abs((edges[at + 2] ?? lng) - lng) : 0,
    );
    this.#longest = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  }

  contains(position: Position): boolean {
    return turnsOf(position).some((turn) =>
      this.#parts.some(
        ({ polygon, bounds }) =>
          isWithin(turn, bounds, 0, 0) && booleanPointInPolygon(turn, polygon),
      ),
    );
  }

  /** Whether an edge is at most so many kilometres away. */
  hasEdgeNear(position: Position, kilometers: number): boolean {
    const lat = Math.min(89.9, Math.abs(position[1] ?? 0) + kilometers / DEGREE);
    const tall = kilometers / DEGREE;
    const wide = tall / Math.cos((lat * Math.PI) / 180);
    return turnsOf(position).some(
      (turn) =>
        isWithin(turn, this.#bounds, wide, tall + bulge(this.#longest)) &&
        this.#isNearEdge(turn, kilometers, wide, tall),
    );
  }

  #isNearEdge([lng = 0, lat = 0]: Position, kilometers: number, wide: number, tall: number) {
    const edges = this.#edges;
    for (let at = 0; at < edges.length; at += 4) {
      const x1 = edges[at] ?? 0;
      const y1 = edges[at + 1] ?? 0;
      const x2 = edges[at + 2] ?? 0;
      const y2 = edges[at + 3] ?? 0;
      const length = Math.abs(x2 - x1);
      const slack = tall + bulge(length);
      const isFar =
        length <= LONGEST &&
        (lng < Math.min(x1, x2) - wide ||
          lng > Math.max(x1, x2) + wide ||
          lat < Math.min(y1, y2) - slack ||
          lat > Math.max(y1, y2) + slack);
      if (isFar) continue;
      const edge = lineString([
        [x1, y1],
        [x2, y2],
      ]);
      if (pointToLineDistance([lng, lat], edge, { units: 'kilometers' }) <= kilometers) return true;
    }
    return false;
  }
}

/**
 * How far a great circle may lie north or south of the straight edge it stands for, whose ends
 * differ in longitude by so much: a little more than it can be. Degrees.
 */
function bulge(length: number): number {
  return length > 90 ? 90 : (length * length * Math.PI) / 180 / 14;
}

function boundsOf(shape: Feature): Bounds {
  const [west, south, east, north] = bbox(shape);
  return [west, south, east, north];
}

function isWithin([lng = 0, lat = 0]: Position, bounds: Bounds, wide: number, tall: number) {
  const [west, south, east, north] = bounds;
  return lng >= west - wide && lng <= east + wide && lat >= south - tall && lat <= north + tall;
}

/** A position, and the same one round the world: outlines may go on beyond the antimeridian. */
function turnsOf([lng = 0, lat = 0]: Position): Position[] {
  return [lng, lng - 360, lng + 360].map((turn) => [turn, lat]);
}
