import './trustedTypes.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { m } from './i18n/index.ts';
import { LANGUAGE } from './i18n/language.ts';
import './ui/base.css';
import { parseLink } from './view/link.ts';

// Fetched at once, beside the dossier; where it fails, the map says so when it needs it.
import('./map/atlasMap.ts').catch(() => undefined);

/** Reads a file that is published with the page. */
async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { status, body } = await fetch(new URL(`geodata/${path}`, document.baseURI))
    .then(async (response) => ({ status: response.status, body: await response.arrayBuffer() }))
    .catch((error: unknown) => {
      throw new Error(m.failure.network, { cause: error });
    });
  if (status !== 200) throw new Error(m.failure.file({ status: String(status) }));
  return new Uint8Array(body);
}

document.documentElement.lang = LANGUAGE;

// Before anything is drawn, so that waiting isn't light for who has it dark.
document.documentElement.dataset['theme'] =
  parseLink(location.hash).view.theme ??
  (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

const target = document.getElementById('atlas');
if (target === null) throw new Error('The page has no element “atlas” to draw in.');
mount(App, { target, props: { read } });
