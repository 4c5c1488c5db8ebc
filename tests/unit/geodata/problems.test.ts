import { expect, it } from 'vitest';
import { Problems } from '../../../geodata/problems.ts';

it('a million problems are counted, and the first of them kept', () => {
  const problems = new Problems(2);
  for (let line = 1; line <= 1_000_000; line++)
    problems.add({ file: 'a', line, found: 'x', expected: 'y' });
  expect(problems.count).toBe(1_000_000);
  expect(problems.describe()).toEqual([
    'a:1: found x; expected y',
    'a:2: found x; expected y',
    'and 999,998 more',
  ]);
  expect(new Problems(2).describe()).toEqual([]);
});
