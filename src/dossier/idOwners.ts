import type { FeatureAt } from './check.ts';

/** Which feature has an id or had it before: each id is one feature's only. */
export class IdOwners {
  /** Numbers of features: they take little room, even a million of them. */
  readonly #numbers = new Map<string, number>();
  readonly #lines: (number | undefined)[] = [];
  /** The owners of ids that they have no longer. */
  readonly #renamed = new Map<string, string>();

  /** Gives an id to a feature; who has it where it is taken, in words, else `null`. */
  claim(id: string, { number, line }: FeatureAt, label: string): string | null {
    const owner = this.#numbers.get(id);
    if (owner !== undefined) return this.#describe(id, owner);
    this.#numbers.set(id, number);
    this.#lines[number] = line;
    if (id !== label) this.#renamed.set(id, label);
    return null;
  }

  #describe(id: string, number: number): string {
    const label = this.#renamed.get(id);
    const line = this.#lines[number];
    return [
      `feature number ${number}`,
      ...(label === undefined ? [] : [`(${label})`]),
      ...(line === undefined ? [] : [`in line ${line}`]),
    ].join(' ');
  }
}
