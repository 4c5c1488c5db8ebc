import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { mercatorY } from '../dossier/projectIndex.ts';
import { encodeArea, type AreaProblem } from '../view/area.ts';
import { touch } from '../view/segments.ts';
import type { Palette } from './palette.ts';

/** So near to the first corner, or to the last one again, a click finishes; pixels. */
const REACH = 18;
/** What belongs to the click that finished, a double one or a tap, has arrived by then; milliseconds. */
const SETTLED = 500;

/** A polygon being drawn on the map, by clicks or taps, once. */
export class AreaDrawing {
  readonly #map: MapLibreMap;
  readonly #draw: TerraDraw;
  readonly #onJudged: (problem: AreaProblem | null) => void;
  #finish: ((ring: Position[] | null) => void) | null = null;
  #isActive = false;

  /** `onJudged` is told of each corner chosen why it can't be, or `null`, and so of the ring. */
  constructor(map: MapLibreMap, palette: Palette, onJudged: (problem: AreaProblem | null) => void) {
    this.#map = map;
    this.#onJudged = onJudged;
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: 'drawing' }),
      modes: [
        new TerraDrawPolygonMode({
          pointerDistance: REACH,
          showCoordinatePoints: true,
          // Escape ends it all, and not just this ring.
          keyEvents: { cancel: null, finish: 'Enter' },
          styles: styles(palette),
          validation: ({ geometry }, { updateType }) => {
            const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
            // The library doesn't export its enumeration.
            const step: string = updateType;
            // The pointer only leads it.
            if (step === 'provisional') return { valid: true };
            const problem = problemOf(ring, step === 'finish');
            this.#onJudged(problem);
            return problem === null ? { valid: true } : { valid: false, reason: problem };
          },
        }),
      ],
    });
  }

  /** Whether clicks belong to it, and not to the map. */
  get isActive(): boolean {
    return this.#isActive;
  }

  /** Resolves with the ring, degrees and closed; with `null` if it is cancelled. */
  start(): Promise<Position[] | null> {
    this.#isActive = true;
    this.#draw.start();
    this.#draw.setMode('polygon');
    this.#draw.on('finish', (id) => {
      const geometry = this.#draw.getSnapshotFeature(id)?.geometry;
      this.#end(geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? null) : null);
    });
    window.addEventListener('keydown', this.#onKeydown, { capture: true });
    this.#map.getCanvas().focus({ preventScroll: true });
    return new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  cancel(): void {
    this.#end(null);
  }

  #end(ring: Position[] | null): void {
    const finish = this.#finish;
    if (finish === null) return;
    this.#finish = null;
    window.removeEventListener('keydown', this.#onKeydown, { capture: true });
    this.#draw.stop();
    // The second click of a double one would zoom in.
    this.#map.doubleClickZoom.disable();
    setTimeout(() => {
      this.#map.doubleClickZoom.enable();
      this.#isActive = false;
    }, SETTLED);
    finish(ring);
  }

  /** Before anyone else hears of them: Escape would close a card, Enter open a mark. */
  readonly #onKeydown = (event: KeyboardEvent) => {
    const isOnMap = event.target === this.#map.getCanvas();
    if (event.key !== 'Escape' && !(event.key === 'Enter' && isOnMap)) return;
    event.stopPropagation();
    if (event.key === 'Escape') this.cancel();
  };
}

/**
 * Why a ring can't be finished, or can't have its last corner; it is closed while it is drawn, so
 * that its last line is none that was chosen yet.
 */
function problemOf(ring: readonly Position[], isFinished: boolean): AreaProblem | null {
  if (!isFinished) return isCrossing(ring.slice(0, -1)) ? 'crossing-area' : null;
  const area = encodeArea(ring);
  return 'problem' in area ? area.problem : null;
}

/** Whether a line crosses or touches itself, as it is seen on the map. */
function isCrossing(line: readonly Position[]): boolean {
  const corners = line
    .filter((position, number) => String(position) !== String(line[number - 1]))
    .map(([lng = 0, lat = 0]) => [lng, mercatorY(lat)] as const);
  const segments = corners.slice(1).flatMap((to, number) => {
    const from = corners[number];
    return from === undefined ? [] : [{ from, to }];
  });
  return segments.some(({ from, to }, number) =>
    segments.slice(number + 2).some((other) => touch(...from, ...to, ...other.from, ...other.to)),
  );
}

function styles({ accent, paper }: Palette) {
  const color = hex(accent);
  const outline = hex(paper);
  return {
    fillColor: color,
    fillOpacity: 0.1,
    outlineColor: color,
    outlineWidth: 2,
    coordinatePointColor: color,
    coordinatePointWidth: 4,
    coordinatePointOutlineColor: outline,
    coordinatePointOutlineWidth: 1.5,
    closingPointColor: outline,
    closingPointWidth: 6,
    closingPointOutlineColor: color,
    closingPointOutlineWidth: 2,
  };
}

function hex(color: string): `#${string}` {
  return `#${color.slice(1)}`;
}
