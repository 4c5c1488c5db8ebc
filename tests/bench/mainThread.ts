import * as v from 'valibot';

/** What a trace holds of the browser's tasks, and of the marks by which its clock is found. */
export const TRACE_CATEGORIES = ['toplevel', 'blink.user_timing'];

const Event = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Microseconds. */
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number()),
  /** Processor time of the thread; left out where it is 0, or the system doesn't tell of it. */
  tdur: v.optional(v.number(), 0),
});
/** Chromium's trace, in the Trace Event Format. */
const TraceSchema = v.object({ traceEvents: v.array(Event) });

/** What a page's main thread did without a pause, milliseconds since the page's time origin. */
export interface Task {
  readonly from: number;
  readonly to: number;
  /** What the processor was at work for it, milliseconds: less than it took where it had to wait. */
  readonly work: number;
}

const TASK = 'ThreadControllerImpl::RunTask';

/**
 * The tasks of the main thread of the page that set a mark, from the trace in which it did so.
 * `time` is when it set it, milliseconds since its time origin. Throws where the trace doesn't hold it, or where the system
 * doesn't tell of processor time.
 */
export function mainThreadTasks(trace: unknown, mark: string, time: number): readonly Task[] {
  const { traceEvents } = v.parse(TraceSchema, trace);
  const set = traceEvents.find(({ name }) => name === mark);
  if (set === undefined) throw new Error(`The trace has no mark “${mark}”.`);
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === TASK && pid === set.pid && tid === set.tid)
    .flatMap(({ ts, dur, tdur }): Task | [] => {
      // Begun, and not over when the trace was.
      if (dur === undefined) return [];
      const from = time + (ts - set.ts) / 1000;
      return { from, to: from + dur / 1000, work: tdur / 1000 };
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
  if (tasks.every(({ work }) => work === 0)) throw new Error('The trace has no processor time.');
  // A task that waits for another within it: that one is counted with it.
  let end = -Infinity;
  return tasks.filter(({ to }) => {
    if (to <= end) return false;
    end = to;
    return true;
  });
}

/** From the input to the frame that shows what became of it, both by the clock of the tasks. */
export interface Step {
  /** Within the task that takes the input. */
  readonly asked: number;
  /** Within the task that makes the frame. */
  readonly shown: number;
}

export interface Work {
  /** Processor time of the main thread, milliseconds. */
  readonly work: number;
  /** From the input to the frame, waiting included, milliseconds. */
  readonly time: number;
}

/**
 * What a step took: all tasks of the main thread from the one that takes the input to the one that
 * makes the frame, each of them whole. Throws where there are none.
 *
 * Its work is processor time, and not how long the tasks were there: without a GPU a frame's task
 * stands still until the compositor has drawn the one before, for as long as all its work takes.
 */
export function workOf({ asked, shown }: Step, tasks: readonly Task[]): Work {
  const own = tasks.filter(({ from, to }) => to >= asked && from <= shown);
  if (own.length === 0) throw new RangeError('The main thread did nothing.');
  return { work: own.reduce((sum, { work }) => sum + work, 0), time: shown - asked };
}
