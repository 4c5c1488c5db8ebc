import { takeAway } from '../../i18n/takeAway.ts';
import { DASHES, GLYPH_SIZE, ICON_OFFSET, ICON_SCALE, SHAPES } from '../../ui/glyph.ts';
import { sectorIcon } from '../../ui/sectorIcon.ts';
import type { MapPicture } from '../../view/picture.ts';
import {
  layOut,
  NORTH_ARROW,
  TEXT_STYLES,
  type LegendEntry,
  type PlateLayout,
  type PlateText,
  type TextStyle,
} from './plate.ts';

/** Colours and fonts of the page, as they are at the moment. */
interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly serif: string;
  readonly sans: string;
}

/**
 * Draws the map's picture as a plate with title, legend, scale and small print, in the page's theme;
 * `scale` is how many pixels it has to one of the screen. Throws where the browser can't make a
 * picture of that size.
 */
export async function composePng(
  text: PlateText,
  picture: MapPicture,
  scale: 1 | 2,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const look = currentLook();
  const context = contextOf(canvas);
  const layout = layOut(text, picture, (words, style) => {
    context.font = fontOf(style, look);
    return context.measureText(words).width;
  });
  canvas.width = layout.width * scale;
  canvas.height = layout.height * scale;
  context.scale(scale, scale);
  drawPlate(context, layout, picture, look);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new PictureTooLarge();
  return blob;
}

/** The browser gives no canvas, or none of this size. */
export class PictureTooLarge extends Error {
  override readonly name = 'PictureTooLarge';
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new PictureTooLarge();
  return context;
}

function currentLook(): Look {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: value('paper'),
    ink: value('ink'),
    soft: value('ink-soft'),
    line: value('line'),
    serif: value('serif'),
    sans: value('sans'),
  };
}

function fontOf(style: TextStyle, look: Look): string {
  const { weight, size, family } = TEXT_STYLES[style];
  return `${weight} ${size}px ${look[family]}`;
}

function drawPlate(
  context: CanvasRenderingContext2D,
  { width, height, map, texts, marks, scale, north }: PlateLayout,
  { image }: MapPicture,
  look: Look,
): void {
  context.fillStyle = look.paper;
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, map.x, map.y, map.width, map.height);
  context.strokeStyle = look.line;
  context.strokeRect(map.x - 0.5, map.y - 0.5, map.width + 1, map.height + 1);

  context.textBaseline = 'middle';
  for (const { text, style, x, y } of texts) {
    const { line, color } = TEXT_STYLES[style];
    context.font = fontOf(style, look);
    context.fillStyle = look[color];
    context.fillText(text, x, y + line / 2);
  }

  for (const { mark, x, y, width: size } of marks) {
    context.save();
    context.translate(x, y);
    context.scale(size / GLYPH_SIZE, size / GLYPH_SIZE);
    drawMark(context, mark, look);
    context.restore();
  }

  if (scale !== null) {
    context.strokeStyle = look.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(scale.x, scale.y - 5);
    context.lineTo(scale.x, scale.y);
    context.lineTo(scale.x + scale.width, scale.y);
    context.lineTo(scale.x + scale.width, scale.y - 5);
    context.stroke();
  }

  if (north !== null) {
    const { path, letter } = NORTH_ARROW;
    context.save();
    context.translate(north.x + north.width / 2, north.y + north.height / 2);
    context.rotate((north.turn * Math.PI) / 180);
    context.fillStyle = look.ink;
    context.fill(new Path2D(path));
    context.font = `600 ${letter.size}px ${look.sans}`;
    context.textAlign = 'center';
    context.fillText(takeAway.north, 0, letter.y);
    context.restore();
  }
}

/** A mark of the legend, in a square of `GLYPH_SIZE` units. */
function drawMark(context: CanvasRenderingContext2D, mark: LegendEntry['mark'], look: Look): void {
  if (mark === 'line') {
    context.fillStyle = look.soft;
    context.fillRect(0, GLYPH_SIZE / 2 - 2.5, GLYPH_SIZE, 5);
    return;
  }
  if (mark === 'several') {
    context.strokeStyle = context.fillStyle = look.soft;
    context.lineWidth = 4;
    context.beginPath();
    context.arc(GLYPH_SIZE / 2, GLYPH_SIZE / 2, GLYPH_SIZE / 2 - 3, 0, 2 * Math.PI);
    context.stroke();
    context.font = `600 ${GLYPH_SIZE / 2}px ${look.sans}`;
    context.textAlign = 'center';
    context.fillText('3', GLYPH_SIZE / 2, GLYPH_SIZE / 2 + 1);
    return;
  }
  const { shape, hollow, icon } = mark;
  const color = mark.color ?? look.soft;
  const body = new Path2D(SHAPES[shape]);
  if (hollow) {
    context.strokeStyle = color;
    context.lineWidth = 2.4;
    context.setLineDash([...DASHES]);
    context.stroke(body);
  } else {
    context.fillStyle = color;
    context.fill(body);
  }
  if (icon === null) return;
  context.translate(ICON_OFFSET, ICON_OFFSET);
  context.scale(ICON_SCALE, ICON_SCALE);
  context.fillStyle = hollow ? color : '#fff';
  context.fill(new Path2D(sectorIcon(icon)));
}
