import { tick, untrack } from 'svelte';
import type CardComponent from './Card.svelte';
import type { ViewStore } from './view/store.svelte.ts';

const elementOfCard = () => document.querySelector<HTMLElement>('[data-card]');

/** Beside the map it is in sight anyhow, and the map mustn't scroll; a pane may have been scrolled. */
function focusCard(): void {
  const card = elementOfCard();
  card?.focus({ preventScroll: card.closest('.docked') === null });
}

/**
 * The card that is open, of a project or of a choice: one that the reader opens takes the focus,
 * and gives it back when it is closed. Make it while a component is set up.
 */
export class OpenCard {
  readonly #store: ViewStore;
  #opener: HTMLElement | null = null;
  #card: typeof CardComponent | null = $state.raw(null);
  #hasFailed = $state(false);

  /** `onOpen` is called when the reader has opened one. */
  constructor(store: ViewStore, onOpen: () => void = () => undefined) {
    this.#store = store;
    $effect(() => {
      const card = store.choice ?? store.selected;
      if (card === null) return;
      const fetched = untrack(() => this.fetch());
      if (!untrack(() => store.isByReader)) return;
      const active = document.activeElement;
      if (isOpener(active)) this.#opener = active;
      untrack(onOpen);
      void fetched.then(tick).then(() => {
        if (card === (store.choice ?? store.selected)) focusCard();
      });
    });
  }

  /** What draws cards: `null` where it isn't at hand. */
  get Card(): typeof CardComponent | null {
    return this.#card;
  }

  /** Fetches what draws cards, if it isn't at hand: nothing of it is seen in the first view. */
  async fetch(): Promise<void> {
    if (this.#card !== null) return;
    try {
      this.#card = (await import('./Card.svelte')).default;
    } catch (error) {
      console.error(error);
      this.#hasFailed = true;
    }
  }

  get isOpen(): boolean {
    return this.#store.choice !== null || this.#store.selected !== null;
  }

  /** Whether what draws it is still on its way. */
  get isComing(): boolean {
    return this.isOpen && this.#card === null && !this.#hasFailed;
  }

  /** Whether it is seen, or that it couldn't be fetched. */
  get isShown(): boolean {
    return this.isOpen && (this.#card !== null || this.#hasFailed);
  }

  /** Whether it is seen at a place of the map. */
  get isPlaced(): boolean {
    if (!this.isShown) return false;
    const { choice, selected } = this.#store;
    return choice ? choice.position !== null : selected?.location != null;
  }

  close(): void {
    const active = document.activeElement;
    const isInside = active === document.body || active?.closest('[data-card]') != null;
    if (this.#store.choice !== null) this.#store.closeChoice();
    else this.#store.select(null);
    if (isInside)
      void tick().then(() => (elementOfCard() ?? this.#opener)?.focus({ preventScroll: true }));
  }
}

/** What had the focus before; not what stood in a card, nor the page after that is gone. */
function isOpener(element: Element | null): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element !== document.body &&
    element.closest('[data-card]') === null
  );
}
