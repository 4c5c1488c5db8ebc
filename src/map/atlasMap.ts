import { Map as MapLibreMap } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Position } from 'geojson';
import type { Language } from '../dossier/localized.ts';
import type { Row } from '../dossier/projectIndex.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { CAMERA_LIMITS } from '../view/camera.ts';
import type { MapPicture } from '../view/picture.ts';
import { anchorOf } from './anchor.ts';
import { AreaTool } from './areaTool.ts';
import type { Basemap } from './basemap.ts';
import { addControls } from './controls.ts';
import { drawnMarks, type Highlight } from './drawnMarks.ts';
import { extentOf } from './extent.ts';
import { Fan, spotToFan } from './fan.ts';
import { areaColors, areaFeatures, countriesOf, lineFeatures } from './features.ts';
import { FeatureStates } from './featureStates.ts';
import { drawOnceLoaded } from './firstFrame.ts';
import { Labels } from './labels.ts';
import { limitFeatures, type Limits } from './limits.ts';
import { MarkLayer } from './markLayer.ts';
import { MARK_RADIUS, type Mark } from './marks.ts';
import type { Palette } from './palette.ts';
import { Picking } from './picking.ts';
import { Pointer, type PointerEvents } from './pointer.ts';
import { openPopup } from './popup.ts';
import { showShapes } from './shapes.ts';
import { Sight } from './sight.ts';
import { Sources } from './sources.ts';
import { AREAS, FAN, LIMITS, LINES, mapStyle, MARKS } from './style.ts';
import { beginning, Viewpoint, type Outlook, type ViewpointEvents } from './viewpoint.ts';
import { workerFailure } from './worker.ts';

export interface AtlasMapOptions extends Outlook {
  readonly basemap: Basemap;
  readonly dossier: Dossier;
  /** 1 for each project to draw, else 0. */
  readonly mask: Uint8Array;
  readonly palette: Palette;
  readonly language: Language;
  /**
   * Whether it stands within another page: then it leaves scrolling to that page, and takes up
   * little room.
   */
  readonly isEmbedded: boolean;
}

/** What the reader does on the map, and what becomes of it. */
export interface AtlasMapEvents extends PointerEvents, ViewpointEvents {
  /** Whether nothing is in sight of what is to be shown, when that has changed. */
  onBare(isBare: boolean): void;
  /** First idle with the projects drawn. */
  onReady(): void;
  /** The device has stopped drawing it, or goes on. */
  onLost(isLost: boolean): void;
  /** The worker couldn't start. */
  onFailure(reason: 'worker'): void;
}

/**
 * The map in the words of the atlas. It draws what it is told and reports what the reader does;
 * it decides nothing and keeps no view of its own.
 */
export class AtlasMap {
  readonly map: MapLibreMap;
  /** Settles once the map can be told what to draw. */
  readonly styled: Promise<unknown>;
  readonly viewpoint: Viewpoint;
  /** While an area is drawn the map answers to no click. */
  readonly areaTool: AreaTool;
  readonly #options: AtlasMapOptions;
  readonly #events: AtlasMapEvents;
  readonly #sight: Sight;
  readonly #sources: Sources;
  readonly #states: FeatureStates;
  readonly #marks: MarkLayer;
  readonly #labels: Labels;
  readonly #fan: Fan;
  readonly #picking: Picking;
  readonly #pointer: Pointer;
  #palette: Palette;
  #areaColors: readonly (string | null)[];
  #limits: Limits = { frame: null, area: null };
  #lit: ReadonlySet<Row> = new Set();
  #selected: Row | null = null;
  /** Whether it can be told what to draw: not before its style is there, nor after its end. */
  #isStyled = false;
  #isBare = false;

  /** Throws where the browser can't give the canvas a WebGL 2 context. */
  constructor(container: HTMLElement, options: AtlasMapOptions, events: AtlasMapEvents) {
    const { dossier, language, mask, palette, isEmbedded } = options;
    this.#options = options;
    this.#events = events;
    this.#palette = palette;
    this.#areaColors = areaColors(dossier, mask);

    void workerFailure.then(() => events.onFailure('worker'));
    const map = new MapLibreMap({
      container,
      locale: m.map.locale,
      attributionControl: false,
      cooperativeGestures: isEmbedded,
      fadeDuration: 0,
      minZoom: CAMERA_LIMITS.zoom[0],
      maxZoom: CAMERA_LIMITS.zoom[1],
      maxPitch: CAMERA_LIMITS.pitch[1],
      ...beginning(options),
    });
    this.map = map;
    this.#marks = new MarkLayer(map, palette);
    this.#sources = new Sources(map, this.#marks.id, palette);
    this.#states = new FeatureStates(map);
    this.#fan = new Fan(map);
    this.#sight = new Sight(map, dossier, mask);
    this.#picking = new Picking(map, this.#fan, dossier.index, this.#sight);
    this.#labels = new Labels(map, {
      dossier,
      language,
      sight: this.#sight,
      picking: this.#picking,
      sources: this.#sources,
      states: this.#states,
      isStyled: () => this.#isStyled,
    });
    this.styled = map.once('style.load');
    this.#showBeyond();
    addControls(map, isEmbedded);
    this.#listen();
    this.viewpoint = new Viewpoint(map, options, events);
    this.areaTool = new AreaTool(map, () => (this.#isStyled ? this.#palette : null));
    const pointerParts = {
      picking: this.#picking,
      fan: this.#fan,
      sight: this.#sight,
      viewpoint: this.viewpoint,
      isBusy: () => this.areaTool.isActive,
    };
    this.#pointer = new Pointer(map, pointerParts, events);
    // What is drawn depends on where one looks from.
    this.#sight.look(mask);
    // It is our own, and tested: MapLibre needn't look whether it is sound.
    const style = this.#style();
    map.setStyle(style, { validate: false });
    drawOnceLoaded(map, Object.keys(style.sources));
  }

  /** Draws just the projects of a mask. Resolves with the first frame that shows them. */
  async draw(mask: Uint8Array): Promise<void> {
    this.#areaColors = areaColors(this.#options.dossier, mask);
    this.#sight.look(mask);
    this.#show();
    const drawn = this.map.once('render');
    this.map.triggerRepaint();
    await drawn;
    this.#lookAbout();
    void this.#labels.set();
  }

  /** Shows which projects are pointed at, and which is selected. */
  highlight(lit: ReadonlySet<Row>, selected: Row | null): void {
    this.#lit = lit;
    this.#selected = selected;
    this.#show();
  }

  /** Draws in the next frame what doesn't need MapLibre's worker: all but new labels. */
  #show(): void {
    if (!this.#isStyled) return;
    const { dossier } = this.#options;
    const { mask, survey } = this.#sight;
    const selected = this.#selected;
    const raised = [...this.#lit, ...(selected === null ? [] : [selected])];
    const rows = new Set(raised.filter((row) => mask[row] === 1));
    const highlight: Highlight = { rows, selected };
    this.#marks.show(drawnMarks(dossier, survey, this.#fan, highlight));
    showShapes(this.#states, dossier, this.#areaColors, mask, highlight);
    for (const { row } of this.#fan.fanned) this.#states.set(FAN, row, { lit: this.#lit.has(row) });
    this.#labels.hideGone();
  }

  /** Flies to where projects are, as exactly as they are placed. */
  flyTo(rows: readonly Row[]): void {
    const { dossier, basemap } = this.#options;
    const extent = extentOf(rows, dossier, basemap.outlines);
    if (extent !== null) this.viewpoint.flyTo(extent);
  }

  /**
   * Opens a popup at a position (degrees) and, if asked to, moves the map just so far that all of
   * it is seen. Within another page it is seen in any case: a link doesn't know how little room
   * it has there. Returns what closes it.
   */
  openPopup(position: Position, content: HTMLElement, intoView: boolean): () => void {
    const { map, viewpoint } = this;
    const reach = Math.max(MARK_RADIUS, this.#fan.reach);
    const move = (by: [number, number]) => map.panBy(by, { duration: 300 });
    const moveQuietly = (by: [number, number]) =>
      viewpoint.moveQuietly(() => map.panBy(by, { duration: 0 }));
    const pan = intoView ? move : this.#options.isEmbedded ? moveQuietly : null;
    return openPopup(map, position, content, reach, pan && { padding: viewpoint.padding, pan });
  }

  /** Where a project's popup belongs, degrees; `null` where it isn't placed. */
  anchorOf(project: Project): Position | null {
    return anchorOf(this.map, this.#options.dossier.index, project);
  }

  /** Sets the projects at one spot around it, if they are few and all stand there. */
  fanOut(rows: readonly Row[], position: Position): void {
    const spot = spotToFan(rows, position, this.#options.dossier.index);
    if (spot === null) this.#fan.close();
    else {
      if (this.#isStyled) this.#sources.add(FAN);
      this.#fan.open(spot, rows);
    }
    this.#show();
  }

  fold(): void {
    this.#fan.close();
    this.#show();
  }

  /** Outlines the frame and the area that are filtered by. */
  showLimits(limits: Limits): void {
    const { frame, area } = this.#limits;
    if (String(limits.frame) === String(frame) && limits.area === area) return;
    this.#limits = limits;
    this.#drawLimits();
  }

  #drawLimits(): void {
    if (!this.#isStyled) return;
    const limits = limitFeatures(this.#limits);
    if (limits.features.length > 0) this.#sources.add(LIMITS);
    void this.#sources.set(LIMITS, limits);
  }

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    // What is being drawn has layers of its own, which the new style wouldn't have.
    this.areaTool.cancel();
    this.#palette = palette;
    this.#showBeyond();
    this.#marks.setPalette(palette);
    if (this.#isStyled) this.#sources.paint(palette);
  }

  /** A picture of what is seen of the map, with so many pixels to one of the screen. */
  async picture(pixelRatio: 1 | 2): Promise<MapPicture> {
    const { drawPicture } = await import('./picture.ts');
    return drawPicture(this.map, {
      pixelRatio,
      background: this.#palette.water,
      covered: this.viewpoint.padding,
      drawn: () => ({
        index: this.#options.dossier.index,
        mask: this.#sight.mask,
        survey: this.#sight.survey,
        fanned: this.#fan.fanned.map(({ row }) => row),
      }),
    });
  }

  /** The marks on the screen, the nearest to its middle first. */
  marksOnScreen(): readonly Mark[] {
    return this.#picking.marksOnScreen();
  }

  /** Whether a mark is drawn still. */
  has(mark: Mark): boolean {
    return this.#sight.survey.marks.includes(mark);
  }

  /** The projects of a mark that pass the filter. */
  rowsOf(mark: Mark): readonly Row[] {
    return this.#sight.rowsOf([mark]);
  }

  /** Does what a click on a mark does. */
  choose(mark: Mark): void {
    this.#pointer.choose(mark);
  }

  destroy(): void {
    this.areaTool.cancel();
    this.#isStyled = false;
    this.map.remove();
  }

  #style() {
    const { basemap, dossier, language } = this.#options;
    const style = mapStyle(basemap, countriesOf(dossier), language, this.#palette);
    const drawn = {
      [AREAS]: areaFeatures(dossier, basemap.outlines),
      [LINES]: lineFeatures(dossier),
      [MARKS]: this.#labels.features(),
    };
    for (const [name, data] of Object.entries(drawn)) {
      const source = style.sources[name];
      if (source?.type === 'geojson') source.data = data;
    }
    return this.#sources.begin(style, MARKS);
  }

  #listen(): void {
    const { map } = this;
    // Anew after the GPU was lost, too: MapLibre then forgets all that isn't in its style.
    map.on('style.load', () => this.#catchUp());
    map.on('webglcontextlost', () => {
      this.#isStyled = false;
      this.#events.onLost(true);
    });
    map.on('webglcontextrestored', () => this.#events.onLost(false));
    map.once('idle', () => {
      this.#lookAbout();
      this.#events.onReady();
    });
    // What comes into sight, or looks otherwise from here, as the map moves.
    map.on('move', () => {
      if (!this.#isStyled || !this.#sight.follow()) return;
      this.#show();
      void this.#labels.set();
    });
    map.on('zoom', () => {
      if (this.#isStyled) this.#sources.near();
    });
    map.on('moveend', () => {
      this.#lookAbout();
      void this.#labels.name();
    });
  }

  /** Draws all that was asked for while there was nothing to draw on. */
  #catchUp(): void {
    this.#isStyled = true;
    if (this.map.getLayer(this.#marks.id) === undefined) this.map.addLayer(this.#marks);
    this.#sources.paint(this.#palette);
    this.#sources.near();
    this.#drawLimits();
    const isMoved = this.#sight.follow();
    this.#show();
    void this.#labels.catchUp(isMoved);
  }

  #lookAbout(): void {
    const isBare = this.#isStyled && !this.#picking.isAnythingInSight();
    if (isBare === this.#isBare) return;
    this.#isBare = isBare;
    this.#events.onBare(isBare);
  }

  /** What lies beyond the poles. */
  #showBeyond(): void {
    this.map.getContainer().style.background = this.#palette.water;
  }
}
