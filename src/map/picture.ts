import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import { takeAway } from '../i18n/takeAway.ts';
import type { MapPicture } from '../view/picture.ts';
import { lngLatOf, type Mark } from './marks.ts';
import { picturedOf, type Drawn, type Seen } from './pictured.ts';
import { AREA_LAYER, LINE_LAYER } from './style.ts';

/** Meters round the equator, as Web Mercator has it: WGS 84. */
const EQUATOR = 2 * Math.PI * 6_378_137;
/** Side of a tile of MapLibre's, pixels: the world at zoom 0. */
const WORLD = 512;

export interface PictureOptions {
  /** So many pixels to one of the screen. */
  readonly pixelRatio: 1 | 2;
  /** Seen where the map is see-through. */
  readonly background: string;
  /** What covers the map's edges, pixels. */
  readonly covered: PaddingOptions;
  /** What is drawn at the moment. */
  readonly drawn: () => Drawn;
}

/** A part of the map, CSS pixels from its corner. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A picture of what a map shows, drawn anew, as what is on the screen can't be read back. Rejects,
 * for people, where the GPU is lost meanwhile.
 */
export async function drawPicture(map: MapLibreMap, options: PictureOptions): Promise<MapPicture> {
  // MapLibre follows the screen again where it is set to `null`, of which its types don't tell.
  const ratio: { setPixelRatio(pixelRatio: number | null): void } = map;
  const ended = new AbortController();
  try {
    ratio.setPixelRatio(options.pixelRatio);
    return await new Promise((resolve, reject) => {
      // As soon as it is drawn: before the next frame the browser takes it away.
      const idle = map.on('idle', () => resolve(snapshot(map, options)));
      const lost = map.on('webglcontextlost', () => {
        reject(new Error(takeAway.failed.picture));
      });
      ended.signal.addEventListener('abort', () => {
        idle.unsubscribe();
        lost.unsubscribe();
      });
      map.triggerRepaint();
    });
  } finally {
    ended.abort();
    ratio.setPixelRatio(null);
  }
}

async function snapshot(
  map: MapLibreMap,
  { background, covered, drawn }: PictureOptions,
): Promise<MapPicture> {
  const canvas = map.getCanvas();
  const box = uncovered(canvas, covered);
  const { x, y, width, height } = box;
  // The canvas has whole pixels, so that it may be a little less fine than was asked for.
  const across = canvas.width / canvas.clientWidth;
  const down = canvas.height / canvas.clientHeight;
  const sheet = document.createElement('canvas');
  sheet.width = Math.round(width * across);
  sheet.height = Math.round(height * down);
  const context = sheet.getContext('2d');
  if (context === null) throw new Error(takeAway.failed.canvas);
  context.fillStyle = background;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(canvas, -Math.round(x * across), -Math.round(y * down));
  const { lat } = map.unproject([x + width / 2, y + height / 2]);
  const pixels = WORLD * 2 ** map.getZoom();
  const now = drawn();
  const shows = picturedOf(now, seenIn(map, box, now.survey.marks));
  return {
    image: await createImageBitmap(sheet),
    width,
    height,
    metersPerPixel:
      map.getPitch() > 0 ? null : (EQUATOR * Math.cos((lat * Math.PI) / 180)) / pixels,
    bearing: map.getBearing(),
    shows,
  };
}

/** What isn't covered of a map; at its top things only float above it. */
function uncovered(
  { clientWidth, clientHeight }: HTMLElement,
  { left = 0, right = 0, bottom = 0 }: PaddingOptions,
): Box {
  return {
    x: left,
    y: 0,
    width: Math.max(1, clientWidth - left - right),
    height: Math.max(1, clientHeight - bottom),
  };
}

/** What of marks, areas and lines is in a part of the map; a mark is where its middle is. */
function seenIn(map: MapLibreMap, { x, y, width, height }: Box, marks: readonly Mark[]): Seen {
  const bounds = map.getBounds();
  const isIn = (mark: Mark) => {
    const [lng, lat] = lngLatOf(mark);
    // In any copy of the world.
    const last = Math.floor((bounds.getEast() - lng) / 360);
    for (let turn = Math.ceil((bounds.getWest() - lng) / 360); turn <= last; turn++) {
      const at = map.project([lng + 360 * turn, lat]);
      if (at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height) return true;
    }
    return false;
  };
  const featuresOf = (layer: string) =>
    map.getLayer(layer) === undefined
      ? []
      : map.queryRenderedFeatures(
          [
            [x, y],
            [x + width, y + height],
          ],
          { layers: [layer] },
        );
  return {
    marks: new Set(marks.filter(isIn)),
    areas: new Set(
      featuresOf(AREA_LAYER)
        // A country is shaded only where it is pointed at or selected.
        .filter(({ properties, state }) => properties['wide'] !== true || state['lit'] === true)
        .map(({ properties }) => Number(properties['area'])),
    ),
    lines: new Set(featuresOf(LINE_LAYER).map(({ properties }) => Number(properties['row']))),
  };
}
