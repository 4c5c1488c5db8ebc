import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedCode, FRAME_LIMITS, pixels } from '../../../src/share/embedCode.ts';

/** Reads an element's attributes as HTML does where all values stand in quotation marks. */
function attributesOf(code: string): Record<string, string> {
  const [, inside] = /^<iframe ([^<>]*)><\/iframe>$/.exec(code) ?? [];
  if (inside === undefined) throw new Error(`Not one element: ${code}`);
  const written = [...inside.matchAll(/([a-z]+)="([^"]*)"(?: |$)/g)];
  if (written.map(([whole]) => whole).join('') !== inside)
    throw new Error(`Not just attributes: ${inside}`);
  return Object.fromEntries(written.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const sign = SIGNS[name];
    if (sign === undefined || !whole.endsWith(';')) throw new Error(`A bare ampersand: ${text}`);
    return sign;
  });
}

describe('the code of a frame', () => {
  test('is an element with address, title and size', () => {
    const code = embedCode('https://a.org/#sector=energy&embed', 'Title', {
      width: 600,
      height: 400,
    });
    expect(code).toBe(
      '<iframe src="https://a.org/#sector=energy&amp;embed" title="Title" width="600" height="400"' +
        ' style="border: 0; max-width: 100%" loading="lazy" allow="clipboard-write"' +
        ' sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox">' +
        '</iframe>',
    );
  });

  test('is as wide as its page where that is asked for', () => {
    const { width } = attributesOf(embedCode('https://a.org/', '', { width: null, height: 400 }));
    expect(width).toBe('100%');
  });

  test('holds any address and title unharmed, and nothing but one element', () => {
    const signs = fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', "'", ' ', '=', '&amp;', '">', '-->'),
    });
    const text = fc.oneof(signs, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, text, (address, title) => {
        const attributes = attributesOf(embedCode(address, title, { width: 320, height: 240 }));
        expect(attributes['src']).toBe(address);
        expect(attributes['title']).toBe(title);
        expect(Object.keys(attributes)).toHaveLength(8);
      }),
    );
  });
});

test('a size is kept within its limits, and what isn’t a number leaves it', () => {
  expect(pixels(Number.NaN, FRAME_LIMITS.width, 600)).toBe(600);
  expect(pixels(10, FRAME_LIMITS.width, 600)).toBe(320);
  expect(pixels(1e9, FRAME_LIMITS.height, 400)).toBe(1600);
  expect(pixels(500.4, FRAME_LIMITS.height, 400)).toBe(500);
});
