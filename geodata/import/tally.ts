import { CitedPassages } from '../../src/dossier/citedPassages.ts';
import type { Article } from '../../src/dossier/types.ts';
import { Frame } from './bounds.ts';
import type { Taken } from './feature.ts';

/** What is counted and gathered of the rows taken. */
export class Tally {
  readonly frame = new Frame();
  taken = 0;
  /** Why places weren't checked against the basemap, and how many for each reason. */
  readonly unchecked = new Map<string, number>();
  readonly #passages = new CitedPassages();
  /** Of the rows that quote an article published along. */
  readonly #citing: string[] = [];
  unplaced = 0;
  madeIds = 0;
  rewrittenIds = 0;
  assumedKinds = 0;
  labels = 0;
  lostPlaces = 0;

  add({ id, located, passage, ...row }: Taken): void {
    this.taken++;
    if (located === null) this.unplaced++;
    else {
      this.frame.add(located.geometry);
      if (located.isLabel) this.labels++;
      const { unchecked } = located;
      if (unchecked !== null)
        this.unchecked.set(unchecked, (this.unchecked.get(unchecked) ?? 0) + 1);
    }
    if (row.isIdMade) this.madeIds++;
    if (row.rewrittenId !== null) this.rewrittenIds++;
    if (row.isKindAssumed) this.assumedKinds++;
    if (row.hasLostPlace) this.lostPlaces++;
    if (passage !== null) this.#passages.add(passage, this.#citing.push(id) - 1);
  }

  /** The ids of the rows that quote any of a range of an article. */
  citing(article: Article, start: number, end: number): readonly string[] {
    const numbers = this.#passages.citing(article, start, end);
    return numbers.flatMap((number) => this.#citing[number] ?? []);
  }
}
