/** Shapes of marks, as SVG paths in a square of `GLYPH_SIZE` units: drawn alike in SVG and on a canvas. */
export const GLYPH_SIZE = 30;

export const SHAPES = {
  circle: 'M15 2a13 13 0 1 1 0 26a13 13 0 1 1 0-26z',
  square:
    'M7 3.5h16a3.5 3.5 0 0 1 3.5 3.5v16a3.5 3.5 0 0 1-3.5 3.5h-16a3.5 3.5 0 0 1-3.5-3.5v-16a3.5 3.5 0 0 1 3.5-3.5z',
  diamond:
    'M13.2 1.6a2.5 2.5 0 0 1 3.6 0l11.6 11.6a2.5 2.5 0 0 1 0 3.6l-11.6 11.6a2.5 2.5 0 0 1-3.6 0l-11.6-11.6a2.5 2.5 0 0 1 0-3.6z',
  hexagon: 'M8.6 3.2h12.8l6.4 11.8l-6.4 11.8h-12.8l-6.4-11.8z',
  pentagon: 'M15 1.8l13.2 9.9l-5 15.3h-16.4l-5-15.3z',
} as const;
export type Shape = keyof typeof SHAPES;

/** Maki icons are drawn in a square of 15 units; this brings one to the middle of a glyph. */
const ICON_UNITS = 15;
const ICON_SIZE = 14;
export const ICON_SCALE = ICON_SIZE / ICON_UNITS;
export const ICON_OFFSET = (GLYPH_SIZE - ICON_SIZE) / 2;

export const DASHES: readonly [number, number] = [3.4, 2.4];
