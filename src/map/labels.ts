import type { Map as MapLibreMap } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { Language } from '../dossier/localized.ts';
import type { Dossier } from '../dossier/types.ts';
import type { FeatureStates } from './featureStates.ts';
import { boxRadius, labelFeatures } from './features.ts';
import { isFew } from './marks.ts';
import type { Picking } from './picking.ts';
import type { Sight } from './sight.ts';
import type { Sources } from './sources.ts';
import { MARKS, NAMES_ZOOM } from './style.ts';

/** So many pieces of details are fetched to name what is on the screen. */
const MOST_NAMING_PIECES = 12;

/** What labels are made of, and how they get on the map. */
export interface LabelParts {
  readonly dossier: Dossier;
  readonly language: Language;
  readonly sight: Sight;
  readonly picking: Picking;
  readonly sources: Sources;
  readonly states: FeatureStates;
  /** Whether the map can be told what to draw. */
  readonly isStyled: () => boolean;
}

/** What is written beside the marks: MapLibre's worker sets it, which takes several frames. */
export class Labels {
  readonly #map: MapLibreMap;
  readonly #parts: LabelParts;
  /** The marks that have labels, by their ids. */
  #labelled: ReadonlySet<string> = new Set();
  #isSetting = false;
  #isStale = false;

  constructor(map: MapLibreMap, parts: LabelParts) {
    this.#map = map;
    this.#parts = parts;
    map.setMissingStyleImageResolver((name) => addBox(map, name));
  }

  /** Those of the marks drawn now, to be set. */
  features(): FeatureCollection {
    const { dossier, language, sight } = this.#parts;
    const { marks } = sight.survey;
    this.#labelled = new Set(marks.map(({ id }) => id));
    return labelFeatures(marks, dossier, (mark) => sight.rowsOf([mark]), language);
  }

  /** Has the worker set the labels anew; what is asked for meanwhile, once it is done. */
  async set(): Promise<void> {
    const { sources, isStyled } = this.#parts;
    this.#isStale = true;
    if (this.#isSetting) return;
    this.#isSetting = true;
    try {
      while (this.#isStale && isStyled()) {
        this.#isStale = false;
        await sources.set(MARKS, this.features());
      }
    } finally {
      this.#isSetting = false;
    }
    if (!isStyled()) return;
    this.hideGone();
    await this.name();
  }

  /** Sets what was asked for while there was no map to set it on. */
  async catchUp(isMoved: boolean): Promise<void> {
    await (isMoved || this.#isStale ? this.set() : this.name());
  }

  /** Hides the labels of marks that aren't there any more, until the worker has taken them away. */
  hideGone(): void {
    const { sight, states } = this.#parts;
    const ids = new Set(sight.survey.marks.map(({ id }) => id));
    for (const id of this.#labelled) {
      const isGone = !ids.has(id);
      if (isGone || states.has(MARKS, id)) states.set(MARKS, id, { hidden: isGone });
    }
  }

  /** Fetches the names of what is on the screen one by one, if they aren't too far apart. */
  async name(): Promise<void> {
    const { dossier, sight, picking, isStyled } = this.#parts;
    const { details } = dossier;
    if (!isStyled() || this.#map.getZoom() < NAMES_ZOOM) return;
    const rows = sight.rowsOf(picking.marksOnScreen().filter(isFew));
    const missing = details.missing(rows);
    if (missing === 0 || missing > MOST_NAMING_PIECES) return;
    await details.all(rows);
    // What can't be had isn't asked for again and again.
    if (details.missing(rows) < missing) await this.set();
  }
}

/** Of the labels' boxes nothing is seen: they only keep other labels away. */
function addBox(map: MapLibreMap, name: string): void {
  const radius = boxRadius(name);
  if (radius === null) return;
  const size = Math.ceil(2 * radius);
  map.addImage(name, { width: size, height: size, data: new Uint8Array(4 * size * size) });
}
