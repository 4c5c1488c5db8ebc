import type { Position } from 'geojson';
import type { Dossier, Passage, Project } from '../dossier/types.ts';
import { sameCamera, type Camera } from './camera.ts';
import { matches, sectorCounts } from './filter.ts';
import { honour } from './honour.ts';
import { parseLink, type LinkProblem } from './link.ts';
import { passageOf, referenceTo } from './passage.ts';
import { canonicalView, DEFAULT_VIEW, type Filters, type Pane, type View } from './view.ts';

/** Several projects at one spot or in one passage, for the reader to choose from. */
export interface Choice {
  readonly projects: readonly Project[];
  /** Where on the map it was asked for, degrees; `null` where it wasn't asked for on the map. */
  readonly position: Position | null;
}

/** A wish to see where projects are, fulfilled once. */
export interface Flight {
  readonly projects: readonly Project[];
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The one state that everything drawn is derived from: the view, which is what the link holds,
 * and beside it what passes and is in no link (what is pointed at, a choice that is open).
 */
export class ViewStore {
  readonly dossier: Dossier;
  readonly #isDefault: boolean;

  #view: View = $state.raw(DEFAULT_VIEW);
  #asRead: View = $state.raw(DEFAULT_VIEW);
  #linkProblems: readonly LinkProblem[] = $state.raw([]);
  #lit: ReadonlySet<string> = $state.raw(NONE);
  #choice: Choice | null = $state.raw(null);
  #flight: Flight | null = $state.raw(null);
  /** Where on the map the selection was made: for a project with several markers. */
  #anchor: Position | null = $state.raw(null);

  // What is derived from a part of the view stays the same object while that part does.
  readonly #filters = $derived(this.#view.filters);
  readonly #reference = $derived(this.#view.passage);

  readonly visible: readonly Project[] = $derived.by(() => {
    const filters = this.#filters;
    return this.dossier.projects.filter((project) => matches(project, filters));
  });
  readonly sectorCounts: ReadonlyMap<string, number> = $derived.by(() =>
    sectorCounts(this.dossier.projects, this.dossier.sectors, this.#filters),
  );
  readonly selected: Project | null = $derived.by(
    () => this.dossier.projects.find(({ id }) => id === this.#view.project) ?? null,
  );
  readonly isSelectedHidden: boolean = $derived(
    this.selected !== null && !this.visible.includes(this.selected),
  );
  readonly passage: Passage | null = $derived.by(
    () => this.#reference && passageOf(this.#reference, this.dossier),
  );

  /** `isDefault` tells whether the dossier is the one that links needn't name. */
  constructor(dossier: Dossier, fragment = '', isDefault = true) {
    this.dossier = dossier;
    this.#isDefault = isDefault;
    this.readLink(fragment);
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
  get linkProblems(): readonly LinkProblem[] {
    return this.#linkProblems;
  }
  get lit(): ReadonlySet<string> {
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

  /** Shows what a link holds, as far as this dossier can. */
  readLink(fragment: string): void {
    const { view, problems } = honour(parseLink(fragment), this.dossier, this.#isDefault);
    this.#view = view;
    this.#asRead = view;
    this.#flight = null;
    this.#lit = NONE;
    this.#linkProblems = problems;
    this.#choice = null;
    this.#anchor = null;
  }

  dismissLinkProblems(): void {
    this.#linkProblems = [];
  }

  /** Selects a project, or none; `anchor` tells where on the map, where that was. */
  select(project: Project | null, anchor: Position | null = null): void {
    this.#choice = null;
    this.#anchor = anchor;
    this.#lit = NONE;
    // Closing what is open leaves the reader where they read.
    this.#change(project === null ? { project: null } : { project: project.id, passage: null });
  }

  /** Selects a project from beside the map, and flies there. */
  show(project: Project): void {
    this.select(project);
    this.flyTo([project]);
  }

  flyTo(projects: readonly Project[]): void {
    this.#flight = { projects };
  }

  /** Called by who has set out on the flight. */
  takeOff(): void {
    this.#flight = null;
  }

  /** Selects the one project, or offers the choice of several. */
  offer(projects: readonly Project[], position: Position | null): void {
    const [only, ...others] = projects;
    if (only === undefined) return;
    if (others.length > 0) this.#choice = { projects, position };
    else if (position === null) this.show(only);
    else this.select(only, position);
  }

  closeChoice(): void {
    this.#choice = null;
  }

  /** Lights up projects on both sides, as the reader points at one of them. */
  light(projects: readonly Project[]): void {
    // The pointer moves more often than what it points at changes.
    const isSame =
      projects.length === this.#lit.size && projects.every(({ id }) => this.#lit.has(id));
    if (!isSame) this.#lit = new Set(projects.map(({ id }) => id));
  }

  toggleSector(id: string): void {
    const { sector } = this.#filters;
    const chosen = sector.includes(id) ? sector.filter((other) => other !== id) : [...sector, id];
    this.#filter({ ...this.#filters, sector: chosen });
  }

  clearSectors(): void {
    this.#filter({ ...this.#filters, sector: [] });
  }

  /** Follows the map, once the reader has moved it. */
  moveCamera(camera: Camera): void {
    if (!sameCamera(camera, this.#view.camera)) this.#change({ camera });
  }

  showPane(pane: Pane): void {
    this.#lit = NONE;
    this.#change({ pane });
  }

  /** Scrolls the article to a passage and marks it. */
  readPassage(passage: Passage): void {
    this.#change({ pane: 'article', passage: referenceTo(passage) });
  }

  /** Where the measure `atlas:filter` begins; it ends with the frame that shows the new set. */
  #filter(filters: Filters): void {
    performance.mark('atlas:filter-changed');
    this.#change({ filters });
  }

  #change(part: Partial<View>): void {
    this.#view = canonicalView({ ...this.#view, ...part });
  }
}
