import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { FIRST, SECOND, SECTORS } from './sectors.ts';

/** Between one change and the next, as readers would leave: nothing of the first is left to do. */
const REST = 1000;

/** How a contestant is told what to show. */
export interface Filter {
  /**
   * Chooses two of eight sectors, and tells how many milliseconds it takes from the change to the
   * first frame that shows it.
   */
  readonly choose: (page: Page) => Promise<number>;
  /** Shows all again. */
  readonly clear: (page: Page) => Promise<void>;
}

/**
 * As readers do it: by the buttons of the sectors, one after the other; the slower one counts. The
 * atlas itself measures what they change.
 */
export const atlasFilter: Filter = {
  async choose(page) {
    await sectorButton(page, FIRST).click();
    const first = await measured(page, 1);
    await pause(REST);
    await sectorButton(page, SECOND).click();
    return Math.max(first, await measured(page, 2));
  },
  async clear(page) {
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await measured(page, 3);
  },
};

/** By the function that the page of each peer has for it, which measures itself: both at once. */
export const peerFilter: Filter = {
  async choose(page) {
    return filterTo(page, [SECTORS[FIRST].id, SECTORS[SECOND].id]);
  },
  async clear(page) {
    await filterTo(
      page,
      SECTORS.map(({ id }) => id),
    );
  },
};

function sectorButton(page: Page, place: number) {
  return page.getByRole('group', { name: 'Sector' }).getByRole('button').nth(place);
}

/** The atlas's own measure of the last of so many changed filters. */
async function measured(page: Page, times: number): Promise<number> {
  const duration = await page.waitForFunction(
    (times) => performance.getEntriesByName('atlas:filter', 'measure')[times - 1]?.duration,
    times,
  );
  const value = await duration.jsonValue();
  if (value === undefined) throw new Error('The changed filter was never drawn.');
  return value;
}

async function filterTo(page: Page, sectors: readonly string[]): Promise<number> {
  const time = await page.evaluate((sectors) => window.filterTo?.(sectors), sectors);
  if (time === undefined) throw new Error('The page can’t filter.');
  return time;
}
