import type { Project } from '../dossier/types.ts';
import { DASHES, GLYPH_SIZE, ICON_OFFSET, ICON_SCALE, SHAPES } from '../ui/glyph.ts';
import { sectorIcon } from '../ui/sectorIcon.ts';
import { lookOf } from '../view/look.ts';
import type { Mark } from './marks.ts';
import type { Palette } from './palette.ts';

/** Images are drawn at twice the size, for dense screens. */
export const PIXEL_RATIO = 2;
const MARGIN = 2;
const SIZE = GLYPH_SIZE + 2 * MARGIN;

/** The name of a mark's image: marks that look the same share one. */
export function imageName(mark: Mark): string {
  return mark.projects.map(lookName).join('+');
}

function lookName(project: Project): string {
  const { shape, color, icon, hollow } = lookOf(project);
  return [shape, color, icon, hollow ? 'area' : 'spot'].join(' ');
}

/** Draws a mark: the glyph of its one project, or a ring of sectors around the number of them. */
export function drawMark({ projects }: Mark, palette: Palette): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE * PIXEL_RATIO;
  // Read back at once, so it is better not drawn by the GPU.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser offers no 2D canvas to draw marks on.');
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(MARGIN, MARGIN);
  if (projects.length === 1) drawGlyph(context, projects[0], palette);
  else drawRing(context, projects, palette);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function drawGlyph(context: CanvasRenderingContext2D, project: Project, palette: Palette): void {
  const { shape, color, icon, hollow } = lookOf(project);
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

function drawRing(
  context: CanvasRenderingContext2D,
  projects: readonly Project[],
  palette: Palette,
): void {
  const centre = GLYPH_SIZE / 2;
  context.beginPath();
  context.arc(centre, centre, 14.5, 0, 2 * Math.PI);
  context.fillStyle = palette.paper;
  context.fill();
  const share = (2 * Math.PI) / projects.length;
  context.lineWidth = 5;
  projects.forEach(({ sector }, index) => {
    const start = index * share - Math.PI / 2;
    context.beginPath();
    context.arc(centre, centre, 11.5, start, start + share - 0.12);
    context.strokeStyle = sector.color;
    context.stroke();
  });
  context.fillStyle = palette.ink;
  context.font = '600 13px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(projects.length), centre, centre + 0.5);
}
