import type { BrowserContext } from '@playwright/test';

/** That parts of a page moved, and not by what the reader had just asked for. */
export interface Shift {
  /** The document that it was in: a reload begins another. */
  readonly page: string;
  /** When, milliseconds since the document was opened. */
  readonly at: number;
  /** How much, as the Layout Instability API counts: the share seen times the share moved. */
  readonly value: number;
  /** What moved, from where to where: pixels from the left and the top, width and height. */
  readonly moved: readonly string[];
}

/**
 * What a page reports. Runs in the page, so it uses nothing from here.
 *
 * Chromium leaves out what follows a key or a click by less than half a second. So does this what
 * follows another link in the open page, Back, another size of the window or frame, or words that
 * Playwright fills in without keys.
 */
function observeShifts(): void {
  interface Source {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }
  /** Not yet in the types of the browser. */
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly Source[];
  }
  const isShift = (entry: PerformanceEntry): entry is LayoutShift =>
    entry.entryType === 'layout-shift';
  const page = `${location.href.replace(/#.*/, '')} ${String(performance.timeOrigin)}`;
  const rect = ({ x, y, width, height }: DOMRectReadOnly) =>
    [x, y, width, height].map(Math.round).join(' ');
  const name = (node: Node | null): string => {
    if (node instanceof Element) return node.outerHTML.slice(0, 80);
    return node === null ? 'gone' : `“${String(node.textContent).trim().slice(0, 40)}”`;
  };
  let asked = -Infinity;
  for (const type of ['popstate', 'hashchange', 'input', 'resize'])
    addEventListener(type, () => (asked = performance.now()), true);
  // A shift is dated by its frame, which may begin before the event is told.
  const isAsked = ({ startTime, hadRecentInput }: LayoutShift) =>
    hadRecentInput || (startTime > asked - 50 && startTime < asked + 500);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const report: unknown = Reflect.get(window, 'reportShift');
      if (!isShift(entry) || isAsked(entry) || typeof report !== 'function') continue;
      const moved = entry.sources.map(
        ({ node, previousRect, currentRect }) =>
          `${name(node)}: ${rect(previousRect)} → ${rect(currentRect)}`,
      );
      Reflect.apply(report, window, [{ page, at: entry.startTime, value: entry.value, moved }]);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** All shifts of a context's pages, from now on. */
export async function watchShifts(context: BrowserContext): Promise<readonly Shift[]> {
  const shifts: Shift[] = [];
  await context.exposeBinding('reportShift', (_source, shift: Shift) => shifts.push(shift));
  await context.addInitScript(observeShifts);
  return shifts;
}

/**
 * The Cumulative Layout Shift: of bursts with less than a second between shifts, and at most five
 * seconds long, the largest sum (https://web.dev/articles/cls).
 */
export function largestBurst(shifts: readonly Shift[]): number {
  const bursts = new Map<string, { begun: number; last: number; sum: number }>();
  let largest = 0;
  for (const { page, at, value } of shifts) {
    const open = bursts.get(page);
    const goesOn = open && at - open.last < 1000 && at - open.begun < 5000;
    const sum = value + (goesOn ? open.sum : 0);
    bursts.set(page, { begun: goesOn ? open.begun : at, last: at, sum });
    largest = Math.max(largest, sum);
  }
  return largest;
}
