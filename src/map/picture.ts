import type { Map as MapLibreMap } from 'maplibre-gl';
import { m } from '../i18n/index.ts';
import type { MapPicture } from '../view/picture.ts';

/** Meters round the equator, as Web Mercator has it: WGS 84. */
const EQUATOR = 2 * Math.PI * 6_378_137;
/** Side of a tile of MapLibre's, pixels: the world at zoom 0. */
const WORLD = 512;

/**
 * A picture of what a map shows, drawn anew with so many pixels to one of the screen, as what is
 * on the screen can't be read back; `background` is seen where the map is see-through. Rejects, for
 * people, where the GPU is lost meanwhile.
 */
export async function drawPicture(
  map: MapLibreMap,
  background: string,
  pixelRatio: 1 | 2,
): Promise<MapPicture> {
  // MapLibre follows the screen again where it is set to `null`, of which its types don't tell.
  const ratio: { setPixelRatio(pixelRatio: number | null): void } = map;
  const ended = new AbortController();
  try {
    ratio.setPixelRatio(pixelRatio);
    return await new Promise((resolve, reject) => {
      // As soon as it is drawn: before the next frame the browser takes it away.
      const idle = map.on('idle', () => resolve(snapshot(map, background)));
      const lost = map.on('webglcontextlost', () => {
        reject(new Error(m.takeAway.failed.picture));
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

async function snapshot(map: MapLibreMap, background: string): Promise<MapPicture> {
  const canvas = map.getCanvas();
  const { width, height, clientWidth, clientHeight } = canvas;
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  const context = sheet.getContext('2d');
  if (context === null) throw new Error(m.takeAway.failed.canvas);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  context.drawImage(canvas, 0, 0);
  const { lat } = map.unproject([clientWidth / 2, clientHeight / 2]);
  const pixels = WORLD * 2 ** map.getZoom();
  return {
    image: await createImageBitmap(sheet),
    width: clientWidth,
    height: clientHeight,
    metersPerPixel:
      map.getPitch() > 0 ? null : (EQUATOR * Math.cos((lat * Math.PI) / 180)) / pixels,
  };
}
