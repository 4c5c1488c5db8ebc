import type { ViewStore } from '../view/store.svelte.ts';
import { linkToShow, viewMessage } from './hostMessages.ts';
import { paced } from './paced.ts';

/**
 * Tells the page around the atlas what is shown, now and whenever it changes, and shows what that
 * page asks for. Call it while a component is set up.
 */
export function talkToHost(store: ViewStore): void {
  if (window.parent === window) return;

  let told = '';
  $effect(() => {
    const message = viewMessage(store.view, store);
    const text = JSON.stringify(message);
    if (text === told) return;
    told = text;
    // To any page: the message holds nothing but what that page's reader sees.
    window.parent.postMessage(message, '*');
  });

  $effect(() => {
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  });
}

/** A story that scrolls may ask for a view in every frame. */
const soon = paced();

/** Messages from elsewhere, or for somebody else, are none of the atlas's business. */
function onMessage({ source, data }: MessageEvent<unknown>): void {
  if (source !== window.parent) return;
  const link = linkToShow(data);
  // Followed like a link that is pasted into the page, but without an entry in the history.
  if (link !== null) soon(() => location.replace(link));
}
