import { historyStep } from '../view/history.ts';
import { formatLink, parseLink } from '../view/link.ts';
import type { View } from '../view/view.ts';
import type { ViewStore } from '../view/store.svelte.ts';

/**
 * Keeps the address bar and the view together: the one place that writes links into the browser's
 * history and reads them from it. Call it while a component or `$effect.root` is set up.
 *
 * What was read isn't written back until the reader changes something, so that a link with a part
 * that couldn't be read stays as it was sent.
 */
export function syncAddressBar(current: () => ViewStore, onOtherDossier: () => void): void {
  const store = current();
  let written: View = store.view;

  $effect(() => {
    const { view } = store;
    const step = historyStep(written, view);
    written = view;
    if (step === 'push') history.pushState(null, '', addressOf(view));
    else if (step === 'replace') history.replaceState(null, '', addressOf(view));
  });

  $effect(() => {
    const opened = parseLink(location.hash).view.dossier;
    // Back, Forward and a pasted fragment all come as this one event.
    const read = () => {
      if (parseLink(location.hash).view.dossier !== opened) {
        onOtherDossier();
        return;
      }
      store.readLink(location.hash);
      written = store.view;
    };
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  });
}

/** The full address of a view; on a server, which has none, just its fragment. */
export function addressOf(view: View): string {
  const link = formatLink(view);
  const page = typeof location === 'undefined' ? '' : location.href.replace(/#.*$/s, '');
  return link === '' ? page : `${page}#${link}`;
}
