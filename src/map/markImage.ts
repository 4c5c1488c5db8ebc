import type { Dossier } from '../dossier/types.ts';
import { roundNumber } from '../i18n/words.ts';
import { DASHES, GLYPH_SIZE, ICON_OFFSET, ICON_SCALE, SHAPES } from '../ui/glyph.ts';
import { sectorIcon } from '../ui/sectorIcon.ts';
import { lookOfRow, type Look } from '../view/look.ts';
import { MARK_RADIUS, radiusOf, type Mark } from './marks.ts';
import type { Palette } from './palette.ts';

const MARGIN = 2;
/** How far beyond a mark its halo reaches, pixels. */
const HALO = 6;

/** What a mark looks like: the glyph of its one project, or a ring of its sectors' shares. */
export type MarkLook =
  | { readonly glyph: Look }
  | {
      readonly radius: number;
      readonly arcs: readonly Arc[];
      readonly hollow: boolean;
      /** What stands in the middle. */
      readonly count: string;
    };

/** Around a mark that is pointed at, or selected. */
export type Halo = 'lit' | 'selected';

/** A part of a ring. */
interface Arc {
  readonly color: string;
  /** Of the whole ring. */
  readonly share: number;
}

/** Shares are rounded to this part of a ring, so that rings alike share an image. */
const STEPS = 24;
/** The smallest shares together are one grey arc, where there are more sectors than this. */
const MOST_ARCS = 9;
const REST_COLOR = '#8c8a86';

export function markLook(mark: Mark, { index, sectors }: Dossier): MarkLook {
  if (mark.kind === 'project') return { glyph: lookOfRow(index, sectors, mark.row) };
  const arcs: Arc[] = [];
  let drawn = 0;
  let before = 0;
  for (const { sector, count } of mark.shares.slice(0, MOST_ARCS)) {
    before += count;
    // Rounded in sum, so that the ring closes; what is there at all is seen.
    const share = Math.max(1, Math.round((before / mark.count) * STEPS) - drawn);
    drawn += share;
    arcs.push({ color: sectors[sector]?.color ?? REST_COLOR, share });
  }
  if (mark.shares.length > MOST_ARCS) {
    const share = Math.max(1, STEPS - drawn);
    drawn += share;
    arcs.push({ color: REST_COLOR, share });
  }
  return {
    radius: radiusOf(mark),
    arcs: arcs.map(({ color, share }) => ({ color, share: share / drawn })),
    hollow: mark.hollow,
    count: roundNumber(mark.count),
  };
}

/** The name of an image: looks that are the same have the same. */
export function imageName(look: MarkLook): string {
  if ('glyph' in look) {
    const { shape, color, icon, hollow } = look.glyph;
    return [shape, color, icon, hollow ? 'area' : 'spot'].join(' ');
  }
  const arcs = look.arcs.map(({ color, share }) => `${color} ${share.toFixed(3)}`);
  return [look.count, look.radius, look.hollow ? 'areas' : 'spots', ...arcs].join(' ');
}

export function haloName(look: MarkLook, halo: Halo): string {
  return `${halo} ${lookRadius(look)}`;
}

/** The radius of a look on the screen, pixels. */
function lookRadius(look: MarkLook): number {
  return 'glyph' in look ? GLYPH_SIZE / 2 : look.radius;
}

/** Draws a mark with so many pixels to one of the screen's. */
export function drawMark(look: MarkLook, palette: Palette, pixelRatio: number): ImageData {
  return drawn(lookRadius(look) + MARGIN, pixelRatio, (context) => {
    if ('glyph' in look) {
      context.translate(-GLYPH_SIZE / 2, -GLYPH_SIZE / 2);
      drawGlyph(context, look.glyph, palette);
    } else drawRing(context, look, palette);
  });
}

/** Draws the halo that stands behind a mark. */
export function drawHalo(
  look: MarkLook,
  halo: Halo,
  palette: Palette,
  pixelRatio: number,
): ImageData {
  const isSelected = halo === 'selected';
  const radius = lookRadius(look) + (isSelected ? HALO : HALO - 2);
  return drawn(radius + MARGIN, pixelRatio, (context) => {
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
    context.fillStyle = context.strokeStyle = palette.accent;
    context.globalAlpha = isSelected ? 0.22 : 0.14;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = isSelected ? 2 : 1;
    context.stroke();
  });
}

/** What images are drawn on, one after the other. */
let sheet: CanvasRenderingContext2D | undefined;
/** As large as the largest image. */
const SHEET_SIZE = 256;

function newSheet(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SHEET_SIZE;
  // Read back at once, so it is better not drawn by the GPU.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser offers no 2D canvas to draw marks on.');
  return context;
}

/** What is drawn around the origin, within a radius. */
function drawn(
  radius: number,
  pixelRatio: number,
  draw: (context: CanvasRenderingContext2D) => void,
): ImageData {
  const size = Math.ceil(2 * radius * pixelRatio);
  const context = (sheet ??= newSheet());
  context.reset();
  context.scale(pixelRatio, pixelRatio);
  context.translate(size / 2 / pixelRatio, size / 2 / pixelRatio);
  draw(context);
  return context.getImageData(0, 0, size, size);
}

function drawGlyph(
  context: CanvasRenderingContext2D,
  { shape, color, icon, hollow }: Look,
  palette: Palette,
): void {
  const body = new Path2D(SHAPES[shape]);
  context.lineWidth = hollow ? 2.6 : 1.6;
  context.fillStyle = hollow ? palette.paper : color;
  context.fill(body);
  context.strokeStyle = hollow ? color : palette.paper;
  if (hollow) context.setLineDash([...DASHES]);
  context.stroke(body);
  context.translate(ICON_OFFSET, ICON_OFFSET);
  context.scale(ICON_SCALE, ICON_SCALE);
  context.fillStyle = hollow ? color : '#fff';
  context.fill(new Path2D(sectorIcon(icon)));
}

/** How wide a ring is drawn, pixels, and the gap between its arcs, radians. */
const RING_WIDTH = 5;
const GAP = 0.1;

function drawRing(
  context: CanvasRenderingContext2D,
  { radius, arcs, hollow, count }: Extract<MarkLook, { radius: number }>,
  palette: Palette,
): void {
  context.beginPath();
  context.arc(0, 0, radius - 0.5, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  context.lineWidth = RING_WIDTH;
  // Dashed, as the single mark of an area is.
  if (hollow) context.setLineDash([...DASHES]);
  let start = -Math.PI / 2;
  const gap = arcs.length > 1 ? (GAP * MARK_RADIUS) / radius : 0;
  for (const { color, share } of arcs) {
    const end = start + share * 2 * Math.PI;
    context.beginPath();
    context.arc(0, 0, radius - 1 - RING_WIDTH / 2, start, end - gap);
    context.strokeStyle = color;
    context.stroke();
    start = end;
  }
  context.fillStyle = palette.ink;
  context.font = `600 ${count.length > 3 ? 11.5 : 13}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(count, 0, 0.5);
}
