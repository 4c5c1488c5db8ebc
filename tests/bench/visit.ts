import { setTimeout as pause } from 'node:timers/promises';
import { errors, type Browser, type Page } from '@playwright/test';
import { watchFetched } from '../fetched.ts';
import { inNewContext, launch, timeToReady } from './browser.ts';
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
  { url, folder }: Site,
  viewport: Viewport,
): Promise<Visit> {
  const browser = await launch();
  try {
    // A browser's first page waits for the browser to start, too.
    await inNewContext(browser, viewport, (page) => timeToReady(page, `${url}/empty/`));
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE * 1000);
    const failure = new Promise<never>((_resolve, reject) => {
      page.once('pageerror', reject);
      page.once('crash', () => reject(new NotMeasured('crashed')));
    });
    return await Promise.race([failure, measure(contestant, browser, page, url, folder, viewport)]);
  } finally {
    await browser.close();
  }
}

export class NotMeasured extends Error {}

async function measure(
  { path, filter, moves }: Contestant,
  browser: Browser,
  page: Page,
  url: string,
  folder: string,
  { width, height }: Viewport,
): Promise<Visit> {
  const fetched = watchFetched(page, folder);
  const ready = await inTime('ready', timeToReady(page, `${url}/${path}`, PATIENCE * 1000));
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

/** Waits for something only so long: a page that is busy doesn't even answer. */
async function inTime<T>(what: string, act: Promise<T>): Promise<T> {
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
