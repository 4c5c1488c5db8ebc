import type { Position } from 'geojson';

/** A position on a sphere of radius 1. */
export type Vector = readonly [x: number, y: number, z: number];

/** Degrees to a position on the sphere. */
export function vectorOf([lng = 0, lat = 0]: Position): Vector {
  const x = (lng * Math.PI) / 180;
  const y = (lat * Math.PI) / 180;
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

/** The angle between two positions as seen from the middle of the sphere, radians. */
export function angleBetween(a: Vector, b: Vector): number {
  const x = a[0] - b[0];
  const y = a[1] - b[1];
  const z = a[2] - b[2];
  // Exact for near ones, too, unlike the arc cosine; `Math.hypot` takes several times as long.
  return 2 * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2));
}

/** A part of the sphere around a position, with a radius in radians. */
export interface Cap {
  readonly middle: Vector;
  readonly radius: number;
}

/** What two caps are apart at least, radians; less than 0 where they may overlap. */
export function gapBetween(a: Cap, b: Cap): number {
  return angleBetween(a.middle, b.middle) - a.radius - b.radius;
}

/** A cap around others. */
function capAround(caps: readonly Cap[]): Cap {
  let [x, y, z] = [0, 0, 0];
  for (const { middle } of caps) {
    x += middle[0];
    y += middle[1];
    z += middle[2];
  }
  const length = Math.hypot(x, y, z);
  // All round the sphere, there is no middle.
  if (length < 1e-9) return { middle: [0, 0, 1], radius: Math.PI };
  const middle: Vector = [x / length, y / length, z / length];
  const radius = caps.reduce(
    (most, cap) => Math.max(most, angleBetween(middle, cap.middle) + cap.radius),
    0,
  );
  return { middle, radius };
}

/** The arc of a great circle between two positions less than half the world apart. */
interface Arc {
  readonly from: Vector;
  readonly to: Vector;
  /** `null` where both ends are the same. */
  readonly circle: Circle | null;
}

/** The great circle of an arc. */
interface Circle {
  /** Of length 1. */
  readonly pole: Vector;
  /** What lies beside the arc is on the positive side of both: ahead of its start, before its end. */
  readonly ahead: Vector;
  readonly before: Vector;
}

/** Arcs that follow each other, and what they lie in: a few, or two halves of more. */
interface Branch {
  readonly cap: Cap;
  readonly arcs: readonly Arc[];
  readonly halves: readonly [Branch, Branch] | null;
}

/**
 * Edges are straight in degrees (RFC 7946), so longer ones are followed by several arcs: of one
 * degree, an arc is nowhere more than 140 m beside the edge.
 */
const LONGEST = 1;
const FEW = 4;

/** Lines on a sphere, made so that the least angle to them is found without measuring all. */
export class Arcs {
  readonly #root: Branch;

  /** Lines in degrees. */
  constructor(lines: readonly (readonly Position[])[]) {
    const arcs = lines.flatMap((line) => {
      const vectors = followed(line).map(vectorOf);
      return vectors.slice(1).map((to, number) => arcBetween(vectors[number] ?? to, to));
    });
    this.#root = branchOf(arcs, 0, arcs.length);
  }

  /** What they lie in. */
  get cap(): Cap {
    return this.#root.cap;
  }

  /** The least angle to a position, radians; `limit` where none is less than that. */
  angleTo(position: Vector, limit = Infinity): number {
    return leastTo(this.#root, { middle: position, radius: 0 }, limit);
  }

  /** The least angle to other lines, radians: 0 where they cross; `limit` likewise. */
  angleToOther(other: Arcs, limit = Infinity): number {
    return leastBetween(this.#root, other.#root, limit);
  }
}

function branchOf(arcs: readonly Arc[], from: number, to: number): Branch {
  if (to - from <= FEW) {
    const own = arcs.slice(from, to);
    const ends = own.flatMap((arc) => [arc.from, arc.to]);
    const cap = capAround(ends.map((middle) => ({ middle, radius: 0 })));
    return { cap, arcs: own, halves: null };
  }
  const middle = (from + to) >>> 1;
  const halves = [branchOf(arcs, from, middle), branchOf(arcs, middle, to)] as const;
  return { cap: capAround(halves.map(({ cap }) => cap)), arcs: [], halves };
}

function leastTo({ cap, arcs, halves }: Branch, spot: Cap, limit: number): number {
  if (gapBetween(cap, spot) >= limit) return limit;
  let least = limit;
  for (const arc of arcs) least = Math.min(least, angleToArc(spot.middle, arc));
  if (halves === null) return least;
  const [one, other] = halves;
  const isNearer = gapBetween(one.cap, spot) <= gapBetween(other.cap, spot);
  const [first, second] = isNearer ? [one, other] : [other, one];
  return leastTo(second, spot, leastTo(first, spot, least));
}

function leastBetween(a: Branch, b: Branch, limit: number): number {
  if (limit === 0 || gapBetween(a.cap, b.cap) >= limit) return limit;
  if (a.halves === null && b.halves === null) {
    let least = limit;
    for (const arc of a.arcs)
      for (const facing of b.arcs) least = Math.min(least, angleBetweenArcs(arc, facing));
    return least;
  }
  // The larger is halved.
  const isFirst = b.halves === null || (a.halves !== null && a.cap.radius >= b.cap.radius);
  const [whole, halves] = isFirst ? [b, a.halves] : [a, b.halves];
  if (halves === null) return limit;
  const [one, other] = halves;
  const isNearer = gapBetween(one.cap, whole.cap) <= gapBetween(other.cap, whole.cap);
  const [first, second] = isNearer ? [one, other] : [other, one];
  return leastBetween(second, whole, leastBetween(first, whole, limit));
}

/** Positions on a line so near to each other that the arcs between them follow it. */
function followed(line: readonly Position[]): Position[] {
  return line.flatMap(([lng = 0, lat = 0], number) => {
    const [fromLng = lng, fromLat = lat] = line[number - 1] ?? [];
    const [wide, tall] = [lng - fromLng, lat - fromLat];
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(wide), Math.abs(tall)) / LONGEST));
    return Array.from({ length: steps }, (_, step): Position => {
      const part = (step + 1) / steps;
      return [fromLng + wide * part, fromLat + tall * part];
    });
  });
}

function arcBetween(from: Vector, to: Vector): Arc {
  const [x, y, z] = cross(from, to);
  const length = Math.hypot(x, y, z);
  if (length < 1e-15) return { from, to, circle: null };
  const pole: Vector = [x / length, y / length, z / length];
  return { from, to, circle: { pole, ahead: cross(pole, from), before: cross(to, pole) } };
}

function angleToArc(position: Vector, { from, to, circle }: Arc): number {
  const isBeside =
    circle !== null && dot(circle.ahead, position) > 0 && dot(circle.before, position) > 0;
  return isBeside
    ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(circle.pole, position)))))
    : Math.min(angleBetween(position, from), angleBetween(position, to));
}

function angleBetweenArcs(a: Arc, b: Arc): number {
  if (areCrossing(a, b)) return 0;
  return Math.min(
    angleToArc(a.from, b),
    angleToArc(a.to, b),
    angleToArc(b.from, a),
    angleToArc(b.to, a),
  );
}

function areCrossing(a: Arc, b: Arc): boolean {
  if (a.circle === null || b.circle === null) return false;
  const isParted = ({ pole }: Circle, { from, to }: Arc) => dot(pole, from) * dot(pole, to) < 0;
  // Short arcs on opposite sides of the sphere don't cross.
  return isParted(a.circle, b) && isParted(b.circle, a) && dot(a.from, b.from) > 0;
}

function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

function dot([ax, ay, az]: Vector, [bx, by, bz]: Vector): number {
  return ax * bx + ay * by + az * bz;
}
