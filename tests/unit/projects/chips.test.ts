import { expect, test } from 'vitest';
import { chipsOf } from '../../../src/projects/chips.ts';
import { NO_FILTERS } from '../../../src/view/view.ts';

test.each([
  ['map', 'In the map’s frame'],
  ['link', 'In the frame of the link'],
] as const)('a frame of the %s is called so', (frameOf, label) => {
  const chips = chipsOf({ ...NO_FILTERS, frame: [60, 40, 70, 45] }, [], frameOf);
  expect(chips.map((chip) => chip.label)).toEqual([label]);
});
