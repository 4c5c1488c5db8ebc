import { takeAway } from '../../i18n/takeAway.ts';
import type { Look } from '../../view/look.ts';
import type { MapPicture } from '../../view/picture.ts';

/** What a plate shows beside the map. */
export interface PlateText {
  readonly title: string;
  /** What is shown of the dossier. */
  readonly subtitle: string;
  /** How much of that is in the picture; `null` where there is none. */
  readonly caption: string | null;
  readonly legend: readonly LegendGroup[];
  /** Lines of small print: what is missing, credits, the link. */
  readonly notes: readonly string[];
}

export interface LegendGroup {
  readonly title: string;
  readonly entries: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly name: string;
  /** `color` is `null` for one of no sector. */
  readonly mark: (Pick<Look, 'shape' | 'hollow'> & Colored) | 'line' | 'several';
}

interface Colored {
  readonly color: string | null;
  readonly icon: string | null;
}

/** How a text is set: weight, size and line height in pixels, and what it says of itself. */
export const TEXT_STYLES = {
  title: { weight: 600, size: 26, line: 32, family: 'serif', color: 'ink' },
  subtitle: { weight: 400, size: 14, line: 20, family: 'sans', color: 'soft' },
  heading: { weight: 600, size: 12, line: 18, family: 'sans', color: 'ink' },
  legend: { weight: 400, size: 12, line: 16, family: 'sans', color: 'ink' },
  small: { weight: 400, size: 11, line: 16, family: 'sans', color: 'soft' },
} as const;
export type TextStyle = keyof typeof TEXT_STYLES;

/** How wide a text is, pixels. */
export type Measure = (text: string, style: TextStyle) => number;

export interface TextLine {
  readonly text: string;
  readonly style: TextStyle;
  /** Its left end, and the top of its line; pixels, as all the rest. */
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlateLayout {
  readonly width: number;
  readonly height: number;
  readonly map: Box;
  readonly texts: readonly TextLine[];
  readonly marks: readonly (Box & Pick<LegendEntry, 'mark'>)[];
  /** A bar of this width; `null` where no one scale holds. */
  readonly scale: (Pick<Box, 'x' | 'y' | 'width'> & { readonly label: string }) | null;
  /** `turn` is how far it points to the right of upwards, degrees; `null` where north is up. */
  readonly north: (Box & { readonly turn: number }) | null;
}

/**
 * An arrow to the north, as SVG paths in a square of `side` units around 0/0 while north is up;
 * the letter stands in the middle of its line.
 */
export const NORTH_ARROW = {
  side: 32,
  path: 'M0-5L6 14L0 10L-6 14Z',
  letter: { y: -10, size: 11 },
};
/** Less than this can't be seen, degrees. */
const LEAST_TURN = 0.5;

/** How far the arrow to the north is turned, degrees; `null` where north is up. */
export function northOf({ bearing }: Pick<MapPicture, 'bearing'>): number | null {
  return Math.abs(bearing) < LEAST_TURN ? null : -bearing;
}

const MARGIN = 28;
const MARK = 18;
const MARK_GAP = 8;
const COLUMN = 190;
const COLUMN_GAP = 20;
const GROUP_GAP = 10;
const LONGEST_SCALE = 140;

/**
 * Lays out a plate as a newspaper does: title and subtitle above the map, below it the scale, the
 * legend in columns and the small print. As wide as the map and its margins.
 */
export function layOut(
  { title, subtitle, caption, legend, notes }: PlateText,
  picture: Pick<MapPicture, 'width' | 'height' | 'metersPerPixel' | 'bearing'>,
  measure: Measure,
): PlateLayout {
  const inner = picture.width;
  const texts: TextLine[] = [];
  const marks: (Box & Pick<LegendEntry, 'mark'>)[] = [];
  let y = MARGIN;

  /** Sets a text from `x` on, and returns the height that it takes. */
  const set = (text: string, style: TextStyle, x: number, top: number, width: number): number => {
    const lines = wrapped(text, width, (part) => measure(part, style));
    const { line } = TEXT_STYLES[style];
    lines.forEach((part, number) => texts.push({ text: part, style, x, y: top + number * line }));
    return lines.length * line;
  };

  y += set(title, 'title', MARGIN, y, inner);
  y += set(subtitle, 'subtitle', MARGIN, y + 2, inner) + 2;
  if (caption !== null) y += set(caption, 'subtitle', MARGIN, y, inner);
  y += 10;
  const map = { x: MARGIN, y, width: picture.width, height: picture.height };
  y += picture.height + 10;

  const { side } = NORTH_ARROW;
  const turn = northOf(picture);
  const north =
    turn === null ? null : { x: MARGIN + inner - side, y, width: side, height: side, turn };
  const room = north === null ? inner : inner - side - MARK_GAP;
  const bar = scaleBar(picture);
  const scale = bar && { x: MARGIN, y: y + 8, width: bar.pixels, label: bar.label };
  const left = scale === null ? 0 : scale.width + MARK_GAP;
  const words = scale?.label ?? takeAway.tilted;
  y += Math.max(side * Number(north !== null), set(words, 'small', MARGIN + left, y, room - left));
  y += 8;

  const columns = Math.max(1, Math.floor((inner + COLUMN_GAP) / (COLUMN + COLUMN_GAP)));
  const column = (inner - COLUMN_GAP * (columns - 1)) / columns;
  for (const group of legend) {
    if (group.entries.length === 0) continue;
    y += set(group.title, 'heading', MARGIN, y, inner) + 2;
    for (let from = 0; from < group.entries.length; from += columns) {
      const heights = group.entries.slice(from, from + columns).map(({ name, mark }, number) => {
        const x = MARGIN + number * (column + COLUMN_GAP);
        marks.push({ mark, x, y, width: MARK, height: MARK });
        const left = MARK + MARK_GAP;
        return set(name, 'legend', x + left, y + 1, column - left);
      });
      y += Math.max(MARK, ...heights) + 4;
    }
    y += GROUP_GAP;
  }
  for (const note of notes) y += set(note, 'small', MARGIN, y, inner);
  return {
    width: picture.width + 2 * MARGIN,
    height: Math.ceil(y + MARGIN),
    map,
    texts,
    marks,
    scale,
    north,
  };
}

/**
 * The longest bar of 1, 2 or 5 times a power of ten metres that isn't too long, in pixels of the
 * screen; `null` where no one scale holds.
 */
export function scaleBar({
  metersPerPixel,
}: Pick<MapPicture, 'metersPerPixel'>): { pixels: number; label: string } | null {
  if (metersPerPixel === null) return null;
  const longest = metersPerPixel * LONGEST_SCALE;
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = ([5, 2].find((step) => step * power <= longest) ?? 1) * power;
  return { pixels: meters / metersPerPixel, label: scaleLabel(meters) };
}

/** A text in lines no wider than `width`: broken between words, and within those that are wider. */
export function wrapped(
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = broken(word, width, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A word in pieces that are no wider than `width`, or single characters. */
function broken(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function scaleLabel(meters: number): string {
  return meters < 1000
    ? takeAway.metres({ number: meters })
    : takeAway.kilometres({ number: meters / 1000 });
}
