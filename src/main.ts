import './trustedTypes.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { m } from './i18n/index.ts';
import { LANGUAGE } from './i18n/language.ts';
import './firstPage/firstPage.css';
import './ui/base.css';
import { home, root } from './ui/root.ts';

// Fetched at once, beside the dossier; where it fails, the map says so when it needs it.
import('./map/atlasMap.ts').catch(() => undefined);

/** Reads a file that is published with the page. */
async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { status, body } = await fetch(new URL(`geodata/${path}`, root()))
    .then(async (response) => ({ status: response.status, body: await response.arrayBuffer() }))
    .catch((error: unknown) => {
      throw new Error(m.failure.network, { cause: error });
    });
  if (status !== 200) throw new Error(m.failure.file({ status: String(status) }));
  return new Uint8Array(body);
}

document.documentElement.lang = LANGUAGE;

const target = document.getElementById('atlas');
if (target === null) throw new Error('The page has no element “atlas” to draw in.');
const first = document.getElementById('first');
mount(App, {
  target,
  props: {
    read,
    home: home(),
    onShown: () => {
      if (first === null) return;
      const [from, to] = [first, target].map((within) => within.querySelector('[data-pane]'));
      if (from && to) to.scrollTop = from.scrollTop;
      const { activeElement: focused } = document;
      first.remove();
      if (focused instanceof HTMLAnchorElement)
        [...target.querySelectorAll('a')]
          .find(({ href }) => href === focused.href)
          ?.focus({ preventScroll: true });
    },
  },
});
