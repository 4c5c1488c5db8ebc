import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { layOut, TEXT_STYLES, wrapped, type Measure } from '../../../../src/share/export/plate.ts';
import { plateTextOf } from '../../../../src/share/export/plateText.ts';
import { publishedContent, type Published } from './content.ts';

let published: Published;
beforeAll(async () => {
  published = await publishedContent();
});

/** As if every letter were half as wide as it is high. */
const measure: Measure = (text, style) => (Array.from(text).length * TEXT_STYLES[style].size) / 2;
const WIDE = { width: 1020, height: 800, metersPerPixel: 3000 };

describe('a plate', () => {
  test.each([
    ['wide', WIDE],
    ['narrow', { width: 340, height: 500, metersPerPixel: 12.5 }],
    ['tilted', { width: 800, height: 600, metersPerPixel: null }],
  ])('holds all of a %s map’s parts, none above another', (_, picture) => {
    const layout = layOut(plateTextOf(published.content), picture, measure);
    const boxes = [
      layout.map,
      ...layout.marks,
      ...layout.texts.map(({ text, style, x, y }) => ({
        x,
        y,
        width: measure(text, style),
        height: TEXT_STYLES[style].line,
      })),
    ];
    for (const { x, y, width, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.width);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
    boxes.forEach((a, number) =>
      boxes.slice(number + 1).forEach((b) => {
        const isApart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(isApart, JSON.stringify([a, b])).toBe(true);
      }),
    );
    expect(layout.scale === null).toBe(picture.metersPerPixel === null);
  });

  test('says what is on it: title, sectors, scale, what is missing, credits and link', () => {
    const layout = layOut(plateTextOf(published.content), WIDE, measure);
    const said = layout.texts.map(({ text }) => text).join(' ');
    for (const words of [
      'Uzbekistan and Kazakhstan, December 2022',
      '39 projects',
      'Energy',
      'not placed by the article, and so not on the map',
      'Natural Earth',
      'GeoNames, CC BY 4.0',
      'https://atlas.example/atlas/#sector=energy&theme=dark',
    ])
      expect(said).toContain(words);
    expect(layout.scale).toMatchObject({ label: '200 km', width: 200 / 3 });
  });

  test('has in its legend only what is shown', () => {
    const { content, projects } = published;
    const energy = projects.filter(({ sector }) => sector.id === 'energy');
    const rows = Uint32Array.from(energy, ({ row }) => row);
    const [sectors, kinds] = plateTextOf({ ...content, rows }).legend;
    expect(sectors?.entries.map(({ name }) => name)).toEqual(['Energy']);
    expect(kinds?.entries).toHaveLength(new Set(energy.map(({ kind }) => kind)).size);
  });
});

describe('a text in lines', () => {
  const width = (text: string) => Array.from(text).length;

  test('loses no letter, and is no wider than it may be', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, most) => {
          const lines = wrapped(text, most, width);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  test('is broken between words, and within one that is too long', () => {
    expect(wrapped('one two three', 7, width)).toEqual(['one two', 'three']);
    expect(wrapped('see https://x.y now', 5, width)).toEqual(['see', 'https', '://x.', 'y now']);
    expect(wrapped('  ', 5, width)).toEqual([]);
  });
});
