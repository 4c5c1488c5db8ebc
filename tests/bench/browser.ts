import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../browser/chromium.ts';

/**
 * Without a GPU, compositing pages on an emulated one stops all frames for about a second, some
 * time after navigation and whatever the page does: chance would decide, not the pages.
 */
const BENCH_ARGS = [...CHROMIUM_ARGS, '--disable-gpu-compositing', '--js-flags=--expose-gc'];

/** A browser of its own; `gc` lets the memory be measured without garbage. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: BENCH_ARGS });
}

/** A page is measured without the worker that keeps it for use without a network. */
export const ALONE = { serviceWorkers: 'block' } as const;

/** Milliseconds from navigation to the mark `atlas:ready`. */
export async function timeToReady(page: Page, url: string, timeout = 30_000): Promise<number> {
  await page.goto(url, { timeout, waitUntil: 'commit' });
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('atlas:ready')[0]?.startTime,
    undefined,
    { timeout },
  );
  const time = await mark.jsonValue();
  if (time === undefined) throw new Error('The page was never ready.');
  return time;
}

/** Does something in a context of its own, with nothing cached. */
export async function inNewContext<T>(
  browser: Browser,
  viewport: { width: number; height: number },
  act: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport, ...ALONE });
  try {
    return await act(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

export async function browserName(): Promise<string> {
  const browser = await launch();
  const name = `Chromium ${browser.version()}`;
  await browser.close();
  return name;
}
