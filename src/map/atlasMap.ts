import {
  GeoJSONSource,
  type JumpToOptions,
  Map as MapLibreMap,
  type PaddingOptions,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { nearestPointOnLine } from '@turf/turf';
import type { Position } from 'geojson';
import type { Language } from '../dossier/localized.ts';
import { latitude, longitude, markersOf, type Row } from '../dossier/projectIndex.ts';
import type { Bounds, Dossier, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { frameOfSeen, frameToShow } from '../view/frame.ts';
import { lookOfRow } from '../view/look.ts';
import { sameCamera, CAMERA_LIMITS, type Camera } from '../view/camera.ts';
import type { MapPicture } from '../view/picture.ts';
import type { Basemap } from './basemap.ts';
import { addControls } from './controls.ts';
import type { AreaDrawing, DrawingEvents } from './drawArea.ts';
import { Fan, MOST_FANNED } from './fan.ts';
import {
  areaColors,
  areaFeatures,
  boxRadius,
  countriesOf,
  extentOf,
  labelFeatures,
  lineFeatures,
} from './features.ts';
import { limitFeatures, type Limits } from './limits.ts';
import { markLook, type Halo } from './markImage.ts';
import { MarkLayer, type DrawnMark } from './markLayer.ts';
import { lngLatOf, MARK_RADIUS, type Mark } from './marks.ts';
import type { Palette } from './palette.ts';
import { Picking, type Hit } from './picking.ts';
import { drawOnceLoaded } from './firstFrame.ts';
import { openPopup } from './popup.ts';
import { Sources } from './sources.ts';
import { AREAS, FAN, layers, LIMITS, LINES, mapStyle, MARKS, NAMES_ZOOM } from './style.ts';
import { covers, frameOf, levelOf, NOTHING_SEEN, Surveyor, type Survey } from './survey.ts';
import { workerFailure } from './worker.ts';

export interface AtlasMapOptions {
  readonly basemap: Basemap;
  readonly dossier: Dossier;
  /** 1 for each project to draw, else 0. */
  readonly mask: Uint8Array;
  /** `null`: `opening`, degrees, is fitted, and anew when the map changes its size. */
  readonly camera: Camera | null;
  readonly opening: Bounds;
  readonly palette: Palette;
  readonly language: Language;
  /** What covers the map's edges, pixels. */
  readonly padding: PaddingOptions;
  /**
   * Whether it stands within another page: then it leaves scrolling to that page, and takes up
   * little room.
   */
  readonly isEmbedded: boolean;
}

/** What the reader does on the map, and what becomes of it. */
export interface AtlasMapEvents {
  /** Chose what stands at a position (degrees); nothing, on empty ground. */
  onChoose(rows: readonly Row[], position: [number, number]): void;
  onPoint(rows: readonly Row[]): void;
  /** `frame` is what is seen then. */
  onMove(camera: Camera, frame: Bounds): void;
  /** Something else may be seen, without the reader's doing: the map's size has changed. */
  onSeen(frame: Bounds): void;
  /** Whether nothing is in sight of what is to be shown, when that has changed. */
  onBare(isBare: boolean): void;
  /** First idle with the projects drawn. */
  onReady(): void;
  /** The device has stopped drawing it, or goes on. */
  onLost(isLost: boolean): void;
  /** The worker couldn't start. */
  onFailure(reason: 'worker'): void;
}

const OPENING_MARGIN = 24;
const FLIGHT_MARGIN = 48;
const CLOSEST_FLIGHT = 6.5;
/** What gathers more projects isn't lit up as one points at it. */
const MOST_LIT = 500;
/** To see more than so many is to see them all. */
const MOST_FLOWN_TO = 500;
/** So many pieces of details are fetched to name what is on the screen. */
const MOST_NAMING_PIECES = 12;

/**
 * The map in the words of the atlas. It draws what it is told and reports what the reader does;
 * it decides nothing and keeps no view of its own.
 */
export class AtlasMap {
  readonly map: MapLibreMap;
  /** Settles once the map can be told what to draw. */
  readonly styled: Promise<unknown>;
  readonly #options: AtlasMapOptions;
  readonly #events: AtlasMapEvents;
  #palette: Palette;
  /** That of the style. */
  #painted: Palette;
  readonly #surveyor: Surveyor;
  readonly #sources: Sources;
  readonly #fan: Fan;
  readonly #picking: Picking;
  #mask: Uint8Array;
  #areaColors: readonly (string | null)[];
  #survey: Survey;
  readonly #marks: MarkLayer;
  /** The marks that have labels, by their ids. */
  #labelled: ReadonlySet<string> = new Set();
  /** The state of each area and line as it was set last, by source and id. */
  readonly #states = new Map<string, string>();
  /** Whether it can be told what to draw: not before its style is there, nor after its end. */
  #isStyled = false;
  #isBare = false;
  #isLabelling = false;
  #isLabelStale = false;
  #camera: Camera | null;
  #opening: Bounds;
  #padding: PaddingOptions;
  #lit: ReadonlySet<Row> = new Set();
  #selected: Row | null = null;
  #isOwnMove = false;
  #limits: Limits = { frame: null, area: null };
  #drawing: AreaDrawing | null = null;
  /** Counts what was asked for and given up, so that what arrives late isn't begun. */
  #drawingsAsked = 0;
  /** Where the map came to rest: what was asked for, or as near as its size allows. */
  #settled: Camera | null = null;

  /** Throws where the browser can't give the canvas a WebGL 2 context. */
  constructor(container: HTMLElement, options: AtlasMapOptions, events: AtlasMapEvents) {
    this.#options = options;
    this.#events = events;
    this.#palette = options.palette;
    this.#painted = options.palette;
    this.#mask = options.mask;
    this.#areaColors = areaColors(options.dossier, options.mask);
    this.#surveyor = new Surveyor(options.dossier.index, options.dossier.sectors.length);
    this.#camera = options.camera;
    this.#opening = options.opening;
    this.#padding = options.padding;

    void workerFailure.then(() => events.onFailure('worker'));
    this.map = new MapLibreMap({
      container,
      locale: m.map.locale,
      attributionControl: false,
      cooperativeGestures: options.isEmbedded,
      fadeDuration: 0,
      minZoom: CAMERA_LIMITS.zoom[0],
      maxZoom: CAMERA_LIMITS.zoom[1],
      maxPitch: CAMERA_LIMITS.pitch[1],
      ...(options.camera
        ? place(options.camera)
        : {
            bounds: [...frameToShow(options.opening)],
            fitBoundsOptions: { padding: OPENING_MARGIN },
          }),
    });
    this.#survey = NOTHING_SEEN;
    this.#marks = new MarkLayer(this.map, this.#palette);
    this.#sources = new Sources(this.map, this.#marks.id);
    this.#fan = new Fan(this.map);
    this.#picking = new Picking(this.map, this.#fan, options.dossier.index, () => ({
      survey: this.#survey,
      mask: this.#mask,
    }));
    this.styled = this.map.once('style.load');
    // Anew after the GPU was lost, too: MapLibre then forgets all that isn't in its style.
    this.map.on('style.load', () => this.#catchUp());
    this.map.on('webglcontextlost', () => {
      this.#isStyled = false;
      this.#states.clear();
      events.onLost(true);
    });
    this.map.on('webglcontextrestored', () => events.onLost(false));
    this.map.setMissingStyleImageResolver((name) => this.#addBox(name));
    this.#showBeyond();
    addControls(this.map, options.isEmbedded);
    this.#listen();
    this.#moveQuietly(() => this.map.setPadding(options.padding));
    this.showCamera(options.camera);
    // What is drawn depends on where one looks from.
    this.#survey = this.#surveyed();
    // It is our own, and tested: MapLibre needn't look whether it is sound.
    const style = this.#style();
    this.map.setStyle(style, { validate: false });
    drawOnceLoaded(this.map, Object.keys(style.sources));
  }

  /** Draws just the projects of a mask. Resolves with the first frame that shows them. */
  async draw(mask: Uint8Array): Promise<void> {
    this.#mask = mask;
    this.#areaColors = areaColors(this.#options.dossier, mask);
    this.#survey = this.#surveyed();
    this.#show();
    const drawn = this.map.once('render');
    this.map.triggerRepaint();
    await drawn;
    this.#lookAbout();
    void this.#label();
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
    const { index, sectors } = dossier;
    // The selected one last: what it shares with others looks selected.
    const raised = [...this.#lit, ...(this.#selected === null ? [] : [this.#selected])];
    const rows = new Set(raised.filter((row) => this.#mask[row] === 1));
    const haloOf = (row: Row): Halo => (row === this.#selected ? 'selected' : 'lit');
    const halos = new Map<string, Halo>();
    for (const row of rows) {
      const [from, to] = markersOf(index, row);
      for (let at = from; at < to; at++) {
        const mark = this.#survey.markAt(index.markers.x[at] ?? 0, index.markers.y[at] ?? 0);
        if (mark !== undefined) halos.set(mark.id, haloOf(row));
      }
    }
    const marks = this.#survey.marks.map((mark): DrawnMark => ({
      lngLat: lngLatOf(mark),
      offset: [0, 0],
      look: markLook(mark, dossier),
      halo: halos.get(mark.id) ?? null,
    }));
    const fanned = this.#fan.fanned.map(({ row, offset }): DrawnMark => ({
      lngLat: this.#fan.spot,
      offset,
      look: { glyph: lookOfRow(index, sectors, row) },
      halo: rows.has(row) ? haloOf(row) : null,
    }));
    this.#marks.show([...marks, ...fanned]);
    this.#showShapes(rows);
    this.#hideLabels();
  }

  #showShapes(rows: ReadonlySet<Row>): void {
    const { dossier } = this.#options;
    const { index, sectors, lines } = dossier;
    const litAreas = new Map([...rows].map((row) => [(index.area[row] ?? 0) - 1, row]));
    this.#areaColors.forEach((color, area) => {
      const row = litAreas.get(area);
      const own = row === undefined ? color : (sectors[index.sector[row] ?? 0]?.color ?? color);
      this.#setState(AREAS, area, {
        color: own,
        lit: row !== undefined,
        selected: row !== undefined && row === this.#selected,
      });
    });
    for (const { row } of lines)
      this.#setState(LINES, row, {
        hidden: this.#mask[row] !== 1,
        lit: rows.has(row),
        selected: row === this.#selected,
      });
    for (const { row } of this.#fan.fanned) this.#setState(FAN, row, { lit: this.#lit.has(row) });
  }

  /** Sets the state of a feature, all of it, where it changes. */
  #setState(source: string, id: string | number, state: Record<string, unknown>): void {
    // Nothing is drawn of a source that has nothing.
    if (this.map.getSource(source) === undefined) return;
    const key = `${source} ${id}`;
    const text = JSON.stringify(state);
    if (this.#states.get(key) === text) return;
    this.#states.set(key, text);
    this.map.setFeatureState({ source, id }, state);
  }

  /** Hides the labels of marks that aren't there any more, until the worker has taken them away. */
  #hideLabels(): void {
    const ids = new Set(this.#survey.marks.map(({ id }) => id));
    for (const id of this.#labelled) {
      const wasHidden = this.#states.has(`${MARKS} ${id}`);
      if (wasHidden || !ids.has(id)) this.#setState(MARKS, id, { hidden: !ids.has(id) });
    }
  }

  /** Goes to a camera at once; to what the map opens at where it is `null`. */
  showCamera(camera: Camera | null): void {
    this.#camera = camera;
    if (camera === null) this.#open();
    else this.#moveQuietly(() => this.map.jumpTo(place(camera)));
  }

  /** Tells what the map opens at, degrees; it goes there at once where it has no camera. */
  setOpening(opening: Bounds): void {
    if (String(opening) === String(this.#opening)) return;
    this.#opening = opening;
    if (this.#camera === null) this.#open();
  }

  /** Flies to where projects are, as exactly as they are placed. */
  flyTo(rows: readonly Row[]): void {
    const { dossier, basemap } = this.#options;
    const extent =
      rows.length > MOST_FLOWN_TO ? dossier.bounds : extentOf(rows, dossier, basemap.outlines);
    if (extent === null) return;
    const [west, south, east, north] = extent;
    const isSpot = west === east && south === north;
    this.map.fitBounds([...extent], {
      padding: FLIGHT_MARGIN,
      maxZoom: isSpot ? Math.max(CLOSEST_FLIGHT, this.map.getZoom()) : CLOSEST_FLIGHT,
      duration: 1200,
    });
  }

  /**
   * Opens a popup at a position (degrees) and, if asked to, moves the map just so far that all of
   * it is seen. Within another page it is seen in any case: a link doesn't know how little room
   * it has there. Returns what closes it.
   */
  openPopup(position: Position, content: HTMLElement, intoView: boolean): () => void {
    const reach = Math.max(MARK_RADIUS, this.#fan.reach);
    const padding = this.#padding;
    const move = (by: [number, number]) => this.map.panBy(by, { duration: 300 });
    const moveQuietly = (by: [number, number]) =>
      this.#moveQuietly(() => this.map.panBy(by, { duration: 0 }));
    const pan = intoView ? move : this.#options.isEmbedded ? moveQuietly : null;
    return openPopup(this.map, position, content, reach, pan && { padding, pan });
  }

  /** Sets the projects at one spot around it, if they are few and all stand there. */
  fanOut(rows: readonly Row[], position: Position): void {
    const { index } = this.#options.dossier;
    const spots = new Set(
      rows.slice(0, MOST_FANNED + 1).map((row) => {
        const [at] = markersOf(index, row);
        return `${index.markers.x[at]}/${index.markers.y[at]}`;
      }),
    );
    const [first = 0] = rows;
    const [at] = markersOf(index, first);
    const spot = lngLatOf({ x: index.markers.x[at] ?? 0, y: index.markers.y[at] ?? 0 });
    // Asked for at their area's shade, they are listed there: the fan would be elsewhere.
    const isHere = spot.every((degrees, axis) => Math.abs(degrees - (position[axis] ?? 0)) < 1e-6);
    if (rows.length <= MOST_FANNED && spots.size === 1 && isHere) {
      if (this.#isStyled) this.#sources.add(FAN, this.#palette);
      this.#fan.open(spot, rows);
    } else this.#fan.close();
    this.#show();
  }

  fold(): void {
    this.#fan.close();
    this.#show();
  }

  /**
   * Where a project's popup belongs, degrees: at its mark, or if that is out of sight at the part of
   * its line, or the other mark, nearest to the middle of the map. `null` where it isn't placed.
   */
  anchorOf({ row, location }: Project): Position | null {
    const { index } = this.#options.dossier;
    const [from, to] = markersOf(index, row);
    if (location === null || from === to) return null;
    const [first = [0, 0], ...others] = Array.from({ length: to - from }, (_, number): Position => [
      longitude(index.markers.x[from + number] ?? 0),
      latitude(index.markers.y[from + number] ?? 0),
    ]);
    const bounds = this.map.getBounds();
    const isSeen = ([lng = 0, lat = 0]: Position) =>
      [-360, 0, 360].some((turn) => bounds.contains([lng + turn, lat]));
    if (isSeen(first)) return first;
    const centre = this.map.getCenter().toArray();
    if (location.geometry.type === 'LineString' || location.geometry.type === 'MultiLineString')
      return nearestPointOnLine(location.geometry, centre).geometry.coordinates;
    return others.find(isSeen) ?? first;
  }

  /**
   * Tells what covers the map's edges: its middle, the opening view, flights and popups keep clear
   * of it.
   */
  setPadding(padding: PaddingOptions): void {
    const { top, right, bottom, left } = this.#padding;
    this.#padding = padding;
    if (
      padding.top === top &&
      padding.right === right &&
      padding.bottom === bottom &&
      padding.left === left
    )
      return;
    // Setting it would end a flight.
    if (this.map.isMoving()) this.map.once('moveend', () => this.#pad());
    else this.#pad();
  }

  #pad(): void {
    this.#moveQuietly(() => this.map.setPadding(this.#padding));
    if (this.#camera === null) this.#open();
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
    if (limits.features.length > 0) this.#sources.add(LIMITS, this.#palette);
    if (this.map.getSource(LIMITS) !== undefined) void this.#source(LIMITS).setData(limits);
  }

  /**
   * Has the reader draw an area: its ring, degrees and closed, or `null` if that is cancelled.
   * Drawing goes on without a corner that can't be. Meanwhile the map answers to no click. Rejects
   * where the program for it doesn't arrive.
   */
  async drawArea(events: DrawingEvents): Promise<Position[] | null> {
    this.cancelDrawing();
    const asked = this.#drawingsAsked;
    const { AreaDrawing } = await import('./drawArea.ts');
    // It may be given up before it has begun.
    if (asked !== this.#drawingsAsked || !this.#isStyled) return null;
    this.#drawing = new AreaDrawing(this.map, this.#palette, events);
    return this.#drawing.start();
  }

  /** Takes back the last corner drawn. */
  undoCorner(): void {
    this.#drawing?.undo();
  }

  /** Ends the drawing with the corners there are, if they make an area. */
  finishDrawing(): void {
    this.#drawing?.finish();
  }

  cancelDrawing(): void {
    this.#drawingsAsked++;
    this.#drawing?.cancel();
  }

  /** The frame around what is seen and not covered. */
  seenFrame(): Bounds {
    const { clientWidth, clientHeight } = this.map.getCanvas();
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#padding;
    const corners = [left, clientWidth - right].flatMap((x) =>
      [top, clientHeight - bottom].map((y) => this.map.unproject([x, y])),
    );
    const lngs = corners.map(({ lng }) => lng);
    const lats = corners.map(({ lat }) => lat);
    return frameOfSeen([
      Math.min(...lngs),
      Math.min(...lats),
      Math.max(...lngs),
      Math.max(...lats),
    ]);
  }

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    // What is being drawn has layers of its own, which the new style wouldn't have.
    this.cancelDrawing();
    this.#palette = palette;
    this.#showBeyond();
    this.#marks.setPalette(palette);
    this.#paint();
  }

  /** Only the paint differs, so MapLibre changes just that and keeps its tiles. */
  #paint(): void {
    if (!this.#isStyled || this.#painted === this.#palette) return;
    this.#painted = this.#palette;
    const painted = this.#sources.of(layers(this.#palette));
    this.map.setStyle({ ...this.map.getStyle(), layers: painted }, { validate: false });
  }

  /** Draws all that was asked for while there was nothing to draw on. */
  #catchUp(): void {
    this.#isStyled = true;
    if (this.map.getLayer(this.#marks.id) === undefined) this.map.addLayer(this.#marks);
    this.#paint();
    this.#sources.near(this.map.getZoom(), this.#palette);
    this.#drawLimits();
    const isMoved = !covers(this.#survey, this.map.getBounds(), this.map.getZoom());
    if (isMoved) this.#survey = this.#surveyed();
    this.#show();
    void (isMoved || this.#isLabelStale ? this.#label() : this.#name());
  }

  /** A picture of what is seen of the map, with so many pixels to one of the screen. */
  async picture(pixelRatio: 1 | 2): Promise<MapPicture> {
    const { drawPicture } = await import('./picture.ts');
    return drawPicture(this.map, {
      pixelRatio,
      background: this.#palette.water,
      covered: this.#padding,
      drawn: () => ({
        index: this.#options.dossier.index,
        mask: this.#mask,
        survey: this.#survey,
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
    return this.#survey.marks.includes(mark);
  }

  /** Does what a click on a mark does. */
  choose(mark: Mark): void {
    this.#chooseMarks(this.#picking.around(mark));
  }

  /** What is at one spot is offered; what is close together is opened from nearer. */
  #chooseMarks(marks: readonly Mark[]): void {
    const [nearest] = marks;
    if (nearest === undefined) return;
    if (nearest.kind !== 'cluster') {
      const spots = marks.filter(({ kind }) => kind !== 'cluster');
      this.#events.onChoose(this.#rowsOf(spots), lngLatOf(nearest));
      return;
    }
    const [west, north, east, south] = nearest.extent;
    const bounds: [number, number, number, number] = [
      longitude(west),
      latitude(south),
      longitude(east),
      latitude(north),
    ];
    const zoom = this.map.getZoom();
    if (zoom > this.map.getMaxZoom() - 0.01) {
      // Nearer than one can come: a few centimetres apart.
      this.#events.onChoose(this.#rowsOf([nearest]), lngLatOf(nearest));
      return;
    }
    const nearer = this.map.cameraForBounds(bounds, { padding: FLIGHT_MARGIN });
    this.map.easeTo({
      center: nearer?.center ?? lngLatOf(nearest),
      zoom: Math.min(this.map.getMaxZoom(), Math.max(nearer?.zoom ?? 0, zoom + 1)),
      duration: 800,
    });
  }

  /** The projects of a mark that pass the filter. */
  rowsOf(mark: Mark): readonly Row[] {
    return this.#rowsOf([mark]);
  }

  /** The projects of marks that pass the filter, each once. */
  #rowsOf(marks: readonly Mark[]): readonly Row[] {
    const rows = marks.map((mark) =>
      mark.kind === 'project' ? [mark.row] : this.#surveyor.rowsWithin(this.#mask, mark.extent),
    );
    return rows.length === 1 ? (rows[0] ?? []) : [...new Set(rows.flat())];
  }

  destroy(): void {
    this.cancelDrawing();
    this.#isStyled = false;
    this.map.remove();
  }

  #style() {
    const { basemap, dossier, language } = this.#options;
    const style = mapStyle(basemap, countriesOf(dossier), language, this.#palette);
    const drawn = {
      [AREAS]: areaFeatures(dossier, basemap.outlines),
      [LINES]: lineFeatures(dossier),
      [MARKS]: this.#labels(),
    };
    for (const [name, data] of Object.entries(drawn)) {
      const source = style.sources[name];
      if (source?.type === 'geojson') source.data = data;
    }
    return this.#sources.begin(style, this.map.getZoom(), MARKS);
  }

  #labels() {
    const { dossier, language } = this.#options;
    const { marks } = this.#survey;
    this.#labelled = new Set(marks.map(({ id }) => id));
    return labelFeatures(marks, dossier, (mark) => this.#rowsOf([mark]), language);
  }

  /** Has the worker set the labels anew; what is asked for meanwhile, once it is done. */
  async #label(): Promise<void> {
    this.#isLabelStale = true;
    if (this.#isLabelling) return;
    this.#isLabelling = true;
    try {
      while (this.#isLabelStale && this.#isStyled) {
        this.#isLabelStale = false;
        await this.#source(MARKS).setData(this.#labels());
      }
    } finally {
      this.#isLabelling = false;
    }
    if (!this.#isStyled) return;
    this.#hideLabels();
    await this.#name();
  }

  #surveyed(): Survey {
    const zoom = this.map.getZoom();
    return this.#surveyor.survey(this.#mask, frameOf(this.map.getBounds()), levelOf(zoom));
  }

  /** Draws what comes into sight, or looks otherwise from here, as the map moves. */
  #resurvey(): void {
    if (!this.#isStyled) return;
    if (covers(this.#survey, this.map.getBounds(), this.map.getZoom())) return;
    this.#survey = this.#surveyed();
    this.#show();
    void this.#label();
  }

  /** Fetches the names of what is on the screen one by one, if they aren't too far apart. */
  async #name(): Promise<void> {
    const { details } = this.#options.dossier;
    if (!this.#isStyled || this.map.getZoom() < NAMES_ZOOM) return;
    const rows = this.#rowsOf(
      this.marksOnScreen().filter(({ kind, count }) => kind !== 'cluster' && count <= MOST_LIT),
    );
    const missing = details.missing(rows);
    if (missing === 0 || missing > MOST_NAMING_PIECES) return;
    await details.all(rows);
    // What can't be had isn't asked for again and again.
    if (details.missing(rows) < missing) await this.#label();
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

  #listen(): void {
    const { map } = this;
    map.once('idle', () => {
      this.#lookAbout();
      this.#events.onReady();
    });
    map.on('move', () => this.#resurvey());
    map.on('zoom', () => {
      if (this.#isStyled) this.#sources.near(map.getZoom(), this.#palette);
    });
    map.on('moveend', () => {
      this.#lookAbout();
      void this.#name();
    });
    map.on('moveend', () => {
      const camera = this.#currentCamera();
      // A change of size ends in a move, too, that leads nowhere else.
      if (this.#isOwnMove || sameCamera(camera, this.#settled)) return;
      this.#settled = this.#camera = camera;
      this.#events.onMove(camera, this.seenFrame());
    });
    map.on('resize', () => {
      if (this.#camera === null) this.#open();
      this.#events.onSeen(this.seenFrame());
    });
    map.on('click', ({ point, lngLat }) => {
      if (this.#drawing?.isActive) return;
      const hit = this.#picking.at(point, lngLat);
      if (hit.kind === 'marks') this.#chooseMarks(hit.marks);
      else if (hit.kind === 'fanned') this.#events.onChoose([hit.row], [...this.#fan.spot]);
      else this.#events.onChoose(hit.rows, [lngLat.lng, lngLat.lat]);
    });
    map.on('mousemove', ({ point, lngLat }) => {
      if (this.#drawing?.isActive) return;
      const hit = this.#picking.at(point, lngLat);
      const rows = this.#pointedRows(hit);
      map.getCanvas().style.cursor = hit.kind === 'marks' || rows.length > 0 ? 'pointer' : '';
      this.#events.onPoint(rows.length <= MOST_LIT ? rows : []);
    });
    map.on('mouseout', () => this.#events.onPoint([]));
  }

  /** What lights up as one points there. */
  #pointedRows(hit: Hit): readonly Row[] {
    if (hit.kind === 'fanned') return [hit.row];
    if (hit.kind === 'shapes') return hit.rows;
    const few = hit.marks.filter(({ kind, count }) => kind !== 'cluster' && count <= MOST_LIT);
    return this.#picking.once(few.map(({ id }) => id).join(), () => this.#rowsOf(few));
  }

  /** Of the labels' boxes nothing is seen: they only keep other labels away. */
  #addBox(name: string): void {
    const radius = boxRadius(name);
    if (radius === null) return;
    const size = Math.ceil(2 * radius);
    this.map.addImage(name, { width: size, height: size, data: new Uint8Array(4 * size * size) });
  }

  #open(): void {
    this.#moveQuietly(() =>
      this.map.fitBounds([...frameToShow(this.#opening)], {
        padding: OPENING_MARGIN,
        bearing: 0,
        pitch: 0,
        animate: false,
      }),
    );
  }

  /** Moves the map at once, without telling: what a link says isn't the reader's doing. */
  #moveQuietly(move: () => void): void {
    this.#isOwnMove = true;
    move();
    this.#isOwnMove = false;
    this.#settled = this.#currentCamera();
    this.#events.onSeen(this.seenFrame());
  }

  #currentCamera(): Camera {
    const { lng, lat } = this.map.getCenter().wrap();
    return {
      zoom: this.map.getZoom(),
      lat,
      lng,
      bearing: this.map.getBearing(),
      pitch: this.map.getPitch(),
    };
  }

  #source(name: string): GeoJSONSource {
    const source = this.map.getSource(name);
    if (!(source instanceof GeoJSONSource)) throw new Error(`The map has no source “${name}”.`);
    return source;
  }
}

function place({ zoom, lat, lng, bearing, pitch }: Camera): JumpToOptions {
  return { center: [lng, lat], zoom, bearing, pitch };
}
