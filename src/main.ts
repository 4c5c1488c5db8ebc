import { mount } from 'svelte';
import App from './App.svelte';
import { m } from './i18n/index.ts';
import './ui/base.css';

// Fetched at once, beside the dossier; where it fails, the map says so when it needs it.
import('./map/atlasMap.ts').catch(() => undefined);

async function read(path: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(`geodata/${path}`, document.baseURI));
  } catch (error) {
    throw new Error(m.failure.network, { cause: error });
  }
  if (!response.ok) throw new Error(m.failure.file(response.status));
  return response.text();
}

const target = document.getElementById('atlas');
if (target === null) throw new Error('The page has no element “atlas” to draw in.');
mount(App, { target, props: { read } });
