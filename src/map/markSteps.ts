import type { Mark } from './marks.ts';

/**
 * Steps from mark to mark with the keyboard: the nearest to the middle of the screen first. The
 * order is kept while one steps, though the map moves.
 */
export class MarkSteps {
  #order: readonly Mark[] = [];
  #index = -1;

  /** The next mark, or the one before; `null` where there is none. `marks` are taken at the first step. */
  step(by: 1 | -1, marks: readonly Mark[]): { mark: Mark; index: number; all: number } | null {
    if (this.#index < 0) this.#order = marks;
    const all = this.#order.length;
    if (all === 0) return null;
    this.#index = this.#index < 0 ? (by > 0 ? 0 : all - 1) : (this.#index + by + all) % all;
    const mark = this.#order[this.#index];
    return mark === undefined ? null : { mark, index: this.#index, all };
  }

  get current(): Mark | null {
    return this.#order[this.#index] ?? null;
  }

  /** Forgets the order: the marks or what is on the screen have changed. */
  reset(): void {
    this.#order = [];
    this.#index = -1;
  }
}
