import { describeProblem, type Problem } from '../src/dossier/problem.ts';

/** Problems counted, and the first of them kept: there may be a million. */
export class Problems {
  readonly first: Problem[] = [];
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  readonly add = (problem: Problem): void => {
    this.#count++;
    if (this.first.length < this.#most) this.first.push(problem);
  };

  /** A line for each, and one for those that aren't kept. */
  describe(): string[] {
    const more = this.#count - this.first.length;
    return [
      ...this.first.map(describeProblem),
      ...(more > 0 ? [`and ${more.toLocaleString('en')} more`] : []),
    ];
  }
}
