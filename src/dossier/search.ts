import type { Manifest, Piece } from './manifest.ts';
import type { ReadBytes } from './piece.ts';
import type { Problem } from './problem.ts';
import type { Found, SearchEngine } from './searchEngine.ts';

/**
 * Finds projects by words of their names, places, sectors and quotations. Nothing of it is fetched,
 * its code neither, before the first search, or before one is prepared for.
 */
export class Search {
  /** Told of what was found wrong while fetching. */
  onProblems: (problems: readonly Problem[]) => void = () => undefined;
  readonly #manifest: Pick<Manifest, 'projects' | 'search'>;
  readonly #read: ReadBytes;
  readonly #pathOf: (piece: Piece) => string;
  #engine: SearchEngine | null = null;
  readonly #reported = new Set<string>();

  constructor(
    manifest: Pick<Manifest, 'projects' | 'search'>,
    read: ReadBytes,
    pathOf: (piece: Piece) => string,
  ) {
    this.#manifest = manifest;
    this.#read = read;
    this.#pathOf = pathOf;
  }

  /**
   * What a query finds; `null` where something that is needed for it can't be had, which is reported.
   * Never rejects. An answer may come after that to a later query: who asks drops it then.
   */
  async find(query: string): Promise<Found | null> {
    const engine = this.#engine ?? (await this.#open());
    return engine && engine.find(query);
  }

  /** Fetches what the first search needs in any case, as soon as there is likely to be one. */
  async prepare(): Promise<void> {
    const engine = this.#engine ?? (await this.#open());
    await engine?.prepare();
  }

  async #open(): Promise<SearchEngine | null> {
    try {
      const { SearchEngine } = await import('./searchEngine.ts');
      this.#engine ??= new SearchEngine(this.#manifest, this.#read, this.#pathOf, this.#report);
      return this.#engine;
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      this.#report({ file: 'search', found, expected: 'code that can be fetched', mishap: 'code' });
      return null;
    }
  }

  /** Each problem once, however often it is come upon. */
  readonly #report = (problem: Problem): void => {
    const key = JSON.stringify(problem);
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.onProblems([problem]);
  };
}
