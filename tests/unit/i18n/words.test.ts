import { describe, expect, it } from 'vitest';
import { joined, quoted, roundNumber } from '../../../src/i18n/words.ts';

describe('words', () => {
  it.each([
    [999, '999'],
    [9999, '9,999'],
    [12_345, '12.3K'],
    [999_949, '999.9K'],
    [999_950, '1M'],
    [1_200_000, '1.2M'],
  ])('of %d for little room are “%s”', (number, words) => {
    expect(roundNumber(number)).toBe(words);
  });

  it('in quotation marks keep apart from marks of their own', () => {
    expect(quoted('a')).toBe('“a”');
    expect(quoted('“a” b')).toBe('“\u2009“a” b”');
    expect(quoted('a “b”')).toBe('“a “b”\u2009”');
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b, and c'],
  ])('%j are listed as “%s”', (parts, words) => {
    expect(joined(parts, 'and')).toBe(words);
    expect(joined(parts, 'or')).toBe(words.replace('and', 'or'));
  });
});
