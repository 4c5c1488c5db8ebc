import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrCode } from '../../../src/share/qrCode.ts';
import { readQrCode } from '../../readQrCode.ts';

/** Which modules a path darkens. */
function modulesOf(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  return rows;
}

const FINDER = ['#######', '#     #', '# ### #', '# ### #', '# ### #', '#     #', '#######'];

test('has finder patterns at three corners, within a quiet zone of four modules', () => {
  const code = qrCode('https://atlas.example/#sector=energy');
  if (code === null) throw new Error('There is no code.');
  const { path, size } = code;
  const modules = modulesOf(path, size);
  const part = (x: number, y: number) =>
    FINDER.map((_, dy) =>
      (modules[y + dy] ?? [])
        .slice(x, x + 7)
        .map((isDark) => (isDark ? '#' : ' '))
        .join(''),
    );
  expect((size - 8 - 17) % 4).toBe(0);
  expect(part(4, 4)).toEqual(FINDER);
  expect(part(size - 11, 4)).toEqual(FINDER);
  expect(part(4, size - 11)).toEqual(FINDER);
  const isQuiet = (at: number) => at < 4 || at >= size - 4;
  modules.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isQuiet(x) || isQuiet(y)) expect(isDark).toBe(false);
    }),
  );
});

test('holds the text', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(words, (words) => {
      const link = `https://a.example/#q=${words.toWellFormed()}`;
      fc.pre(new TextEncoder().encode(link).length <= 50);
      const { path, size } = qrCode(link) ?? { path: '', size: 0 };
      const modules = modulesOf(path, size);
      const inside = modules.slice(4, -4).map((row) => row.slice(4, -4));
      expect(readQrCode(inside)).toBe(link);
    }),
  );
});

test('there is none of a text that is too long', () => {
  expect(qrCode('a'.repeat(858))?.size).toBe(97 + 8);
  expect(qrCode('a'.repeat(859))).toBeNull();
  expect(qrCode('a'.repeat(100_000))).toBeNull();
});
