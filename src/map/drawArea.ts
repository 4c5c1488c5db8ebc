import type { Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  type TerraDrawMouseEvent,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { mercatorY } from '../dossier/projectIndex.ts';
import { encodeArea, type AreaProblem } from '../view/area.ts';
import { touch } from '../view/segments.ts';
import { shortcutOf, type Shortcut } from '../view/shortcuts.ts';
import { Crosshair } from './crosshair.ts';
import type { Palette } from './palette.ts';

/** So near to the first corner, or to the last one again, a click finishes; pixels. */
const REACH = 18;
/** What belongs to the click that finished, a double one or a tap, has arrived by then; milliseconds. */
const SETTLED = 500;

/** What the map does by keys: with these one points at it. */
const POINTING: readonly (Shortcut['does'] | null)[] = ['pan', 'zoomIn', 'zoomOut'];

export interface DrawingEvents {
  /** Told of each corner chosen why it can't be, or `null`, and so of the ring. */
  onJudged(problem: AreaProblem | null): void;
  /** Told how many corners there are, as that changes; first, of none, once drawing has begun. */
  onCorners(count: number): void;
}

/** A polygon being drawn on the map, by clicks, taps or keys, once. */
export class AreaDrawing {
  readonly #map: MapLibreMap;
  readonly #mode: TerraDrawPolygonMode;
  readonly #draw: TerraDraw;
  readonly #crosshair: Crosshair;
  readonly #events: DrawingEvents;
  #finish: ((ring: Position[] | null) => void) | null = null;
  #isActive = false;

  constructor(map: MapLibreMap, palette: Palette, events: DrawingEvents) {
    this.#map = map;
    this.#events = events;
    this.#mode = new TerraDrawPolygonMode({
      pointerDistance: REACH,
      showCoordinatePoints: true,
      // The keys are heard here, all of them.
      keyEvents: null,
      styles: styles(palette),
      validation: ({ geometry }, { updateType }) => {
        const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
        // The library doesn't export its enumeration.
        const step: string = updateType;
        // The pointer only leads it.
        if (step === 'provisional') return { valid: true };
        const problem = problemOf(ring, step === 'finish');
        this.#events.onJudged(problem);
        return problem === null ? { valid: true } : { valid: false, reason: problem };
      },
    });
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: 'drawing' }),
      modes: [this.#mode],
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    });
    this.#crosshair = new Crosshair(map, () => this.#lead());
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
    this.#draw.on('history', () => this.#events.onCorners(this.#mode.undoSize()));
    window.addEventListener('keydown', this.#onKeydown, { capture: true });
    const canvas = this.#map.getCanvas();
    canvas.addEventListener('pointermove', this.#onPointer);
    canvas.addEventListener('pointerdown', this.#onPointer);
    canvas.focus({ preventScroll: true });
    // Who has come by keyboard points by keys.
    if (canvas.matches(':focus-visible')) this.#crosshair.show();
    this.#events.onCorners(0);
    return new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  cancel(): void {
    this.#end(null);
  }

  /** Takes the last corner back. */
  undo(): void {
    if (this.#finish === null || !this.#draw.undo()) return;
    this.#events.onJudged(null);
    if (this.#crosshair.isShown) this.#lead();
  }

  /** Closes the ring of the corners there are, if they make an area; else that is told. */
  finish(): void {
    if (this.#finish === null) return;
    const polygon = this.#draw.getSnapshot().find(({ geometry }) => geometry.type === 'Polygon');
    const [drawn = []] = polygon?.geometry.type === 'Polygon' ? polygon.geometry.coordinates : [];
    // Behind the corners chosen it goes on to where the pointer is.
    const corners = drawn.slice(0, this.#mode.undoSize());
    const ring = [...corners, ...corners.slice(0, 1)];
    const problem = problemOf(ring, true);
    this.#events.onJudged(problem);
    if (problem === null) this.#end(ring);
  }

  #end(ring: Position[] | null): void {
    const finish = this.#finish;
    if (finish === null) return;
    this.#finish = null;
    window.removeEventListener('keydown', this.#onKeydown, { capture: true });
    const canvas = this.#map.getCanvas();
    canvas.removeEventListener('pointermove', this.#onPointer);
    canvas.removeEventListener('pointerdown', this.#onPointer);
    this.#crosshair.remove();
    this.#draw.stop();
    // The button that finished it goes.
    if (ring !== null) canvas.focus({ preventScroll: true });
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
    const wanted = shortcutOf(event, 'drawing');
    const isOnMap = event.target === this.#map.getCanvas();
    if (wanted !== 'cancel' && !isOnMap) return;
    if (POINTING.includes(shortcutOf(event, 'map'))) this.#crosshair.show();
    const act = wanted && this.#acts.get(wanted);
    if (!act) return;
    event.stopPropagation();
    event.preventDefault();
    // Held down, a key takes corners back one by one, but does nothing else again.
    if (!event.repeat || wanted === 'undo') act();
  };

  readonly #acts: ReadonlyMap<Shortcut['does'], () => void> = new Map([
    ['cancel', () => this.cancel()],
    ['finish', () => this.finish()],
    ['undo', () => this.undo()],
    ['corner', () => this.#setCorner()],
  ]);

  readonly #onPointer = () => this.#crosshair.hide();

  /** Sets a corner where the cross is, as a click there would. */
  #setCorner(): void {
    this.#crosshair.show();
    this.#mode.onClick(this.#atCross('left'));
    this.#events.onCorners(this.#mode.undoSize());
  }

  /** Leads the line from the last corner to the cross. */
  #lead(): void {
    this.#mode.onMouseMove(this.#atCross('neither'));
    // A click without one leads the line itself, as the next tap is to do.
    this.#mode.onClick(this.#atCross('neither'));
  }

  /** The event of a pointer that is where the cross is. */
  #atCross(button: 'left' | 'neither'): TerraDrawMouseEvent {
    const centre = this.#map.getCenter();
    const { x, y } = this.#map.project(centre);
    const { lng, lat } = centre;
    return { lng, lat, containerX: x, containerY: y, button, heldKeys: [], isContextMenu: false };
  }
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
