import { untrack } from 'svelte';
import type { Position } from 'geojson';
import type { Problem } from '../dossier/problem.ts';
import type { Found } from '../dossier/searchEngine.ts';
import type { Row } from '../dossier/projectIndex.ts';
import { NO_OUTLINES, type Outlines } from '../dossier/outlines.ts';
import type { Bounds, Dossier, Passage, Project } from '../dossier/types.ts';
import { decodeArea } from './area.ts';
import { sameCamera, type Camera } from './camera.ts';
import {
  filterProjects,
  type Filtered,
  type FilterName,
  type Judged,
  type ListFacet,
} from './filter.ts';
import { honour, resolveLink, unresolvedLink, type ResolvedLink } from './honour.ts';
import type { LinkProblem } from './link.ts';
import { passageOf, referenceTo } from './passage.ts';
import {
  canonicalView,
  DEFAULT_VIEW,
  isFiltering,
  NO_FILTERS,
  unlessChanged,
  PANES,
  type Filters,
  type Pane,
  type Sort,
  type Theme,
  type View,
} from './view.ts';

/** Several projects at one spot or in one passage, for the reader to choose from. */
export interface Choice {
  readonly rows: readonly Row[];
  /** Where on the map it was asked for, degrees; `null` where it wasn't asked for on the map. */
  readonly position: Position | null;
}

/** A wish to see where projects are, fulfilled once. */
export interface Flight {
  readonly rows: readonly Row[];
}

const NONE: ReadonlySet<Row> = new Set();
const NOTHING_SOUGHT = { words: '' };

/** So long a link waits for its project before the rest of it is shown, milliseconds. */
const SOON = 150;

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * The one state that everything drawn is derived from: the view, which is what the link holds,
 * and beside it what passes and is in no link (what is pointed at, a choice that is open).
 */
export class ViewStore {
  readonly dossier: Dossier;
  readonly #isDefault: boolean;
  readonly #outlines: Outlines;
  /** Those there are to read. */
  readonly panes: readonly Pane[];

  #view: View = $state.raw(DEFAULT_VIEW);
  #asRead: View = $state.raw(DEFAULT_VIEW);
  #linkProblems: readonly LinkProblem[] = $state.raw([]);
  #nearest: readonly Project[] = $state.raw([]);
  #lit: ReadonlySet<Row> = $state.raw(NONE);
  #choice: Choice | null = $state.raw(null);
  #flight: Flight | null = $state.raw(null);
  /** Where on the map the selection was made: for a project with several markers. */
  #anchor: Position | null = $state.raw(null);
  /** Whether the reader has moved the map, or set the frame to what it shows. */
  #isMapOwn = $state(false);

  #selected: Project | null = $state.raw(null);
  #problems: readonly Problem[] = $state.raw([]);
  /** What was searched for last, and what that found; `null` while or where that can't be had. */
  #sought = NOTHING_SOUGHT;
  #found: Found | null = $state.raw(null);
  /** What filters by place; fetched once one does. */
  #spatial: typeof import('./spatial.ts') | null = $state.raw(null);
  #fetchingSpatial: Promise<void> | null = null;
  #isFetching = $state(false);
  #isSeeking = $state(false);
  /** Counts what the reader asked for, so that what arrives late doesn't take its place. */
  #wish = 0;

  // What is derived from a part of the view stays the same object while that part does.
  readonly #filters = $derived(this.#view.filters);
  readonly #reference = $derived(this.#view.passage);

  /** What the index alone is filtered by. */
  #indexed: Filters = NO_FILTERS;
  readonly #facets: Filters = $derived.by(() => {
    const { q, frame, area } = NO_FILTERS;
    return (this.#indexed = unlessChanged(this.#indexed, { ...this.#filters, q, frame, area }));
  });
  // By its text, so that what else is filtered by changes nothing here.
  readonly #frame = $derived(this.#filters.frame?.join('/') ?? null);
  readonly #area = $derived(this.#filters.area);
  readonly #inFrame: Uint8Array | null = $derived.by(() => {
    const frame = this.#frame === null ? null : untrack(() => this.#filters.frame);
    return frame && (this.#spatial?.inFrame(frame, this.dossier, this.#outlines) ?? null);
  });
  readonly #inArea: Uint8Array | null = $derived.by(() => {
    const area = this.#area === null ? null : decodeArea(this.#area);
    if (area === null || 'problem' in area) return null;
    return this.#spatial?.inArea(area, this.dossier, this.#outlines) ?? null;
  });
  readonly #judged: Judged = $derived.by(() => ({
    ...(this.#found && { q: this.#found.mask }),
    ...(this.#inFrame && { frame: this.#inFrame }),
    ...(this.#inArea && { area: this.#inArea }),
  }));
  /** Of a search, a frame or an area not before it is judged by. */
  readonly filtered: Filtered = $derived.by(() =>
    filterProjects(this.dossier, this.#facets, this.#judged),
  );
  readonly isFiltering: boolean = $derived(isFiltering(this.#filters));
  readonly isSelectedHidden: boolean = $derived(
    this.#selected !== null && !this.isVisible(this.#selected.row),
  );
  /** What is read beside the map: a dossier without articles has only its projects. */
  readonly pane: Pane = $derived.by(() =>
    this.panes.includes(this.#view.pane) ? this.#view.pane : 'projects',
  );
  /** Whose frame is filtered by: the map's follows the map, that of a link stays as it was sent. */
  readonly frameOf: 'map' | 'link' | null = $derived.by(() =>
    this.#frame === null ? null : this.#isMapOwn ? 'map' : 'link',
  );
  /**
   * What the map opens at where the view has no camera, degrees: the frame of the link, until there
   * is none any more.
   */
  readonly opening: Bounds = $derived.by(
    () => (this.#frame === null ? null : this.#asRead.filters.frame) ?? this.dossier.bounds,
  );
  readonly passage: Passage | null = $derived.by(
    () => this.#reference && passageOf(this.#reference, this.dossier),
  );

  /**
   * `problems` are those known of the dossier, `isDefault` tells whether it is the one that links
   * needn't name, `outlines` are the shapes by which a frame or an area judges areas.
   */
  constructor(
    dossier: Dossier,
    link: ResolvedLink,
    {
      problems = [],
      isDefault = true,
      outlines = NO_OUTLINES,
    }: { problems?: readonly Problem[]; isDefault?: boolean; outlines?: Outlines } = {},
  ) {
    this.dossier = dossier;
    this.panes = PANES.filter((pane) => pane !== 'article' || dossier.articles.length > 0);
    this.#isDefault = isDefault;
    this.#outlines = outlines;
    this.#problems = problems;
    const take = (found: readonly Problem[]) => {
      // Found while something is drawn, it is told when that is done.
      queueMicrotask(() => (this.#problems = [...this.#problems, ...found]));
    };
    for (const part of [dossier.details, dossier.search, dossier.orders]) part.onProblems = take;
    this.#show(link);
  }

  get view(): View {
    return this.#view;
  }
  /** The view as the last link had it: what the map goes to, and what needn't be written back. */
  get asRead(): View {
    return this.#asRead;
  }
  /** Whether what is open was opened by the reader, and not by a link, which is shown as sent. */
  get isByReader(): boolean {
    return this.#choice !== null || this.#view !== this.#asRead;
  }
  get selected(): Project | null {
    return this.#selected;
  }
  /** What is wrong with the dossier, as far as it was come upon. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }
  /** Whether the project asked for is still on its way. */
  get isFetching(): boolean {
    return this.#isFetching;
  }
  /** Whether what the view is searched for is still on its way. */
  get isSeeking(): boolean {
    return this.#isSeeking;
  }
  /** What the search of the view found; `null` without one, and before it has. */
  get found(): Found | null {
    return this.#found;
  }
  get linkProblems(): readonly LinkProblem[] {
    return this.#linkProblems;
  }
  /** Offered in place of a project that the link names and the dossier hasn't, the nearest first. */
  get nearest(): readonly Project[] {
    return this.#nearest;
  }
  get lit(): ReadonlySet<Row> {
    return this.#lit;
  }
  get choice(): Choice | null {
    return this.#choice;
  }
  get flight(): Flight | null {
    return this.#flight;
  }
  get anchor(): Position | null {
    return this.#anchor;
  }

  isVisible(row: Row): boolean {
    return this.filtered.mask[row] === 1;
  }

  /** Shows what a link holds, as far as this dossier can: its project as soon as that is at hand. */
  async readLink(fragment: string): Promise<void> {
    const coming = this.#fetch(resolveLink(fragment, this.dossier));
    const wish = this.#wish;
    const soon = await Promise.race([coming, pause(SOON)]);
    if (soon) this.#show(soon);
    if (soon !== undefined || wish !== this.#wish) return;
    this.#show(unresolvedLink(fragment));
    const link = await coming;
    if (link === null) return;
    // The reader hasn't chosen anything else, but may have moved the map or changed the filter, and
    // may have dismissed what is known of the link already.
    const isAsRead = this.#view === this.#asRead;
    const isTold = this.#linkProblems.length > 0;
    const { view, problems } = honour(link, this.dossier, this.#isDefault);
    this.#selected = typeof link.project === 'object' ? link.project : null;
    this.#tell(problems.filter(({ key }) => isTold || key === 'project'));
    this.#change({ project: view.project });
    if (isAsRead) this.#asRead = this.#view;
  }

  #show(link: ResolvedLink): void {
    const { view, problems } = honour(link, this.dossier, this.#isDefault);
    this.#view = view;
    this.#asRead = view;
    this.#isMapOwn = false;
    this.#seek(view.filters);
    this.#selected = typeof link.project === 'object' ? link.project : null;
    this.#flight = null;
    this.#lit = NONE;
    this.#tell(problems);
    this.#choice = null;
    this.#anchor = null;
  }

  /** Lets be what was asked for before; the view doesn't name a project then that isn't there. */
  #forsake(): void {
    this.#wish++;
    this.#isFetching = false;
    if (this.#selected === null && this.#view.project !== null) this.#change({ project: null });
  }

  /** What was asked for, unless the reader has asked for something else meanwhile. */
  async #fetch<T>(coming: Promise<T>): Promise<T | null> {
    const wish = ++this.#wish;
    this.#isFetching = true;
    try {
      const fetched = await coming;
      return wish === this.#wish ? fetched : null;
    } finally {
      if (wish === this.#wish) this.#isFetching = false;
    }
  }

  /** Tells what of a link couldn't be honoured, and seeks what may have been meant. */
  #tell(problems: readonly LinkProblem[]): void {
    this.#linkProblems = problems;
    this.#nearest = [];
    const unknown = problems.find(({ reason }) => reason === 'unknown-project');
    if (unknown !== undefined) void this.#seekNearest(unknown.value);
  }

  async #seekNearest(id: string): Promise<void> {
    const told = this.#linkProblems;
    const code = await this.code('nearestNames', import('../dossier/nearestNames.ts'));
    const nearest = (await code?.nearestProjects(id, this.dossier)) ?? [];
    // Another link may have been read meanwhile, or the notice dismissed.
    if (told === this.#linkProblems) this.#nearest = nearest;
  }

  dismissLinkProblems(): void {
    this.#tell([]);
  }

  /** Selects a project in place of the unknown one; all else stays as the link has it. */
  selectInstead(project: Project): void {
    this.#tell(this.#linkProblems.filter(({ reason }) => reason !== 'unknown-project'));
    this.#open(project, null);
    this.#change({ project: project.id });
  }

  /** Selects a project, or none; `anchor` tells where on the map, where that was. */
  select(project: Project | null, anchor: Position | null = null): void {
    this.#open(project, anchor);
    // Closing what is open leaves the reader where they read.
    this.#change(project === null ? { project: null } : { project: project.id, passage: null });
  }

  #open(project: Project | null, anchor: Position | null): void {
    this.closeChoice();
    this.#anchor = anchor;
    this.#lit = NONE;
    this.#selected = project;
  }

  /** Fetches a project and selects it; one that can't be shown is told of as a problem. */
  async open(row: Row, anchor: Position | null = null): Promise<void> {
    const project = this.dossier.details.peek(row);
    if (project === undefined) {
      const fetched = await this.#fetch(this.dossier.details.get(row));
      if (fetched !== null) this.select(fetched, anchor);
    } else if (project !== null) this.select(project, anchor);
  }

  /** Selects a project from beside the map, and flies there. */
  async show(row: Row): Promise<void> {
    this.flyTo([row]);
    await this.open(row);
  }

  flyTo(rows: readonly Row[]): void {
    this.#flight = { rows };
  }

  /** Called by who has set out on the flight. */
  takeOff(): void {
    this.#flight = null;
  }

  /** Selects the one project, or offers the choice of several. */
  offer(rows: readonly Row[], position: Position | null): void {
    const [only, ...others] = rows;
    if (only === undefined) return;
    if (others.length > 0) {
      this.#forsake();
      this.#choice = { rows, position };
    } else if (position === null) void this.show(only);
    else void this.open(only, position);
  }

  closeChoice(): void {
    this.#forsake();
    this.#choice = null;
  }

  /** Lights up projects on both sides, as the reader points at one of them. */
  light(rows: readonly Row[]): void {
    // The pointer moves more often than what it points at changes.
    const isSame = rows.length === this.#lit.size && rows.every((row) => this.#lit.has(row));
    if (!isSame) this.#lit = new Set(rows);
  }

  /** Chooses a value of a facet, or no longer. */
  toggle<F extends ListFacet>(facet: F, value: Filters[F][number]): void {
    const before: readonly string[] = this.#filters[facet];
    const chosen = before.includes(value)
      ? before.filter((other) => other !== value)
      : [...before, value];
    this.narrow({ [facet]: chosen });
  }

  /** Searches for words, and lists what is found. */
  search(words: string): void {
    const isRead = this.pane === 'article' && words.trim() !== '';
    this.#filter({ ...this.#filters, q: words }, isRead ? 'projects' : this.#view.pane);
  }

  /** What was found before stays until there is an answer. */
  #seek({ q: words, frame, area }: Filters): void {
    if (frame !== null || area !== null) this.#fetchingSpatial ??= this.#fetchSpatial();
    if (words === this.#sought.words) return;
    const sought = (this.#sought = { words });
    this.#isSeeking = words !== '';
    if (words === '') {
      this.#found = null;
      return;
    }
    void this.dossier.search.find(words).then((found) => {
      // The same words may have been sought anew meanwhile.
      if (this.#sought !== sought) return;
      this.#isSeeking = false;
      this.#found = found;
      // Sought again, it may be found.
      if (found === null) this.#sought = NOTHING_SOUGHT;
    });
  }

  async #fetchSpatial(): Promise<void> {
    this.#spatial = await this.code('spatial', import('./spatial.ts'));
    if (this.#spatial === null) this.#fetchingSpatial = null;
  }

  /** Code that is only now fetched; `null` where it doesn't arrive, which is told as a problem. */
  async code<T>(file: string, coming: Promise<T>): Promise<T | null> {
    try {
      return await coming;
    } catch (error) {
      // Asked for again, it may arrive; that it didn't is told once.
      const found = error instanceof Error ? error.message : String(error);
      const expected = 'code that can be fetched';
      const problem: Problem = { file, found, expected, mishap: 'code' };
      this.#problems = [...this.#problems.filter((told) => told.file !== file), problem];
      return null;
    }
  }

  /** Sets filters; the others stay. */
  narrow(filters: Partial<Filters>): void {
    this.#filter({ ...this.#filters, ...filters });
  }

  /** Lets through again what these filters held back; without any, what all of them did. */
  clearFilters(...names: readonly FilterName[]): void {
    const cleared = Object.fromEntries(names.map((name) => [name, NO_FILTERS[name]]));
    this.#filter(names.length === 0 ? NO_FILTERS : { ...this.#filters, ...cleared });
  }

  /** Sorts by a column; by the same again the other way round, and a third time no longer. */
  sortBy(key: Sort['key']): void {
    const { sort } = this.#view;
    if (sort?.key !== key) this.sortAs({ key, descending: false });
    else this.sortAs(sort.descending ? null : { key, descending: true });
  }

  sortAs(sort: Sort | null): void {
    this.#change({ sort });
  }

  /** Filters by what is seen of the map, from then on; no longer by a frame with `null`. */
  frameMap(frame: Bounds | null): void {
    this.#isMapOwn = true;
    this.narrow({ frame });
  }

  /** Has the map's frame follow what is seen of it, though nobody moved it: its size may change. */
  seeMap(frame: Bounds): void {
    if (this.frameOf === 'map') this.#change({ filters: { ...this.#filters, frame } });
  }

  /** Follows the map, once the reader has moved it; the frame that is filtered by, too. */
  moveCamera(camera: Camera, frame: Bounds): void {
    if (sameCamera(camera, this.#view.camera)) return;
    this.#isMapOwn = true;
    const filters = this.#filters.frame === null ? this.#filters : { ...this.#filters, frame };
    this.#change({ camera, filters });
  }

  showPane(pane: Pane): void {
    this.#lit = NONE;
    this.#change({ pane });
  }

  /** `null`: as the system has it. */
  setTheme(theme: Theme | null): void {
    this.#change({ theme });
  }

  /** Scrolls the article to a passage and marks it. */
  readPassage(passage: Passage): void {
    this.#change({ pane: 'article', passage: referenceTo(passage) });
  }

  /** Where the measure `atlas:filter` begins; it ends with the frame that shows the new set. */
  #filter(filters: Filters, pane = this.#view.pane): void {
    performance.mark('atlas:filter-changed');
    this.#change({ filters, pane });
  }

  #change(part: Partial<View>): void {
    this.#view = canonicalView({ ...this.#view, ...part });
    this.#seek(this.#view.filters);
  }
}
