import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  layOut,
  northOf,
  TEXT_STYLES,
  wrapped,
  type LegendGroup,
  type Measure,
} from '../../../../src/share/export/plate.ts';
import { plateTextOf } from '../../../../src/share/export/plateText.ts';
import { placedRows } from '../../../../src/share/export/rows.ts';
import type { Pictured } from '../../../../src/view/picture.ts';
import { NO_FILTERS } from '../../../../src/view/view.ts';
import { publishedContent, type Published } from './content.ts';

let published: Published;
beforeAll(async () => {
  published = await publishedContent();
});

/** As if every letter were half as wide as it is high. */
const measure: Measure = (text, style) => (Array.from(text).length * TEXT_STYLES[style].size) / 2;
const WIDE = { width: 1020, height: 800, metersPerPixel: 3000, bearing: 0 };

const NOTHING: Pictured = {
  rows: [],
  alone: [],
  hasAreas: false,
  hasBorders: false,
  hasSeveral: false,
};
/** As if everything placed were in a picture, with a mark of its own. */
function everything(): Pictured {
  const { rows, dossier } = published.content;
  const placed = [...placedRows(rows, dossier.index)];
  return { rows: placed, alone: placed, hasAreas: true, hasBorders: true, hasSeveral: true };
}
const rowsOf = (sector: string) =>
  published.projects.filter((project) => project.sector.id === sector).map(({ row }) => row);

describe('a plate', () => {
  test.each([
    ['wide', WIDE],
    ['narrow', { width: 340, height: 500, metersPerPixel: 12.5, bearing: 0 }],
    ['tilted', { width: 800, height: 600, metersPerPixel: null, bearing: 0 }],
    ['turned', { ...WIDE, bearing: -30 }],
    ['narrow, turned and tilted', { width: 240, height: 300, metersPerPixel: null, bearing: 90 }],
  ])('holds all of a %s map’s parts, none above another', (_, picture) => {
    const layout = layOut(plateTextOf(published.content, everything()), picture, measure);
    const boxes = [
      layout.map,
      ...(layout.north === null ? [] : [layout.north]),
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
    const isNoted = layout.texts.some(({ text }) => text.startsWith('No one scale'));
    expect(isNoted).toBe(picture.metersPerPixel === null);
    expect(layout.north?.turn ?? 0).toBe(-picture.bearing + 0);
  });

  test('says what is on it: title, sectors, scale, what is missing, credits and link', () => {
    const layout = layOut(plateTextOf(published.content, everything()), WIDE, measure);
    const said = layout.texts.map(({ text }) => text).join(' ');
    for (const words of [
      'Uzbekistan and Kazakhstan, December 2022',
      '39 projects',
      'Energy',
      '13 of 39 projects in this picture, 26 not placed by the article',
      'Natural Earth',
      'GeoNames, CC BY 4.0',
      'https://atlas.example/atlas/#sector=energy&theme=dark',
    ])
      expect(said).toContain(words);
    expect(layout.scale).toMatchObject({ label: '200 km', width: 200 / 3 });
  });

  test.each([
    [0.2, null],
    [-0.4, null],
    [30, -30],
    [-90, 90],
    [180, -180],
  ])('turned by %d° points to the north', (bearing, turn) => {
    expect(northOf({ bearing })).toBe(turn);
  });
});

describe('the words of a plate', () => {
  test('name the filters, and how much of what they show is in the picture', () => {
    const rows = Uint32Array.from([...rowsOf('energy'), ...rowsOf('automotive')]).sort();
    const content = {
      ...published.content,
      rows,
      filters: { ...NO_FILTERS, sector: ['automotive', 'energy'] },
    };
    const { subtitle, caption } = plateTextOf(content, {
      ...NOTHING,
      rows: rowsOf('automotive'),
    });
    expect(subtitle).toBe('Automotive and Energy: 5 of 39 projects');
    expect(caption).toBe(
      '1 of 5 projects in this picture, 1 elsewhere, 3 not placed by the article',
    );
    expect(plateTextOf(content, null)).toMatchObject({ subtitle, caption: null, legend: [] });
  });

  test('say so where all is in the picture', () => {
    const rows = everything().rows.slice(0, 3);
    const content = { ...published.content, rows: Uint32Array.from(rows) };
    expect(plateTextOf(content, { ...NOTHING, rows }).caption).toBe('All are in this picture');
  });

  test('explain in the legend only what is in the picture', () => {
    const { content, projects } = published;
    const row = (id: string) => projects.find((project) => project.id === id)?.row ?? -1;
    const names = (group: LegendGroup | undefined) => group?.entries.map(({ name }) => name);
    const [sectors, kinds, exactness] = plateTextOf(content, {
      ...NOTHING,
      rows: [row('samarkand-thermal-power-plant'), row('uzbekistan-culture-days-astana')],
      alone: [row('uzbekistan-culture-days-astana')],
    }).legend;
    expect(names(sectors)).toEqual(expect.arrayContaining(['Energy', 'Culture and people']));
    expect(sectors?.entries).toHaveLength(2);
    expect(names(kinds)).toEqual(['Event']);
    expect(names(exactness)).toEqual(['A town or site: the mark stands on it']);
    const nothing = plateTextOf(content, NOTHING).legend;
    expect(nothing.flatMap(({ entries }) => entries)).toEqual([]);
  });

  test.each([
    [{ hasAreas: true }, /^A region, country or water/],
    [{ hasBorders: true }, /^A border/],
    [{ hasSeveral: true }, /^A ring with a number/],
  ] as const)('explain how exact marks are: %j', (has, words) => {
    const [, , exactness] = plateTextOf(published.content, { ...NOTHING, ...has }).legend;
    expect(exactness?.entries).toHaveLength(1);
    expect(exactness?.entries[0]?.name).toMatch(words);
  });

  test('take no border’s mark for a town’s', () => {
    const { content } = published;
    const borders = content.dossier.lines.map(({ row }) => row);
    expect(borders.length).toBeGreaterThan(0);
    const [, , exactness] = plateTextOf(content, {
      ...NOTHING,
      rows: borders,
      alone: borders,
    }).legend;
    expect(exactness?.entries).toEqual([]);
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
