import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../src/share/paced.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what comes alone is done at once', () => {
  const soon = paced();
  const done: string[] = [];
  soon(() => done.push('first'));
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['first']);
  vi.advanceTimersByTime(1000);
  soon(() => done.push('second'));
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['first', 'second']);
});

test('a story that asks for a view in every frame gets fewer than a hundred in ten seconds, and the last', () => {
  const soon = paced();
  const done: number[] = [];
  for (let frame = 0; frame < 300; frame++) {
    soon(() => done.push(frame));
    vi.advanceTimersByTime(33);
  }
  vi.advanceTimersByTime(1000);
  expect(done.length).toBeGreaterThan(10);
  expect(done.length).toBeLessThan(100);
  expect(done.at(-1)).toBe(299);
});
