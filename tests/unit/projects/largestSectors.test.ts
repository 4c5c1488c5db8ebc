import { expect, test } from 'vitest';
import type { Sector } from '../../../src/dossier/types.ts';
import { areAllShown, largestSectors } from '../../../src/projects/largestSectors.ts';

const sectors = (count: number): Sector[] =>
  Array.from({ length: count }, (_, number) => ({
    id: `sector-${number}`,
    name: { en: `Sector ${number}` },
    color: '#336699',
    icon: 'marker',
  }));
const dossier = (count: number, ofProjects: readonly number[]) => ({
  sectors: sectors(count),
  index: { sector: Uint16Array.from(ofProjects) },
});

test('a few sectors all stand over the map', () => {
  const few = dossier(16, [3]);
  expect(areAllShown(few.sectors)).toBe(true);
  expect(largestSectors(few).size).toBe(16);
});

test('of thousands, those with most projects do', () => {
  const ofProjects = Array.from({ length: 5000 }, (_, row) => row);
  const many = dossier(5000, [...ofProjects, 4999, 4999, 77]);
  expect(areAllShown(many.sectors)).toBe(false);
  const largest = largestSectors(many);
  expect(largest.size).toBe(12);
  expect([...largest].slice(0, 2)).toEqual([4999, 77]);
});
