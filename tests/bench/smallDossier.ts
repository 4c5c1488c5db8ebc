import type { Browser } from '@playwright/test';
import { inNewContext, launch, timeToReady } from './browser.ts';
import { ATLAS, type Contestant } from './contestants.ts';
import { milliseconds } from './units.ts';
import type { Site, Viewport } from './visit.ts';

const PAIRS = 9;

/**
 * How much longer the atlas takes to be ready than MapLibre with the same style and data: a ratio
 * for each of several pairs, in turn, in one browser.
 */
export async function readyRatios(
  atlas: Contestant,
  bareMap: Contestant,
  { url }: Site,
  viewport: Viewport,
): Promise<number[]> {
  const browser = await launch();
  try {
    const time = (contestant: Contestant) =>
      readyTime(browser, `${url}/${contestant.path}`, viewport);
    await time(bareMap); // The first start also warms the machine's own caches.
    await time(atlas);
    const ratios: number[] = [];
    for (let pair = 1; pair <= PAIRS; pair++) {
      // In turn, and each first as often as the other.
      const isBareFirst = pair % 2 === 0;
      const early = await time(isBareFirst ? bareMap : atlas);
      const late = await time(isBareFirst ? atlas : bareMap);
      const [own, bare] = isBareFirst ? [late, early] : [early, late];
      ratios.push(own / bare);
      console.info(
        `pair ${pair} of ${PAIRS} · ${ATLAS}: ${milliseconds(own)}, ${bareMap.name}: ${milliseconds(bare)}`,
      );
    }
    return ratios;
  } finally {
    await browser.close();
  }
}

async function readyTime(browser: Browser, url: string, viewport: Viewport): Promise<number> {
  return inNewContext(browser, viewport, (page) => timeToReady(page, url));
}
