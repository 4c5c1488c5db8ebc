import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, timeSpan } from '../../../src/dossier/when.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const endOf = (text: string) => Date.parse(`${text}T23:59:59.999Z`);

/** EDTF and what nearly is. */
const dates = fc
  .array(fc.constantFrom('2022', '-', '10', '31', '/', '..', 'X', '~', '?', '[', ']', '02-29', 'Y'))
  .map((parts) => parts.join(''));
const anyWhen = fc.oneof(dates, fc.string({ unit: 'binary' }));

describe('the time an EDTF expression covers', () => {
  it.each([
    ['2022-12-24', '2022-12-24', '2022-12-24'],
    ['2022-10', '2022-10-01', '2022-10-31'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022-10/2022-12', '2022-10-01', '2022-12-31'],
    ['2022-12-24/2023', '2022-12-24', '2023-12-31'],
    ['2022~', '2022-01-01', '2022-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['1969', '1969-01-01', '1969-12-31'],
  ])('of %s is from %s to the end of %s', (when, first, last) => {
    expect(timeSpan(when)).toEqual({ start: day(first), end: endOf(last) });
  });

  it.each([
    ['2022/..', day('2022-01-01'), Infinity],
    ['2022/', day('2022-01-01'), Infinity],
    ['../2022', -Infinity, endOf('2022-12-31')],
    ['/2022', -Infinity, endOf('2022-12-31')],
  ])('of the open interval %s has an end without limit', (when, start, end) => {
    expect(timeSpan(when)).toEqual({ start, end });
  });

  it.each([
    '',
    ' ',
    'next year',
    '24 December 2022',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2022-02-29',
    '1900-02-29',
    '2022-10-32',
    ' 2022',
    '2022-12/2022-10',
    '..',
    '/',
    'Y-17E7',
  ])('is unknown for “%s”', (when) => {
    expect(timeSpan(when)).toBeNull();
  });

  it('is in order or unknown for any text, and never throws', () => {
    fc.assert(
      fc.property(anyWhen, (when) => {
        const span = timeSpan(when);
        expect(span === null || span.start <= span.end).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(['2022-12-24', '2024-02-29', '0001-01-01'].map(isDay)).toEqual([true, true, true]);
    expect(
      ['2022-12', '2022-02-29', '2022-04-31', '2022-1-1', '', '2022-12-24/..'].map(isDay),
    ).toEqual([false, false, false, false, false, false]);
  });
});
