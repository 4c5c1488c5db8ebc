import {
  AttributionControl,
  GeoJSONSource,
  type JumpToOptions,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  type MapMouseEvent,
  type PaddingOptions,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import './controls.css';
import { nearestPointOnLine } from '@turf/turf';
import type { Position } from 'geojson';
import type { Language } from '../dossier/localized.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { sameCamera, CAMERA_LIMITS, type Camera } from '../view/camera.ts';
import type { Basemap } from './basemap.ts';
import { areaFeatures, countriesOf, extentOf, lineFeatures, markFeatures } from './features.ts';
import { drawMark, imageName, PIXEL_RATIO } from './markImage.ts';
import { marksAt, marksOf, projectsOf, type Mark, type ScreenMark } from './marks.ts';
import type { Palette } from './palette.ts';
import { openPopup } from './popup.ts';
import { AREA_LAYER, AREAS, layers, LINE_LAYER, LINES, mapStyle, MARKS } from './style.ts';
import { workerFailure } from './worker.ts';

export interface AtlasMapOptions {
  readonly basemap: Basemap;
  readonly dossier: Dossier;
  readonly projects: readonly Project[];
  /** `null`: the dossier's opening view, fitted anew when the map changes its size. */
  readonly camera: Camera | null;
  readonly palette: Palette;
  readonly language: Language;
  /** What covers the map's edges, pixels. */
  readonly padding: PaddingOptions;
}

/** What the reader does on the map, and what becomes of it. */
export interface AtlasMapEvents {
  /** Chose what stands at a position (degrees); nothing, on empty ground. */
  onChoose(projects: readonly Project[], position: [number, number]): void;
  onPoint(projects: readonly Project[]): void;
  onMove(camera: Camera): void;
  /** First idle with the projects drawn. */
  onReady(): void;
  /** The worker couldn't start. */
  onFailure(reason: 'worker'): void;
}

/** A line is this easy to hit, pixels to each side. */
const LINE_REACH = 6;
const OPENING_MARGIN = 24;
const FLIGHT_MARGIN = 48;
const CLOSEST_FLIGHT = 6.5;

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
  #marks: ReadonlyMap<string, Mark> = new Map();
  #projects: readonly Project[];
  /** The images drawn so far, each with a mark that looks so. */
  readonly #images = new Map<string, Mark>();
  #camera: Camera | null;
  #padding: PaddingOptions;
  #states: { source: string; id: string }[] = [];
  #lit: ReadonlySet<string> = new Set();
  #selected: string | null = null;
  #isOwnMove = false;
  /** Where the map came to rest: what was asked for, or as near as its size allows. */
  #settled: Camera | null = null;

  /** Throws where the browser can't give the canvas a WebGL 2 context. */
  constructor(container: HTMLElement, options: AtlasMapOptions, events: AtlasMapEvents) {
    this.#options = options;
    this.#events = events;
    this.#palette = options.palette;
    this.#projects = options.projects;
    this.#camera = options.camera;
    this.#padding = options.padding;

    void workerFailure.then(() => events.onFailure('worker'));
    this.map = new MapLibreMap({
      container,
      style: this.#style(),
      locale: m.map.locale,
      attributionControl: false,
      fadeDuration: 0,
      minZoom: CAMERA_LIMITS.zoom[0],
      maxZoom: CAMERA_LIMITS.zoom[1],
      maxPitch: CAMERA_LIMITS.pitch[1],
      ...(options.camera
        ? place(options.camera)
        : { bounds: [...options.dossier.bounds], fitBoundsOptions: { padding: OPENING_MARGIN } }),
    });
    this.styled = this.map.once('style.load');
    this.map.setMissingStyleImageResolver((name) => this.#addImage(name));
    this.#addControls();
    this.#listen();
    this.#moveQuietly(() => this.map.setPadding(options.padding));
    this.showCamera(options.camera);
  }

  /** Draws just these projects. Resolves with the first frame that shows them. */
  async draw(projects: readonly Project[]): Promise<void> {
    this.#projects = projects;
    const { outlines } = this.#options.basemap;
    this.#marks = indexed(marksOf(projects));
    await Promise.all([
      this.#source(AREAS).setData(areaFeatures(projects, outlines)),
      this.#source(LINES).setData(lineFeatures(projects)),
      this.#source(MARKS).setData(markFeatures([...this.#marks.values()], this.#options.language)),
    ]);
    this.#raise();
    await this.#nextFrameWith(MARKS);
  }

  /** Shows which projects are pointed at, and which is selected. */
  highlight(lit: ReadonlySet<string>, selected: string | null): void {
    this.#lit = lit;
    this.#selected = selected;
    this.#raise();
  }

  #raise(): void {
    const lit = this.#lit;
    const selected = this.#selected;
    for (const state of this.#states) this.map.removeFeatureState(state);
    this.#states = [];
    const marked = new Set([...lit, ...(selected === null ? [] : [selected])]);
    const raise = (source: string, id: string, isSelected: boolean) => {
      this.map.setFeatureState({ source, id }, { lit: true, selected: isSelected });
      this.#states.push({ source, id });
    };
    for (const id of marked) {
      raise(AREAS, id, id === selected);
      raise(LINES, id, id === selected);
    }
    for (const mark of this.#marks.values()) {
      const isSelected = mark.projects.some(({ id }) => id === selected);
      if (isSelected || mark.projects.some(({ id }) => lit.has(id)))
        raise(MARKS, mark.id, isSelected);
    }
  }

  /** Goes to a camera at once; to the opening view where it is `null`. */
  showCamera(camera: Camera | null): void {
    this.#camera = camera;
    if (camera === null) this.#open();
    else this.#moveQuietly(() => this.map.jumpTo(place(camera)));
  }

  /** Flies to where projects are, as exactly as they are placed. */
  flyTo(projects: readonly Project[]): void {
    const extent = extentOf(projects, this.#options.basemap.outlines);
    if (extent === null) return;
    const [west, south, east, north] = extent;
    const isSpot = west === east && south === north;
    this.map.fitBounds(extent, {
      padding: FLIGHT_MARGIN,
      maxZoom: isSpot ? Math.max(CLOSEST_FLIGHT, this.map.getZoom()) : CLOSEST_FLIGHT,
      duration: 1200,
    });
  }

  /**
   * Opens a popup at a position (degrees) and, if asked to, moves the map just so far that all of
   * it is seen. Returns what closes it.
   */
  openPopup(position: Position, content: HTMLElement, intoView: boolean): () => void {
    return openPopup(this.map, position, content, intoView ? this.#padding : null);
  }

  /**
   * Where a project's popup belongs, degrees: at its mark, or if that is out of sight at the part of
   * its line, or the other mark, nearest to the middle of the map. `null` where it isn't placed.
   */
  anchorOf({ location }: Project): Position | null {
    if (location === null) return null;
    const [first, ...others] = location.markers;
    const bounds = this.map.getBounds();
    const isSeen = ([lng = 0, lat = 0]: Position) => bounds.contains([lng, lat]);
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

  setPalette(palette: Palette): void {
    if (palette === this.#palette) return;
    this.#palette = palette;
    // Only the paint differs, so MapLibre changes just that and keeps its tiles.
    this.map.setStyle({ ...this.map.getStyle(), layers: layers(palette) });
    for (const [name, mark] of this.#images) this.map.updateImage(name, drawMark(mark, palette));
  }

  /** The marks on the screen, the nearest to its middle first. */
  marksOnScreen(): readonly Mark[] {
    const { clientWidth: width, clientHeight: height } = this.map.getCanvas();
    const away = ({ x, y }: ScreenMark) => Math.hypot(x - width / 2, y - height / 2);
    return this.#screenMarks()
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height)
      .sort((a, b) => away(a) - away(b))
      .map(({ mark }) => mark);
  }

  /** Does what a click on a mark does. */
  choose(mark: Mark): void {
    const { x, y } = this.#onScreen(mark);
    this.#events.onChoose(projectsOf(marksAt(this.#screenMarks(), x, y)), lngLat(mark));
  }

  destroy(): void {
    this.map.remove();
  }

  #style() {
    const { basemap, dossier, language } = this.#options;
    const { outlines } = basemap;
    this.#marks = indexed(marksOf(this.#projects));
    const style = mapStyle(basemap, countriesOf(dossier), language, this.#palette);
    const drawn = {
      [AREAS]: areaFeatures(this.#projects, outlines),
      [LINES]: lineFeatures(this.#projects),
      [MARKS]: markFeatures([...this.#marks.values()], language),
    };
    for (const [name, data] of Object.entries(drawn)) {
      const source = style.sources[name];
      if (source?.type === 'geojson') source.data = data;
    }
    return style;
  }

  #addControls(): void {
    this.map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
    this.map.addControl(
      new AttributionControl({
        customAttribution: [m.map.credits, m.map.disclaimer],
      }),
      'bottom-right',
    );
    this.map.addControl(new NavigationControl({ visualizePitch: true }), 'bottom-right');
  }

  #listen(): void {
    const { map } = this;
    map.once('idle', () => this.#events.onReady());
    map.on('moveend', () => {
      const camera = this.#currentCamera();
      // A change of size ends in a move, too, that leads nowhere else.
      if (this.#isOwnMove || sameCamera(camera, this.#settled)) return;
      this.#settled = this.#camera = camera;
      this.#events.onMove(camera);
    });
    map.on('resize', () => {
      if (this.#camera === null) this.#open();
    });
    map.on('click', (event) => {
      const { projects, position } = this.#pick(event);
      this.#events.onChoose(projects, position);
    });
    map.on('mousemove', (event) => {
      const { projects } = this.#pick(event);
      map.getCanvas().style.cursor = projects.length > 0 ? 'pointer' : '';
      this.#events.onPoint(projects);
    });
    map.on('mouseout', () => this.#events.onPoint([]));
  }

  /** What is at a point of the screen: marks before lines, lines before areas. */
  #pick({ point, lngLat: at }: MapMouseEvent): {
    projects: readonly Project[];
    position: [number, number];
  } {
    const marks = marksAt(this.#screenMarks(), point.x, point.y);
    const [nearest] = marks;
    if (nearest !== undefined) return { projects: projectsOf(marks), position: lngLat(nearest) };

    const position: [number, number] = [at.lng, at.lat];
    const lines = this.map.queryRenderedFeatures(
      [
        [point.x - LINE_REACH, point.y - LINE_REACH],
        [point.x + LINE_REACH, point.y + LINE_REACH],
      ],
      { layers: [LINE_LAYER] },
    );
    const areas =
      lines.length > 0 ? [] : this.map.queryRenderedFeatures(point, { layers: [AREA_LAYER] });
    const ids = new Set<unknown>();
    for (const { properties } of [...lines, ...areas])
      if (properties['wide'] !== true) ids.add(properties['project']);
    return { projects: this.#projects.filter(({ id }) => ids.has(id)), position };
  }

  #screenMarks(): ScreenMark[] {
    return [...this.#marks.values()].map((mark) => this.#onScreen(mark));
  }

  #onScreen(mark: Mark): ScreenMark {
    const { x, y } = this.map.project(lngLat(mark));
    return { mark, x, y };
  }

  #addImage(name: string): void {
    const mark = [...this.#marks.values()].find((candidate) => imageName(candidate) === name);
    if (mark === undefined) return;
    this.#images.set(name, mark);
    this.map.addImage(name, drawMark(mark, this.#palette), { pixelRatio: PIXEL_RATIO });
  }

  #open(): void {
    this.#moveQuietly(() =>
      this.map.fitBounds([...this.#options.dossier.bounds], {
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

  async #nextFrameWith(source: string): Promise<void> {
    do await this.map.once('render');
    while (!this.map.isSourceLoaded(source));
  }
}

function place({ zoom, lat, lng, bearing, pitch }: Camera): JumpToOptions {
  return { center: [lng, lat], zoom, bearing, pitch };
}

function lngLat({ position }: Mark): [number, number] {
  const [lng = 0, lat = 0] = position;
  return [lng, lat];
}

function indexed(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  return new Map(marks.map((mark) => [mark.id, mark]));
}
