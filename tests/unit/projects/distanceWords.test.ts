import { expect, test } from 'vitest';
import { distanceWords } from '../../../src/projects/distanceWords.ts';
import type { Level, Location } from '../../../src/dossier/types.ts';
import type { Near } from '../../../src/view/near.ts';

function placed(level: Level): { location: Location } {
  return {
    location: {
      place: { level, countries: [], name: { en: 'A place' } },
      geometry: { type: 'Point', coordinates: [0, 0] },
    },
  };
}

test.each<[Near['kind'], number, Level, Level, string]>([
  ['exact', 0, 'site', 'settlement', 'at the same place'],
  ['exact', 300, 'site', 'settlement', 'less than 1 km'],
  ['exact', 12_345, 'site', 'settlement', '12 km'],
  ['exact', 1_234_567, 'site', 'site', '1,230 km'],
  ['at-least', 40_900, 'settlement', 'region', 'at least 40 km'],
  ['at-least', 40_900, 'border', 'site', 'at least 40 km'],
  ['at-least', 40_900, 'region', 'water', 'at least 40 km apart'],
  ['at-least', 400, 'region', 'site', 'next to it, less than 1 km'],
  ['at-least', 0, 'region', 'country', 'touching or overlapping'],
  ['within', 0, 'region', 'site', 'within the region'],
  ['within', 0, 'region', 'region', 'within the region'],
  ['within', 0, 'country', 'region', 'within the country'],
  ['within', 0, 'site', 'water', 'somewhere in the water around it'],
  ['within', 0, 'region', 'country', 'somewhere in the country around it'],
])('%s %i m from a %s to a %s is “%s”', (kind, metres, from, to, words) => {
  expect(distanceWords({ row: 0, kind, metres }, placed(from), placed(to))).toBe(words);
});
