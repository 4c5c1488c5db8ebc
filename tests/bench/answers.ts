import type { Page } from '@playwright/test';
import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import type { Step } from './mainThread.ts';

/**
 * Has a page do what narrows it down, and tells when it took the input and when it first showed what
 * became of it: the map and the counts, and in the list the names of all projects that are drawn of it.
 */
export async function stepOf(
  page: Page,
  input: 'keydown' | 'click',
  act: () => Promise<void>,
): Promise<Step> {
  const watch = await page.evaluateHandle(watchAnswer, {
    input,
    fetching: en.interface.list.fetching,
  });
  await act();
  const step = await watch.evaluate(({ answer }) => answer);
  await watch.dispose();
  return step;
}

/**
 * Runs in the page, where no function may have a name of its own: the compiler would call for a
 * helper that isn't there. The promise comes in an object, so that it isn't waited for at once.
 */
function watchAnswer({ input, fetching }: { input: string; fetching: string }): {
  answer: Promise<Step>;
} {
  const all = { subtree: true, childList: true, characterData: true };
  const times = { asked: 0, changed: 0 };
  window.addEventListener(input, () => (times.asked = performance.now()), {
    once: true,
    capture: true,
  });
  const changes = new MutationObserver(() => (times.changed = performance.now()));
  changes.observe(document.body, all);
  const drawn = new Promise<number>((resolve) => {
    new PerformanceObserver((entries, observer) => {
      const [measure] = entries.getEntriesByName('atlas:filter');
      if (measure === undefined) return;
      observer.disconnect();
      resolve(measure.startTime + measure.duration);
    }).observe({ type: 'measure' });
  });
  const answer = drawn.then(async (frame) => {
    while (
      [...document.querySelectorAll('[role=listitem]')].some(({ textContent }) =>
        textContent.includes(fetching),
      )
    )
      await new Promise<void>((resolve) => {
        new MutationObserver((_changes, observer) => {
          observer.disconnect();
          resolve();
        }).observe(document.body, all);
      });
    changes.disconnect();
    // What has changed after the frame of the map is in the next one.
    const shown =
      times.changed <= frame
        ? frame
        : await new Promise<number>((resolve) =>
            requestAnimationFrame(() => resolve(performance.now())),
          );
    return { asked: times.asked, shown };
  });
  return { answer };
}
