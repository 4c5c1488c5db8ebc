import { setTimeout as pause } from 'node:timers/promises';
import { errors, type Browser, type Page } from '@playwright/test';
import { watchFetched } from '../fetched.ts';
import { ALONE, inNewContext, launch, timeToReady } from './browser.ts';
import type { Contestant } from './contestants.ts';
import { framesWhileMoving, type Frames } from './frames.ts';
import { pageMemory } from './memory.ts';

/** What is measured of a page that is opened once. */
export interface Visit {
  /** Milliseconds from navigation to the mark `atlas:ready`. */
  readonly ready: number;
  /** Bytes, as a plain static host sends them. */
  readonly fetched: number;
  /** Bytes; `null` where the system can't tell. */
  readonly memory: number | null;
  /** Milliseconds. */
  readonly filter: number | null;
  readonly frames: Frames | null;
}

export interface Site {
  /** Where the folder is served. */
  readonly url: string;
  readonly folder: string;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** How long a page may take to be ready, seconds, and then to do each thing that it is asked to. */
const PATIENCE = 120;
/** What the atlas's pane takes of the width; the peers leave it free. */
const PANE = 420;

/** Opens a page in a browser of its own. Rejects with a `NotMeasured` where that comes to nothing. */
export async function visit(
  contestant: Contestant,
  site: Site,
  viewport: Viewport,
): Promise<Visit> {
  return inOwnBrowser(site, viewport, (browser, page) =>
    measure(contestant, browser, page, site, viewport),
  );
}

/** Does something with an empty page in a browser of its own, and fails as soon as the page does. */
export async function inOwnBrowser<T>(
  { url }: Site,
  viewport: Viewport,
  act: (browser: Browser, page: Page) => Promise<T>,
): Promise<T> {
  const browser = await launch();
  try {
    // A browser's first page waits for the browser to start, too.
    await inNewContext(browser, viewport, (page) => timeToReady(page, `${url}/empty/`));
    const context = await browser.newContext({ viewport, ...ALONE });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE * 1000);
    const failure = new Promise<never>((_resolve, reject) => {
      page.once('pageerror', reject);
      page.once('crash', () => reject(new NotMeasured('crashed')));
    });
    return await Promise.race([failure, act(browser, page)]);
  } finally {
    await browser.close();
  }
}

export class NotMeasured extends Error {}

async function measure(
  { path, filter, moves }: Contestant,
  browser: Browser,
  page: Page,
  site: Site,
  { width, height }: Viewport,
): Promise<Visit> {
  const fetched = watchFetched(page, site.folder);
  const ready = await inTime('ready', readyTime(path, page, site));
  const files = await fetched();
  const memory = await pageMemory(browser, page);
  let times: number | null = null;
  if (filter !== null) {
    times = await inTime('filtered', filter.choose(page));
    await inTime('filtered', filter.clear(page));
  }
  const middle = { x: PANE + (width - PANE) / 2, y: height / 2 };
  return {
    ready,
    fetched: files.reduce((sum, { bytes }) => sum + bytes, 0),
    memory,
    filter: times,
    frames: moves ? await inTime('moved', framesWhileMoving(page, middle)) : null,
  };
}

/** Milliseconds until a contestant's page is ready, by its path below the server's root. */
export function readyTime(path: string, page: Page, { url }: Site): Promise<number> {
  return timeToReady(page, `${url}/${path}`, PATIENCE * 1000);
}

/** Waits for something only so long: a page that is busy doesn't even answer. */
export async function inTime<T>(what: string, act: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = () => new NotMeasured(`not ${what} in ${PATIENCE} s`);
  try {
    return await Promise.race([
      act,
      pause(PATIENCE * 1000, undefined, { signal: timer.signal }).then(() => {
        throw late();
      }),
    ]);
  } catch (error) {
    throw error instanceof errors.TimeoutError ? late() : error;
  } finally {
    timer.abort();
  }
}
