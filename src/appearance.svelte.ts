import { MediaQuery } from 'svelte/reactivity';
import { localized } from './dossier/localized.ts';
import { m } from './i18n/index.ts';
import { LANGUAGE } from './i18n/language.ts';
import type { Theme } from './view/view.ts';
import type { ViewStore } from './view/store.svelte.ts';

/** How the page looks and what it is called. Make it while a component is set up. */
export class Appearance {
  readonly #store: ViewStore;
  readonly #prefersDark = new MediaQuery('prefers-color-scheme: dark');
  readonly theme: Theme = $derived.by(
    () => this.#store.view.theme ?? (this.#prefersDark.current ? 'dark' : 'light'),
  );
  readonly title: string = $derived.by(() => localized(this.#store.dossier.title, LANGUAGE));

  constructor(store: ViewStore) {
    this.#store = store;
    $effect(() => {
      document.documentElement.dataset['theme'] = this.theme;
      document.title = `${this.title} · ${m.appName}`;
    });
  }
}
