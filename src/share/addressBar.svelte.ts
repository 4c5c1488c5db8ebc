import { historyStep } from '../view/history.ts';
import { formatLink } from '../view/link.ts';
import type { View } from '../view/view.ts';
import type { ViewStore } from '../view/store.svelte.ts';

/**
 * So long the view has to rest before the entry is replaced, milliseconds: a key that is held moves
 * the map up to thirty times a second, and browsers refuse more changes than 10 (Safari) or 20 a
 * second, Chromium without a word.
 */
const REST = 150;

/**
 * Writes the view's link into the browser's history: the one place that does. Call it while a
 * component is set up.
 *
 * What was read isn't written back until the reader changes something, so that a link with a part
 * that couldn't be read stays as it was sent.
 */
export function writeAddressBar(store: ViewStore): void {
  /** What the entry shows, and what it is to show once the view rests. */
  let written: View = store.view;
  let latest: View = written;
  $effect(() => {
    const { view, asRead } = store;
    if (view === asRead) written = latest = view;
    const step = historyStep(latest, view);
    // Within another page, Back belongs to that page.
    if (step === 'push' && !view.embed) {
      // What didn't rest belongs to the entry that is left.
      if (latest !== written) history.replaceState(null, '', addressOf(latest));
      history.pushState(null, '', addressOf(view));
      written = latest = view;
      return;
    }
    latest = view;
    if (historyStep(written, view) === 'none') return;
    const timer = setTimeout(() => {
      written = view;
      history.replaceState(null, '', addressOf(view));
    }, REST);
    return () => clearTimeout(timer);
  });
}

/** The full address of a view, on the page that one is on; on a server, which has none, its fragment. */
export function addressOf(view: View, page = thisPage()): string {
  const link = formatLink(view);
  return link === '' ? page : `${page}#${link}`;
}

function thisPage(): string {
  return typeof location === 'undefined' ? '' : location.href.replace(/#.*$/s, '');
}
