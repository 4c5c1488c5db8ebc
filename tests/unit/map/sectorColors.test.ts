import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { DOSSIERS } from '../../../geodata/check.ts';
import { DossierSchema, IndexSchema } from '../../../src/dossier/schema.ts';
import { PALETTES } from '../../../src/map/palette.ts';
import { THEMES } from '../../../src/view/view.ts';

/** The least contrast of what isn't text: WCAG 2.2, 1.4.11. */
const CONTRAST = 3;
/** How far apart two sectors are at least, however they are seen; OKLab. One just notices about 0.02. */
const APART = 0.09;

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * How linear sRGB is seen: Machado, Oliveira and Fernandes, “A Physiologically-based Model for
 * Simulation of Color Vision Deficiency”, IEEE TVCG 15 (2009), severity 1.0.
 */
const VISIONS: Readonly<Record<string, Matrix>> = {
  'usual vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour such as #b45309 in linear sRGB: IEC 61966-2-1. */
function linear(color: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const [x, y, z] = matrix.map(([p, q, r]) => p * a + q * b + r * c);
  return [x ?? 0, y ?? 0, z ?? 0];
};

/** Relative luminance and contrast ratio: WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

/** From linear sRGB to OKLab: B. Ottosson, https://bottosson.github.io/posts/oklab/ */
const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** Where a colour lies in OKLab, as seen by a vision. */
function seen(color: string, vision: Matrix): Triple {
  const [red, green, blue] = times(vision, linear(color));
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const [long, medium, short] = times(TO_CONES, [within(red), within(green), within(blue)]);
  return times(TO_LAB, [Math.cbrt(long), Math.cbrt(medium), Math.cbrt(short)]);
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** The surfaces of a theme on which the page draws sectors: those of panes, cards and dialogs. */
function surfaces(theme: (typeof THEMES)[number]): readonly string[] {
  const styles = readFileSync(path.join(import.meta.dirname, '../../../src/ui/base.css'), 'utf8');
  const [, block = ''] =
    (theme === 'dark' ? /\[data-theme='dark'\] \{([^}]*)\}/ : /:root \{([^}]*)\}/).exec(styles) ??
    [];
  return ['paper', 'raised'].map((name) => {
    const [, color] = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block) ?? [];
    if (color === undefined) throw new Error(`base.css has no --${name} for ${theme}.`);
    return color;
  });
}

const read = (...file: string[]): unknown =>
  JSON.parse(readFileSync(path.join(DOSSIERS, ...file), 'utf8'));

describe.each(v.parse(IndexSchema, read('index.json')).dossiers)('the sectors of %s', (id) => {
  const { sectors } = v.parse(DossierSchema, read(id, 'dossier.json'));

  test.each(THEMES)('stand out from all that they are drawn on: %s', (theme) => {
    const { focus, paper } = PALETTES[theme];
    const weak = sectors.flatMap(({ id, color }) =>
      [focus, paper, ...surfaces(theme)]
        .map((ground) => ({ id, color, ground, contrast: contrast(color, ground) }))
        .filter(({ contrast }) => contrast < CONTRAST),
    );
    expect(weak).toEqual([]);
  });

  test.each(Object.entries(VISIONS))('are told apart by %s', (_, vision) => {
    const alike = sectors.flatMap((one, at) =>
      sectors
        .slice(at + 1)
        .map((other) => ({
          one: one.id,
          other: other.id,
          apart: distance(seen(one.color, vision), seen(other.color, vision)),
        }))
        .filter(({ apart }) => apart < APART),
    );
    expect(alike).toEqual([]);
  });
});

describe('what the colours are judged by', () => {
  it('has the contrast of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('has white at the top of OKLab, and red where its author has it', () => {
    const [usual] = Object.values(VISIONS);
    if (usual === undefined) throw new Error('There is no vision.');
    for (const [color, lab] of [
      ['#ffffff', [1, 0, 0]],
      ['#ff0000', [0.628, 0.2249, 0.1258]],
    ] as const)
      seen(color, usual).forEach((value, at) => expect(value).toBeCloseTo(lab[at] ?? 0, 3));
  });

  // Each sees greys as they are, so the rows of its matrix add up to one.
  test.each(Object.entries(VISIONS))('leaves greys as they are: %s', (_, vision) => {
    for (const value of times(vision, [1, 1, 1])) expect(value).toBeCloseTo(1, 5);
  });
});
