import type { LngLat, Map as MapLibreMap, Point } from 'maplibre-gl';
import type { ProjectIndex, Row } from '../dossier/projectIndex.ts';
import type { Fan } from './fan.ts';
import { lngLatOf, marksAt, type Mark, type ScreenMark } from './marks.ts';
import type { Sight } from './sight.ts';
import { AREA_LAYER, LINE_LAYER } from './style.ts';
import type { Survey } from './survey.ts';

/** What is at a point of the screen: what lies above hides what lies below. */
export type Hit =
  | { readonly kind: 'fanned'; readonly row: Row }
  | { readonly kind: 'marks'; readonly marks: readonly [Mark, ...Mark[]] }
  | { readonly kind: 'shapes'; readonly rows: readonly Row[] };

/** A line is this easy to hit, pixels to each side. */
const LINE_REACH = 6;

/** Finds what is drawn at a point of the screen, and where marks are on it. */
export class Picking {
  readonly #map: MapLibreMap;
  readonly #fan: Fan;
  readonly #index: ProjectIndex;
  readonly #sight: Sight;
  /** What was asked last, of what was drawn then, and the answer. */
  #last: { survey: Survey; mask: Uint8Array; key: string; rows: readonly Row[] } | null = null;

  constructor(map: MapLibreMap, fan: Fan, index: ProjectIndex, sight: Sight) {
    this.#map = map;
    this.#fan = fan;
    this.#index = index;
    this.#sight = sight;
  }

  /** What is at a point, which is at so many degrees. */
  at(point: Point, { lng }: LngLat): Hit {
    const fanned = this.#fan.at(point);
    if (fanned !== null) return { kind: 'fanned', row: fanned };
    const [nearest, ...others] = marksAt(this.#screenMarks(lng), point.x, point.y);
    if (nearest !== undefined) return { kind: 'marks', marks: [nearest, ...others] };
    return { kind: 'shapes', rows: this.#shapesAt(point) };
  }

  /** A mark and what overlaps it, as if it were clicked on. */
  around(mark: Mark): readonly Mark[] {
    const { x, y } = this.#onScreen(mark, this.#map.getCenter().lng);
    return marksAt(this.#screenMarks(), x, y);
  }

  /** The marks on the screen, the nearest to its middle first. */
  marksOnScreen(): readonly Mark[] {
    const { clientWidth: width, clientHeight: height } = this.#map.getCanvas();
    const away = ({ x, y }: ScreenMark) => Math.hypot(x - width / 2, y - height / 2);
    return this.#screenMarks()
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height)
      .sort((a, b) => away(a) - away(b))
      .map(({ mark }) => mark);
  }

  /** Whether any mark, line or area that is filled is on the screen. */
  isAnythingInSight(): boolean {
    if (this.marksOnScreen().length > 0) return true;
    const { mask } = this.#sight;
    const layers = [...this.#there(LINE_LAYER), ...this.#there(AREA_LAYER)];
    return this.#map.queryRenderedFeatures({ layers }).some(({ properties, state }) => {
      const row: unknown = properties['row'];
      return typeof row === 'number' ? mask[row] === 1 : state['color'] != null;
    });
  }

  /** The pointer moves more often than what it points at changes: the same is found once. */
  once(key: string, rows: () => readonly Row[]): readonly Row[] {
    const { survey, mask } = this.#sight;
    const last = this.#last;
    if (last?.key === key && last.survey === survey && last.mask === mask) return last.rows;
    this.#last = { survey, mask, key, rows: rows() };
    return this.#last.rows;
  }

  /** The projects whose lines, or else areas, are at a point. */
  #shapesAt(point: Point): readonly Row[] {
    const { mask } = this.#sight;
    const lines = this.#map.queryRenderedFeatures(
      [
        [point.x - LINE_REACH, point.y - LINE_REACH],
        [point.x + LINE_REACH, point.y + LINE_REACH],
      ],
      { layers: this.#there(LINE_LAYER) },
    );
    const rows = new Set(lines.map(({ properties }) => Number(properties['row'])));
    const visible = [...rows].filter((row) => mask[row] === 1);
    if (visible.length > 0) return visible.sort((a, b) => a - b);
    const areas = new Set(
      this.#map
        .queryRenderedFeatures(point, { layers: this.#there(AREA_LAYER) })
        .filter(({ properties }) => properties['wide'] !== true)
        .map(({ properties }) => Number(properties['area'])),
    );
    if (areas.size === 0) return [];
    return this.once(`areas ${[...areas].join()}`, () => {
      const found: Row[] = [];
      this.#index.area.forEach((number, row) => {
        if (mask[row] === 1 && areas.has(number - 1)) found.push(row);
      });
      return found;
    });
  }

  /** A layer of what a dossier may have none of. */
  #there(layer: string): string[] {
    return this.#map.getLayer(layer) === undefined ? [] : [layer];
  }

  #screenMarks(near: number = this.#map.getCenter().lng): ScreenMark[] {
    return this.#sight.survey.marks.map((mark) => this.#onScreen(mark, near));
  }

  /** Where a mark is on the screen: of the copies of the world, the nearest to a longitude. */
  #onScreen(mark: Mark, near: number): ScreenMark {
    const [lng, lat] = lngLatOf(mark);
    const turns = Math.round((near - lng) / 360);
    const { x, y } = this.#map.project([lng + 360 * turns, lat]);
    return { mark, x, y };
  }
}
