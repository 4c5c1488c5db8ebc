import type { Position } from 'geojson';
import { latitude, longitude, mercatorY } from '../dossier/projectIndex.ts';
import { touch, turn } from './segments.ts';

/** Web Mercator as in `Markers`; `x` may go on beyond the antimeridian. */
export type Corner = readonly [x: number, y: number];

/** A polygon that a reader has drawn. Its edges are straight on the map, as they were drawn. */
export interface Area {
  /** As links write it, in letters, digits, `-` and `_`. */
  readonly text: string;
  /**
   * Counterclockwise from the westernmost, of several the northernmost; that one lies in the world,
   * the others may go on beyond 2³².
   */
  readonly corners: readonly Corner[];
}

/** Why a text or a ring isn't an area. */
export type AreaProblem =
  'malformed' | 'out-of-range' | 'few-corners' | 'many-corners' | 'flat-area' | 'crossing-area';

export interface NoArea {
  readonly problem: AreaProblem;
}

/**
 * Corners are kept on a grid of so many steps round the world: pixels at the map's closest zoom,
 * about 5 m. Whole numbers are judged alike by every browser.
 */
const GRID = 2 ** 23;
/** A step of the grid, in those of `Markers`. */
const STEP = 2 ** 32 / GRID;
const MOST_CORNERS = 200;
/** Degrees, three times round: farther than the copies of the world that a map shows. */
const MOST_LNG = 1080;
const FORMAT = '1';
/** Each stands for five bits; those of the second half tell that more follow. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Six make 30 bits, more than any position or step needs. */
const MOST_DIGITS = 6;

/**
 * The area that a ring encloses, degrees, closed or not. It may go on beyond the antimeridian; what
 * lies beyond the map's edge at a pole is put at that edge.
 */
export function encodeArea(ring: readonly Position[]): Area | NoArea {
  const corners = ring.map(([lng = NaN, lat = NaN]): Corner => [
    // Adding zero turns -0 into 0.
    Math.abs(lng) <= MOST_LNG ? Math.round((lng / 360 + 0.5) * GRID) + 0 : NaN,
    Math.abs(lat) <= 90 ? Math.round(mercatorY(lat) / STEP) : NaN,
  ]);
  return canonicalArea(corners);
}

/**
 * The area that a link's text stands for, whichever corner it begins with and whichever way it goes
 * round; `text` of the area is the one form that links are written in.
 *
 * The text is the format's number, how many corners there are (so that a text cut off isn't taken
 * for another area), and for each corner the steps of the grid to the east and south: those of the
 * first from the map's north-west corner, those of the others from the one before. Numbers are
 * written as in Google's encoded polylines, in groups of five bits, the lowest first and signs in
 * the lowest bit, but in the digits of base64url (RFC 4648).
 * https://developers.google.com/maps/documentation/utilities/polylinealgorithm
 */
export function decodeArea(text: string): Area | NoArea {
  const numbers = text.startsWith(FORMAT) ? readNumbers(text.slice(FORMAT.length)) : null;
  if (numbers === null) return { problem: 'malformed' };
  const [count, ...steps] = numbers;
  if (count === undefined) return { problem: 'malformed' };
  if (count > MOST_CORNERS) return { problem: 'many-corners' };
  if (steps.length !== 2 * count) return { problem: 'malformed' };
  let x = 0;
  let y = 0;
  const corners = Array.from({ length: count }, (_, number): Corner => {
    x += signed(steps[2 * number] ?? 0);
    y += signed(steps[2 * number + 1] ?? 0);
    return [x, y];
  });
  return canonicalArea(corners);
}

/** The ring of an area: degrees, closed and counterclockwise as in RFC 7946. */
export function ringOf({ corners }: Area): Position[] {
  const ring = corners.map(([x, y]): Position => [longitude(x), latitude(y)]);
  return [...ring, ...ring.slice(0, 1)];
}

/** The one form of an area among those of the same shape; corners on the grid. */
function canonicalArea(written: readonly Corner[]): Area | NoArea {
  const west = written.reduce((west, [x]) => Math.min(west, x), Infinity);
  // Not so for what isn't a number.
  const isWithin = written.every(([x, y]) => x - west <= GRID && y >= 0 && y <= GRID);
  if (!isWithin) return { problem: 'out-of-range' };

  // Without repetition, and so without a last corner that closes the ring.
  const distinct = around(written).flatMap(([before, corner]) =>
    same(before, corner) ? [] : [corner],
  );
  if (new Set(distinct.map(String)).size < 3) return { problem: 'few-corners' };
  const isFlat = around(distinct).every(([a, b, c]) => turnAt(a, b, c) === 0);
  if (isFlat) return { problem: 'flat-area' };
  const bends = around(distinct).flatMap(([a, b, c]) => (isStraight(a, b, c) ? [] : [b]));
  if (bends.length > MOST_CORNERS) return { problem: 'many-corners' };
  if (crosses(bends)) return { problem: 'crossing-area' };

  const first = bends.reduce((first, corner) => (isBefore(corner, first) ? corner : first));
  const start = bends.indexOf(first);
  const turns = GRID * Math.floor(first[0] / GRID);
  const ring = [...bends.slice(start), ...bends.slice(0, start)].map(([x, y]): Corner => [
    x - turns,
    y,
  ]);
  // At its extreme corner a ring turns the way it goes round; y grows to the south.
  const [extreme] = around(ring);
  const isClockwise = extreme !== undefined && turnAt(...extreme) > 0;
  const corners = isClockwise ? [...ring.slice(0, 1), ...ring.slice(1).reverse()] : ring;
  return {
    text: textOf(corners),
    corners: corners.map(([x, y]): Corner => [x * STEP, y * STEP]),
  };
}

/** Each corner between those before and after it. */
function around(corners: readonly Corner[]): [before: Corner, corner: Corner, after: Corner][] {
  return corners.map((corner, number) => [
    corners.at(number - 1) ?? corner,
    corner,
    corners[(number + 1) % corners.length] ?? corner,
  ]);
}

function same([ax, ay]: Corner, [bx, by]: Corner): boolean {
  return ax === bx && ay === by;
}

function turnAt([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number {
  return turn(ax, ay, bx, by, cx, cy);
}

/** Whether the way from a to c leads on through b, and not back. */
function isStraight(a: Corner, b: Corner, c: Corner): boolean {
  const ahead = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  return turnAt(a, b, c) === 0 && ahead > 0;
}

/**
 * Whether edges cross, touch or lie on each other, but for neighbours in their corner. A way that
 * leads back on itself ends on the edge before, so that the next one touches that.
 */
function crosses(corners: readonly Corner[]): boolean {
  const edges = around(corners);
  return edges.some(([, a, b], number) =>
    edges.slice(number + 2).some(([, c, d], further) => {
      const areNeighbours = number === 0 && further === edges.length - 3;
      return !areNeighbours && touch(...a, ...b, ...c, ...d);
    }),
  );
}

function isBefore([ax, ay]: Corner, [bx, by]: Corner): boolean {
  return ax < bx || (ax === bx && ay < by);
}

function textOf(corners: readonly Corner[]): string {
  const steps = corners.flatMap(([x, y], number) => {
    const [fromX, fromY] = corners[number - 1] ?? [0, 0];
    return [unsigned(x - fromX), unsigned(y - fromY)];
  });
  return FORMAT + [corners.length, ...steps].map(writeNumber).join('');
}

function unsigned(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step;
}

function signed(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}

function writeNumber(number: number): string {
  const group = number % 32;
  const rest = (number - group) / 32;
  return rest === 0 ? DIGITS.charAt(group) : DIGITS.charAt(32 + group) + writeNumber(rest);
}

/** The numbers of a text, each in its shortest form; `null` where it isn't made of such. */
function readNumbers(text: string): number[] | null {
  const numbers: number[] = [];
  let number = 0;
  let digits = 0;
  for (const sign of text) {
    const digit = DIGITS.indexOf(sign);
    if (digit < 0 || digits === MOST_DIGITS || (digit === 0 && digits > 0)) return null;
    number += (digit % 32) * 32 ** digits;
    digits++;
    if (digit >= 32) continue;
    numbers.push(number);
    number = 0;
    digits = 0;
  }
  return digits === 0 ? numbers : null;
}
