import { GrowingColumn } from './growingColumn.ts';
import type { Passage } from './types.ts';

/** A range of an article's text, UTF-16 offsets, and the numbers of the projects that cite it. */
export type CitedRange = readonly [start: number, end: number, projects: readonly number[]];

/** Which projects cite which passages, each by a number. */
export class CitedPassages {
  readonly #articles = new Map<string, Citations>();

  add({ article, start, end }: Passage, project: number): void {
    let citations = this.#articles.get(article.id);
    if (citations === undefined) this.#articles.set(article.id, (citations = new Citations()));
    citations.add(start, end, project);
  }

  /** The ranges cited of an article, in the order of its text. */
  ranges({ id }: { readonly id: string }): readonly CitedRange[] {
    return this.#articles.get(id)?.ranges() ?? [];
  }

  /** The projects that cite any of a range of an article, in their order. */
  citing({ id }: { readonly id: string }, start: number, end: number): readonly number[] {
    return this.#articles.get(id)?.citing(start, end) ?? [];
  }
}

/** Those of one article. */
class Citations {
  readonly #starts = new GrowingColumn();
  readonly #ends = new GrowingColumn();
  readonly #projects = new GrowingColumn();
  /** Gathered when they are asked for. */
  #ranges: readonly CitedRange[] | null = null;
  /** The greatest end of a range and all before it. */
  #reaches: readonly number[] = [];

  add(start: number, end: number, project: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#projects.push(project);
    this.#ranges = null;
  }

  ranges(): readonly CitedRange[] {
    return (this.#ranges ??= this.#gather());
  }

  citing(start: number, end: number): readonly number[] {
    const ranges = this.ranges();
    const citing = new Set<number>();
    for (let at = firstAbove(this.#reaches, start); at < ranges.length; at++) {
      const [from = 0, to = 0, projects = []] = ranges[at] ?? [];
      if (from >= end) break;
      if (to > start) for (const project of projects) citing.add(project);
    }
    return [...citing].sort((a, b) => a - b);
  }

  #gather(): readonly CitedRange[] {
    const starts = this.#starts.values();
    const ends = this.#ends.values();
    const projects = this.#projects.values();
    const at = (column: Uint32Array, number: number) => column[number] ?? 0;
    const order = Uint32Array.from(starts, (_, number) => number).sort(
      (a, b) =>
        at(starts, a) - at(starts, b) ||
        at(ends, a) - at(ends, b) ||
        at(projects, a) - at(projects, b),
    );
    const ranges: [start: number, end: number, projects: number[]][] = [];
    for (const number of order) {
      const [start, end, project] = [starts, ends, projects].map((column) => at(column, number));
      if (start === undefined || end === undefined || project === undefined) continue;
      const last = ranges.at(-1);
      if (last?.[0] !== start || last[1] !== end) ranges.push([start, end, [project]]);
      else if (last[2].at(-1) !== project) last[2].push(project);
    }
    let reach = 0;
    this.#reaches = ranges.map(([, end]) => (reach = Math.max(reach, end)));
    return ranges;
  }
}

/** The number of the first of ascending values that is above another. */
function firstAbove(values: readonly number[], other: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) > other) to = middle;
    else from = middle + 1;
  }
  return from;
}
