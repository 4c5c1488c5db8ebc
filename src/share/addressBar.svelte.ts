import { historyStep } from '../view/history.ts';
import { formatLink } from '../view/link.ts';
import type { View } from '../view/view.ts';
import type { ViewStore } from '../view/store.svelte.ts';

/**
 * Writes the view's link into the browser's history: the one place that does. Call it while a
 * component is set up.
 *
 * What was read isn't written back until the reader changes something, so that a link with a part
 * that couldn't be read stays as it was sent.
 */
export function writeAddressBar(store: ViewStore): void {
  let written: View = store.view;
  $effect(() => {
    const { view, asRead } = store;
    const step = view === asRead ? 'none' : historyStep(written, view);
    written = view;
    if (step === 'none') return;
    // Within another page, Back belongs to that page.
    if (step === 'push' && !view.embed) history.pushState(null, '', addressOf(view));
    else history.replaceState(null, '', addressOf(view));
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
