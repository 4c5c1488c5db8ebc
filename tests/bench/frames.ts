import type { Page } from '@playwright/test';

export interface Frames {
  /** Frames in a second, on average. */
  readonly perSecond: number;
  /** The longest time without one, milliseconds. */
  readonly longestGap: number;
}

const DURATION = 3000;
const DRAG = 160;
const STEPS = 20;
/** What a mouse wheel reports for one notch. */
const NOTCH = 120;

/** Counts the frames of a page while a mouse drags and zooms the map at a point of the screen. */
export async function framesWhileMoving(
  page: Page,
  { x, y }: { x: number; y: number },
): Promise<Frames> {
  const counting = new AbortController();
  const counted = countFrames(page).finally(() => counting.abort());
  const isOver = () => counting.signal.aborted;

  const drag = async (distance: number) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= STEPS && !isOver(); step++)
      await page.mouse.move(x + (distance * step) / STEPS, y + (distance * step) / STEPS / 4);
    await page.mouse.up();
  };
  const zoom = async (notches: number) => {
    await page.mouse.move(x, y);
    for (let notch = 0; notch < Math.abs(notches) && !isOver(); notch++) {
      await page.mouse.wheel(0, Math.sign(notches) * -NOTCH);
      await page.waitForTimeout(80);
    }
  };
  while (!isOver()) {
    await drag(DRAG);
    await zoom(5);
    await drag(-DRAG);
    await zoom(-5);
  }

  const times = await counted;
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const duration = gaps.reduce((sum, gap) => sum + gap, 0);
  return { perSecond: (1000 * gaps.length) / duration, longestGap: Math.max(...gaps) };
}

/** When each frame began, milliseconds. */
async function countFrames(page: Page): Promise<number[]> {
  return page.evaluate(async (duration) => {
    const times: number[] = [];
    const end = performance.now() + duration;
    do times.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
    while (performance.now() < end);
    return times;
  }, DURATION);
}
