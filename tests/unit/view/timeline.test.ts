import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Spans } from '../../../src/dossier/projectIndex.ts';
import { daysOf } from '../../../src/dossier/when.ts';
import { barsWithin, spanBetween, spanOf, timelineOf } from '../../../src/view/timeline.ts';

function spansOf(dates: readonly string[]): Spans {
  const days = dates.map((date) => daysOf(date) ?? [0, 0]);
  return {
    first: Int32Array.from(days, ([first]) => first),
    last: Int32Array.from(days, ([, last]) => last),
  };
}
const counts = (...numbers: number[]) => Uint32Array.from(numbers);
const shown = (dates: readonly string[], ...numbers: number[]) =>
  timelineOf(spansOf(dates), counts(0, ...numbers));

describe('a timeline', () => {
  test('has a bar for each month from the first to the last', () => {
    expect(shown(['2022-10', '2022-12-21', '2023-01'], 2, 1, 3)).toEqual({
      unit: 'month',
      bars: [
        { when: '2022-10', count: 2 },
        { when: '2022-11', count: 0 },
        { when: '2022-12', count: 1 },
        { when: '2023-01', count: 3 },
      ],
    });
  });

  test('counts what lasts in each month in which it lies', () => {
    const bars = shown(['2022-11/2023-02'], 5)?.bars;
    expect(bars?.map(({ count }) => count)).toEqual([5, 5, 5, 5]);
  });

  test('takes years, then decades, where months would be too many', () => {
    expect(shown(['2000', '2022'], 1, 1)).toMatchObject({ unit: 'year' });
    expect(shown(['1801', '2022'], 1, 1)?.bars[0]).toEqual({ when: '1800/1809', count: 1 });
  });

  test('lets what has an open end go on to the last date there is', () => {
    expect(shown(['2022-11/..', '2023-01'], 1, 1)?.bars.map(({ count }) => count)).toEqual([
      1, 1, 2,
    ]);
  });

  test('is none without dates', () => {
    expect(timelineOf(spansOf([]), counts(7))).toBeNull();
  });

  test('counts each project at least once, whatever the dates', () => {
    const date = fc
      .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 20 }), (dates) => {
        const timeline = timelineOf(spansOf(dates), counts(0, ...dates.map(() => 1)));
        const total = timeline?.bars.reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(dates.length);
        for (const { when } of timeline?.bars ?? []) expect(daysOf(when)).not.toBeNull();
      }),
    );
  });
});

test('the span between two bars is from the earlier one’s beginning to the later one’s end', () => {
  const bar = (when: string) => ({ when, count: 0 });
  expect(spanBetween(bar('2022-12'), bar('2022-10'))).toBe('2022-10/2022-12');
  expect(spanBetween(bar('2022'), bar('2022'))).toBe('2022');
  expect(spanBetween(bar('1990/1999'), bar('2010/2019'))).toBe('1990/2019');
  expect(spanBetween(bar('1990/1999'), bar('1990/1999'))).toBe('1990/1999');
});

describe('a span as it is typed', () => {
  test.each([
    ['2022-10', '2022-12', '2022-10/2022-12'],
    [' 2022 ', '2022', '2022'],
    ['2022-10-05', '', '2022-10-05/..'],
    ['', '2022', '../2022'],
  ])('from “%s” to “%s” is %s', (from, to, span) => {
    expect(spanOf(from, to)).toBe(span);
    expect(daysOf(span)).not.toBeNull();
  });

  test.each([
    ['2022-12', '2022-10', 'reversed'],
    ['2023', '2022-12-31', 'reversed'],
    ['', '', 'unreadable'],
    ['October', '2022', 'unreadable'],
    ['2022-13', '', 'unreadable'],
    ['2022/2023', '', 'unreadable'],
  ])('from “%s” to “%s” is %s', (from, to, fault) => {
    expect(spanOf(from, to)).toEqual({ fault });
  });

  test('is a span that links can hold, or a fault, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, to) => {
        const span = spanOf(from, to);
        if (typeof span === 'string') expect(daysOf(span)).not.toBeNull();
      }),
    );
  });
});

test('the bars within a span are those that it touches', () => {
  const bars = ['2022-10', '2022-11', '2022-12'].map((when) => ({ when, count: 1 }));
  expect(barsWithin(bars, '2022-11-15/2022-12')).toEqual({ from: 1, to: 2 });
  expect(barsWithin(bars, '../2022-10')).toEqual({ from: 0, to: 0 });
  expect(barsWithin(bars, '2021')).toBeNull();
});
