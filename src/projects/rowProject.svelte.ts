import { localized } from '../dossier/localized.ts';
import type { Row } from '../dossier/projectIndex.ts';
import type { Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { LANGUAGE } from '../i18n/language.ts';
import type { ViewStore } from '../view/store.svelte.ts';

/** A project in a list or table, fetched once its row is drawn. */
export class RowProject {
  readonly #store: ViewStore;
  readonly #row: () => Row;
  /** `undefined` while it is fetched, `null` where it isn't sound, `failed` where it didn't arrive. */
  #fetched: Project | null | undefined | 'failed' = $derived.by(() =>
    this.#store.dossier.details.peek(this.#row()),
  );
  /** The project, once it is there to be shown. */
  readonly shown: Project | null = $derived(
    typeof this.#fetched === 'object' ? this.#fetched : null,
  );
  /** Its name, or why there is none to show. */
  readonly name: string = $derived.by(() => {
    if (this.shown !== null) return localized(this.shown.name, LANGUAGE);
    if (this.#fetched === undefined) return m.list.fetching;
    return this.#fetched === null ? m.list.unsound : m.list.failed;
  });

  /** Made while a component is set up. */
  constructor(store: ViewStore, row: () => Row) {
    this.#store = store;
    this.#row = row;
    $effect(() => {
      if (this.#fetched === undefined) void this.#fetch(row());
    });
  }

  get isUnsound(): boolean {
    return this.#fetched === null;
  }

  async #fetch(asked: Row): Promise<void> {
    const { details } = this.#store.dossier;
    const project = await details.get(asked);
    if (asked !== this.#row()) return;
    this.#fetched = project ?? (details.peek(asked) === null ? null : 'failed');
  }
}
