import { expect, test } from 'vitest';
import { ATLAS } from '../../bench/contestants.ts';
import { judgeLarge, type Row } from '../../bench/goals.ts';
import type { MeasuredNarrowing } from '../../bench/narrowingFigures.ts';
import { narrowingFigures } from '../../bench/narrowingFigures.ts';
import { report } from '../../bench/report.ts';

const works = (...all: number[]) => all.map((work) => ({ work, time: 2 * work }));

test('figures are medians of all steps of all rounds, and the worst of them', () => {
  const figures = narrowingFigures([
    {
      first: { work: 40, time: 200 },
      fetched: 3e6,
      keystrokes: works(10, 20),
      choices: works(5),
    },
    {
      first: { work: 90, time: 400 },
      fetched: 1e6,
      keystrokes: works(30, 40, 90),
      choices: works(7),
    },
  ]);
  expect(figures).toEqual({
    keystroke: { median: 30, worst: 90 },
    choice: { median: 6, worst: 7 },
    first: 300,
    fetched: 2e6,
  });
  expect(() => narrowingFigures([])).toThrow('Nothing was measured.');
});

const rowOf = (projects: number, narrowing: MeasuredNarrowing): Row => ({
  projects,
  measured: [{ name: ATLAS, figures: null, failure: null }],
  narrowing,
});
const measured = (work: number, first: number, fetched: number): MeasuredNarrowing => ({
  figures: {
    keystroke: { median: work, worst: 9 * work },
    choice: { median: work - 1, worst: 9 * work },
    first,
    fetched,
  },
  failure: null,
});
const judged = (row: Row) =>
  judgeLarge([row])
    .filter(({ goal }) => /work|answer|for it/.test(goal))
    .map(({ goal, measured, isMet }) => [goal, measured, isMet]);

test('work is judged at a hundred thousand, and the first answer at a million', () => {
  expect(judged(rowOf(1000, measured(99, 999, 9e6)))).toEqual([]);
  expect(judged(rowOf(100_000, measured(51, 999, 9e6)))).toEqual([
    ['work of a keystroke: at most 50 ms', '51 ms', false],
    ['work of a choice: at most 50 ms', '50 ms', true],
  ]);
  expect(judged(rowOf(1_000_000, measured(99, 300, 5.1e6)))).toEqual([
    ['first answer of search: at most 300 ms', '300 ms', true],
    ['fetched for it: at most 5.00 MB', '5.10 MB', false],
  ]);
});

test('what failed isn’t judged, and the report tells why', () => {
  const row = rowOf(100_000, { figures: null, failure: 'not searched in 120 s' });
  expect(judged(row).map(([, measured, isMet]) => [measured, isMet])).toEqual([
    ['not measured', null],
    ['not measured', null],
  ]);
  const results = report({
    rows: [row, rowOf(1_000_000, measured(20, 250, 4e6))],
    verdicts: judgeLarge([row]),
    publications: [],
    browser: 'Chromium',
    rounds: 5,
  });
  expect(results).toContain('| 100,000 | not searched in 120 s |');
  expect(results).toContain('| 1,000,000 | 20 ms | 180 ms | 19 ms | 180 ms | 250 ms | 4.00 MB |');
  expect(results).toContain(
    '| 100,000 | work of a keystroke: at most 50 ms | not measured | not judged |',
  );
});
