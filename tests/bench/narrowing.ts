import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { watchFetched } from '../fetched.ts';
import { stepOf } from './answers.ts';
import type { Contestant } from './contestants.ts';
import {
  mainThreadTasks,
  TRACE_CATEGORIES,
  workOf,
  type Step,
  type Task,
  type Work,
} from './mainThread.ts';
import { inOwnBrowser, inTime, readyTime, type Site, type Viewport } from './visit.ts';

/**
 * What the atlas takes to narrow down, once it is ready. Work is processor time of the page's main
 * thread, MapLibre's drawing, style, layout and paint included: of all its tasks from the one that
 * takes the key or the click, to the one that makes the frame in which map, counts and the names in
 * the list show the answer. Labels, which MapLibre's worker places, come in frames after that.
 */
export interface Narrowing {
  /** The first answer of a search: to its first letter, a moment after the field was clicked into. */
  readonly first: Work;
  /** Bytes for that, from before the click, as a plain static host sends them. */
  readonly fetched: number;
  /** Each further letter. */
  readonly keystrokes: readonly Work[];
  /** Each choice in the panel of filters. */
  readonly choices: readonly Work[];
}

/** Facets, and how many of their choices are clicked. */
const FACETS = [
  { name: 'Kind', choices: 3 },
  { name: 'Country', choices: 2 },
  { name: 'Status', choices: 3 },
];
/** Between one step and the next, as readers would leave: nothing of the first is left to do. */
const REST = 700;
const MARK = 'bench:begun';

/** Searches for words and chooses in facets, in a browser of its own. */
export async function narrow(
  { path }: Contestant,
  words: readonly string[],
  site: Site,
  viewport: Viewport,
): Promise<Narrowing> {
  return inOwnBrowser(site, viewport, async (browser, page) => {
    const fetched = watchFetched(page, site.folder);
    await inTime('ready', readyTime(path, page, site));
    await pause(REST);

    const begun = await page.evaluate(() => performance.now());
    const { steps, tasks } = await traced(browser, page, async () => ({
      typed: await inTime('searched', typeWords(page, words)),
      chosen: await inTime('filtered', choose(page)),
    }));
    const [first, ...keystrokes] = steps.typed;
    if (first === undefined) throw new Error('There are no words to search for.');
    const files = await fetched({ from: begun, to: first.shown });
    const work = (step: Step) => workOf(step, tasks);
    return {
      first: work(first),
      fetched: files.reduce((sum, { bytes }) => sum + bytes, 0),
      keystrokes: keystrokes.map(work),
      choices: steps.chosen.map(work),
    };
  });
}

/** Does something while the browser traces what its threads do. */
async function traced<T>(
  browser: Browser,
  page: Page,
  act: () => Promise<T>,
): Promise<{ steps: T; tasks: readonly Task[] }> {
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  const time = await page.evaluate((mark) => performance.mark(mark).startTime, MARK);
  const steps = await act();
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString());
  return { steps, tasks: mainThreadTasks(trace, MARK, time) };
}

/** Types words, one after the other in place of the one before, and tells of each letter. */
async function typeWords(page: Page, words: readonly string[]): Promise<Step[]> {
  const field = page.getByRole('searchbox', { name: 'Search' });
  const steps: Step[] = [];
  for (const word of words) {
    await field.click();
    for (const letter of word) {
      await pause(REST);
      steps.push(await stepOf(page, 'keydown', () => page.keyboard.press(letter)));
    }
    await pause(REST);
    await field.fill('');
  }
  return steps;
}

/** Clicks choices of several facets, each besides those before it. */
async function choose(page: Page): Promise<Step[]> {
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  const steps: Step[] = [];
  for (const { name, choices } of FACETS) {
    const buttons = panel.getByRole('group', { name, exact: true }).getByRole('button');
    for (let choice = 0; choice < choices; choice++)
      steps.push(await clickStep(page, buttons.nth(choice)));
  }
  return steps;
}

/** Clicks as a mouse does that is there already: what moving it takes isn't counted. */
async function clickStep(page: Page, button: Locator): Promise<Step> {
  await button.hover();
  await pause(REST);
  return stepOf(page, 'click', async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
}
