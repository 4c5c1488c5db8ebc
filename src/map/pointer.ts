import type { Map as MapLibreMap } from 'maplibre-gl';
import { latitude, longitude, type Row } from '../dossier/projectIndex.ts';
import type { Fan } from './fan.ts';
import { isFew, lngLatOf, MOST_LIT, type Mark } from './marks.ts';
import type { Hit, Picking } from './picking.ts';
import type { Sight } from './sight.ts';
import type { Viewpoint } from './viewpoint.ts';

export interface PointerEvents {
  /** Chose what stands at a position (degrees); nothing, on empty ground. */
  onChoose(rows: readonly Row[], position: [number, number]): void;
  onPoint(rows: readonly Row[]): void;
}

/** By what the pointer finds its way. */
export interface PointerParts {
  readonly picking: Picking;
  readonly fan: Fan;
  readonly sight: Sight;
  readonly viewpoint: Viewpoint;
  /** Whether clicks belong to something else just now. */
  readonly isBusy: () => boolean;
}

/** What the reader points at and chooses. */
export class Pointer {
  readonly #parts: PointerParts;
  readonly #events: PointerEvents;

  constructor(map: MapLibreMap, parts: PointerParts, events: PointerEvents) {
    this.#parts = parts;
    this.#events = events;
    const { picking, fan, isBusy } = parts;
    map.on('click', ({ point, lngLat }) => {
      if (isBusy()) return;
      const hit = picking.at(point, lngLat);
      if (hit.kind === 'marks') this.#chooseMarks(hit.marks);
      else if (hit.kind === 'fanned') events.onChoose([hit.row], [...fan.spot]);
      else events.onChoose(hit.rows, [lngLat.lng, lngLat.lat]);
    });
    map.on('mousemove', ({ point, lngLat }) => {
      if (isBusy()) return;
      const hit = picking.at(point, lngLat);
      const rows = this.#rowsOf(hit);
      map.getCanvas().style.cursor = hit.kind === 'marks' || rows.length > 0 ? 'pointer' : '';
      events.onPoint(rows.length <= MOST_LIT ? rows : []);
    });
    map.on('mouseout', () => events.onPoint([]));
  }

  /** Does what a click on a mark does. */
  choose(mark: Mark): void {
    this.#chooseMarks(this.#parts.picking.around(mark));
  }

  /** What is at one spot is offered; what is close together is opened from nearer. */
  #chooseMarks(marks: readonly Mark[]): void {
    const [nearest] = marks;
    if (nearest === undefined) return;
    const position = lngLatOf(nearest);
    if (nearest.kind !== 'cluster') {
      const spots = marks.filter(({ kind }) => kind !== 'cluster');
      this.#events.onChoose(this.#parts.sight.rowsOf(spots), position);
      return;
    }
    const [west, north, east, south] = nearest.extent;
    const bounds = [longitude(west), latitude(south), longitude(east), latitude(north)] as const;
    if (!this.#parts.viewpoint.approach(bounds, position))
      this.#events.onChoose(this.#parts.sight.rowsOf([nearest]), position);
  }

  /** What lights up as one points there. */
  #rowsOf(hit: Hit): readonly Row[] {
    if (hit.kind === 'fanned') return [hit.row];
    if (hit.kind === 'shapes') return hit.rows;
    const few = hit.marks.filter(isFew);
    return this.#parts.picking.once(few.map(({ id }) => id).join(), () =>
      this.#parts.sight.rowsOf(few),
    );
  }
}
