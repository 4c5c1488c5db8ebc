import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Row } from '../dossier/projectIndex.ts';
import type { Dossier } from '../dossier/types.ts';
import type { Mark } from './marks.ts';
import { covers, frameOf, levelOf, NOTHING_SEEN, Surveyor, type Survey } from './survey.ts';

/** What there is to draw of the projects that pass the filter, from where the map is seen. */
export class Sight {
  readonly #map: MapLibreMap;
  readonly #surveyor: Surveyor;
  #mask: Uint8Array;
  #survey: Survey = NOTHING_SEEN;

  /** It sees nothing before it is told to look. */
  constructor(map: MapLibreMap, { index, sectors }: Dossier, mask: Uint8Array) {
    this.#map = map;
    this.#surveyor = new Surveyor(index, sectors.length);
    this.#mask = mask;
  }

  /** 1 for each project that passes the filter, else 0. */
  get mask(): Uint8Array {
    return this.#mask;
  }

  get survey(): Survey {
    return this.#survey;
  }

  /** Looks anew, at just the projects of a mask. */
  look(mask: Uint8Array): void {
    this.#mask = mask;
    const frame = frameOf(this.#map.getBounds());
    this.#survey = this.#surveyor.survey(mask, frame, levelOf(this.#map.getZoom()));
  }

  /** Looks anew if another part of the map is seen, or looks otherwise from here; tells whether. */
  follow(): boolean {
    if (covers(this.#survey, this.#map.getBounds(), this.#map.getZoom())) return false;
    this.look(this.#mask);
    return true;
  }

  /** The projects of marks that pass the filter, each once. */
  rowsOf(marks: readonly Mark[]): readonly Row[] {
    const rows = marks.map((mark) =>
      mark.kind === 'project' ? [mark.row] : this.#surveyor.rowsWithin(this.#mask, mark.extent),
    );
    return rows.length === 1 ? (rows[0] ?? []) : [...new Set(rows.flat())];
  }
}
