import { historyStep } from '../view/history.ts';
import { formatLink } from '../view/link.ts';
import type { View } from '../view/view.ts';
import type { ViewStore } from '../view/store.svelte.ts';

/**
 * So long the view has to rest before the entry is replaced, milliseconds: a key that is held moves
 * the map up to thirty times a second, and browsers refuse more than 10 (Safari) or 20 of them,
 * Chromium without a word.
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
  let written: View = store.view;
  $effect(() => {
    const { view, asRead } = store;
    if (view === asRead) written = view;
    const step = historyStep(written, view);
    if (step === 'none') return;
    const write = (how: 'pushState' | 'replaceState') => {
      written = view;
      history[how](null, '', addressOf(view));
    };
    // Within another page, Back belongs to that page.
    if (step === 'replace' || view.embed) {
      const timer = setTimeout(write, REST, 'replaceState');
      return () => clearTimeout(timer);
    }
    write('pushState');
    return;
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
