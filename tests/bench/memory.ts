import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';

/** Where the system tells of each process which of its pages no other one holds. */
const canMeasure = existsSync('/proc/self/smaps_rollup');
/** What was collected is given back to the system only after a while. */
const SETTLING = 1000;

/**
 * Bytes that only the page's own process holds, its workers included, once their garbage is
 * collected; `null` where the system can't tell. The browser must have no other large page.
 */
export async function pageMemory(browser: Browser, page: Page): Promise<number | null> {
  if (!canMeasure) return null;
  await Promise.all(page.workers().map((worker) => worker.evaluate(() => globalThis.gc?.())));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  await pause(SETTLING);

  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  // The browser keeps a small one of its own beside the page's.
  return Math.max(...(await Promise.all(renderers.map(({ id }) => privateMemory(id)))));
}

async function privateMemory(process: number): Promise<number> {
  const rollup = await readFile(`/proc/${process}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)];
  return kilobytes.reduce((sum, [, size]) => sum + Number(size) * 1024, 0);
}
