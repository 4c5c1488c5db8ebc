import type { FeatureCollection, Point } from 'geojson';

/**
 * What the pages of the peers have in common. Each opens on the same view in the same frame, groups
 * its points at the same distance, and can be told by the bench to show only some sectors.
 */
declare global {
  interface Window {
    /** Shows only these sectors; resolves with the milliseconds to the first frame that does. */
    filterTo?: (sectors: readonly string[]) => Promise<number>;
  }
}

/** West, south, east, north in degrees: the opening view of the seeded dossiers. */
export const BOUNDS = [-180, -60, 180, 75] as const;
/** How near points are to become one cluster, pixels. */
export const RADIUS = 50;
export const COLOR = '#2b6c8f';
/** The radius of a cluster's disc, pixels: the last whose number its points reach. */
export const DISCS = [
  { from: 2, radius: 14 },
  { from: 100, radius: 18 },
  { from: 1000, radius: 22 },
] as const;
export const SINGLE_DISC = 5;

export function discOf(count: number): number {
  return DISCS.findLast(({ from }) => count >= from)?.radius ?? SINGLE_DISC;
}

/** Where the points are, as the page's own address says. */
export function pointsAddress(): string {
  const address = new URLSearchParams(location.search).get('points');
  if (address === null) throw new Error('The address names no points.');
  return new URL(address, document.baseURI).href;
}

type Points = FeatureCollection<Point, { sector: string }>;

export async function fetchPoints(): Promise<Points> {
  const response = await fetch(pointsAddress());
  if (!response.ok) throw new Error(`The points can’t be fetched: ${response.status}.`);
  const points: Points = await response.json();
  return points;
}

export const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
export const markReady = () => performance.mark('atlas:ready');
