import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sector } from '../../../src/dossier/types.ts';
import { filterProjects, rowsShown } from '../../../src/view/filter.ts';
import { DEFAULT_VIEW } from '../../../src/view/view.ts';
import { arbitraryIndex, TABLES } from '../dossier/arbitraryIndex.ts';

const SECTORS: readonly Sector[] = Array.from({ length: TABLES.sectors }, (_, number) => ({
  id: `sector-${number}`,
  name: { en: `Sector ${number}` },
  color: '#336699',
  icon: 'marker',
}));
const chosen = fc.subarray(SECTORS.map(({ id }) => id));
const filters = (sector: readonly string[]) => ({ ...DEFAULT_VIEW.filters, sector });

describe('filtering', () => {
  test('lets through just the sectors chosen, or all where none is', () => {
    fc.assert(
      fc.property(arbitraryIndex, chosen, (index, sector) => {
        const { mask, count } = filterProjects({ index, sectors: SECTORS }, filters(sector));
        index.sector.forEach((number, row) => {
          const passes = sector.length === 0 || sector.includes(SECTORS[number]?.id ?? '');
          expect(mask[row]).toBe(passes ? 1 : 0);
        });
        expect(count).toBe(mask.filter((passes) => passes === 1).length);
      }),
    );
  });

  test('counts each sector as if it were chosen, whatever is', () => {
    fc.assert(
      fc.property(arbitraryIndex, chosen, (index, sector) => {
        const { sectorCounts } = filterProjects({ index, sectors: SECTORS }, filters(sector));
        SECTORS.forEach(({ id }, number) => {
          const alone = filterProjects({ index, sectors: SECTORS }, filters([id]));
          expect(sectorCounts[number]).toBe(alone.count);
        });
      }),
    );
  });

  test('a sector chosen that the dossier doesn’t have lets nothing through', () => {
    fc.assert(
      fc.property(arbitraryIndex, (index) => {
        expect(filterProjects({ index, sectors: SECTORS }, filters(['gone'])).count).toBe(0);
      }),
    );
  });
});

test('the rows shown are those that pass, apart by whether they are placed, in their order', () => {
  fc.assert(
    fc.property(arbitraryIndex, chosen, (index, sector) => {
      const filtered = filterProjects({ index, sectors: SECTORS }, filters(sector));
      const { placed, unplaced } = rowsShown(filtered, index);
      const isPlaced = (row: number) => index.markers.row.includes(row);
      const passing = [...filtered.mask.keys()].filter((row) => filtered.mask[row] === 1);
      expect([...placed]).toEqual(passing.filter(isPlaced));
      expect([...unplaced]).toEqual(passing.filter((row) => !isPlaced(row)));
    }),
  );
});
