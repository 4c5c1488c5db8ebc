import { expect, test } from 'vitest';
import { mainThreadTasks, workOf } from '../../bench/mainThread.ts';

const PAGE = { pid: 7, tid: 1 };
const task = (ts: number, dur: number, tdur?: number, thread = PAGE) => ({
  name: 'ThreadControllerImpl::RunTask',
  ...thread,
  ts,
  dur,
  ...(tdur !== undefined && { tdur }),
});
/** The page's clock was at 500 ms as the trace's was at 9 s. */
const mark = { name: 'begun', ...PAGE, ts: 9_000_000 };
const tasksOf = (...traceEvents: object[]) =>
  mainThreadTasks({ traceEvents: [mark, ...traceEvents] }, 'begun', 500);

test('the tasks of the thread that set the mark are told by the page’s clock', () => {
  const tasks = tasksOf(
    task(9_020_000, 4000, 1000),
    task(9_001_000, 2000, 1500),
    task(9_001_000, 9000, 9000, { pid: 7, tid: 2 }),
    task(9_001_000, 9000, 9000, { pid: 8, tid: 1 }),
    { ...task(9_002_000, 500, 500), name: 'FunctionCall' },
  );
  expect(tasks).toEqual([
    { from: 501, to: 503, work: 1.5 },
    { from: 520, to: 524, work: 1 },
  ]);
});

test('a task within another is counted with it, and one that took no time is none the less there', () => {
  const tasks = tasksOf(
    task(9_001_000, 10_000, 8000),
    task(9_003_000, 2000, 2000),
    task(9_012_000, 1),
  );
  expect(tasks.map(({ work }) => work)).toEqual([8, 0]);
});

test('a task that wasn’t over yet is left out', () => {
  const endless = { ...task(9_005_000, 0, 1), dur: undefined };
  expect(tasksOf(task(9_001_000, 1000, 1000), endless)).toHaveLength(1);
});

test('without the mark, or where processor time isn’t told, there is nothing to measure', () => {
  const traceEvents = [task(9_001_000, 1000, 1000)];
  expect(() => mainThreadTasks({ traceEvents }, 'begun', 0)).toThrow('no mark “begun”');
  expect(() => tasksOf(task(9_001_000, 1000))).toThrow('no processor time');
  expect(() => mainThreadTasks({}, 'begun', 0)).toThrow();
});

test('a step’s work is that of all tasks from the input’s to the frame’s, each of them whole', () => {
  const tasks = [
    { from: 0, to: 9, work: 9 },
    { from: 10, to: 20, work: 5 },
    { from: 30, to: 31, work: 1 },
    { from: 40, to: 90, work: 7 },
    { from: 91, to: 99, work: 8 },
  ];
  expect(workOf({ asked: 12, shown: 45 }, tasks)).toEqual({ work: 13, time: 33 });
  expect(() => workOf({ asked: 100, shown: 101 }, tasks)).toThrow('did nothing');
});
