import * as v from 'valibot';
import { checkFeature, type Surroundings } from './check.ts';
import { bucketOf, type Manifest, type Piece } from './manifest.ts';
import { BrokenPiece, readJsonPiece, type ReadBytes } from './piece.ts';
import type { Problem } from './problem.ts';
import type { Row } from './projectIndex.ts';
import type { Project } from './types.ts';

/** Pieces kept in memory: enough for a screen of rows from all over the dossier. */
const MOST_PIECES = 64;

/** Features as they stand in the source file, each with its line there. */
const DetailsSchema = v.array(v.tuple([v.number(), v.unknown()]));
const IdsSchema = v.array(v.tuple([v.string(), v.number()]));

interface LoadedPiece {
  readonly features: v.InferOutput<typeof DetailsSchema>;
  /** Projects looked at so far; `null` for one that isn't sound. */
  readonly projects: Map<Row, Project | null>;
}

/**
 * Projects in full, fetched in pieces as they are asked for. Each is checked before it is shown,
 * its quotations against their article: what is unsound is never shown, and reported instead.
 */
export class Details {
  /** Told of what was found wrong while fetching. */
  onProblems: (problems: readonly Problem[]) => void = () => undefined;
  readonly #manifest: Pick<Manifest, 'source' | 'projects' | 'details' | 'ids'>;
  readonly #read: ReadBytes;
  readonly #pathOf: (piece: Piece) => string;
  readonly #surroundings: Surroundings;
  /** The latest used last. */
  readonly #loaded = new Map<number, LoadedPiece>();
  readonly #loading = new Map<number, Promise<LoadedPiece | null>>();
  readonly #buckets = new Map<number, Promise<ReadonlyMap<string, Row> | null>>();
  readonly #reported = new Set<string>();

  constructor(
    manifest: Pick<Manifest, 'source' | 'projects' | 'details' | 'ids'>,
    read: ReadBytes,
    pathOf: (piece: Piece) => string,
    surroundings: Surroundings,
  ) {
    this.#manifest = manifest;
    this.#read = read;
    this.#pathOf = pathOf;
    this.#surroundings = surroundings;
  }

  /** Of how many pieces the details of these rows consist that aren't at hand. */
  missing(rows: Iterable<Row>): number {
    const pieces = new Set<number>();
    for (const row of rows) pieces.add(this.#pieceOf(row));
    return [...pieces].filter((piece) => !this.#loaded.has(piece)).length;
  }

  /** A project, if it is at hand; `null` if it isn't sound. */
  peek(row: Row): Project | null | undefined {
    const piece = this.#loaded.get(this.#pieceOf(row));
    return piece && this.#project(row, piece);
  }

  /** A project; `null` if it can't be had or isn't sound, which is reported. */
  async get(row: Row): Promise<Project | null> {
    const piece = await this.#piece(this.#pieceOf(row));
    return piece && this.#project(row, piece);
  }

  /** Projects, in the order of their rows given; those that can't be had are left out. */
  async all(rows: readonly Row[]): Promise<Project[]> {
    const projects = await Promise.all(rows.map((row) => this.get(row)));
    return projects.filter((project) => project !== null);
  }

  /** Whose id, or id before it was renamed, this is; `null` if nobody's, `unsound` if that can't be had. */
  async find(id: string): Promise<Row | 'unsound' | null> {
    const buckets = this.#manifest.ids.length;
    if (buckets === 0) return null;
    const bucket = bucketOf(id, buckets);
    const reading = this.#buckets.get(bucket) ?? this.#readBucket(bucket);
    this.#buckets.set(bucket, reading);
    const ids = await reading;
    return ids === null ? 'unsound' : (ids.get(id) ?? null);
  }

  #pieceOf(row: Row): number {
    return Math.floor(row / this.#manifest.details.size);
  }

  #project(row: Row, { features, projects }: LoadedPiece): Project | null {
    const before = projects.get(row);
    if (before !== undefined) return before;
    const [line, value] = features[row % this.#manifest.details.size] ?? [];
    const at = { file: this.#manifest.source, number: row + 1, ...(line && { line }) };
    const { project, problems } = checkFeature(at, value, this.#surroundings);
    this.#report(problems);
    const numbered = project && { ...project, row };
    projects.set(row, numbered);
    return numbered;
  }

  async #piece(number: number): Promise<LoadedPiece | null> {
    const loaded = this.#loaded.get(number);
    if (loaded !== undefined) {
      this.#loaded.delete(number);
      this.#loaded.set(number, loaded);
      return loaded;
    }
    const reading = this.#loading.get(number) ?? this.#readPiece(number);
    this.#loading.set(number, reading);
    return reading;
  }

  async #readPiece(number: number): Promise<LoadedPiece | null> {
    const features = await this.#readJson(this.#manifest.details.pieces[number], DetailsSchema);
    this.#loading.delete(number);
    if (features === null) return null;
    const piece: LoadedPiece = { features, projects: new Map() };
    this.#loaded.set(number, piece);
    const [oldest] = this.#loaded.keys();
    if (this.#loaded.size > MOST_PIECES && oldest !== undefined) this.#loaded.delete(oldest);
    return piece;
  }

  async #readBucket(bucket: number): Promise<ReadonlyMap<string, Row> | null> {
    const ids = await this.#readJson(this.#manifest.ids[bucket], IdsSchema);
    // Asked for again, it may arrive.
    if (ids === null) this.#buckets.delete(bucket);
    return ids && new Map(ids);
  }

  async #readJson<T>(
    piece: Piece | undefined,
    schema: v.GenericSchema<unknown, T>,
  ): Promise<T | null> {
    if (piece === undefined) return null;
    const file = this.#pathOf(piece);
    try {
      const parsed = v.safeParse(schema, await readJsonPiece(this.#read, file, piece));
      if (parsed.success) return parsed.output;
      this.#report([{ file, found: 'something else', expected: 'the details of projects' }]);
    } catch (error) {
      if (!(error instanceof BrokenPiece)) throw error;
      this.#report([error.problem]);
    }
    return null;
  }

  /** Each problem once, however often it is come upon. */
  #report(problems: readonly Problem[]): void {
    const fresh = problems.filter((problem) => {
      const key = JSON.stringify(problem);
      const isFresh = !this.#reported.has(key);
      this.#reported.add(key);
      return isFresh;
    });
    if (fresh.length > 0) this.onProblems(fresh);
  }
}
