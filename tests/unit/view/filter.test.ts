import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markersOf, type ProjectIndex, type Row } from '../../../src/dossier/projectIndex.ts';
import { KINDS, STATUSES, type Sector } from '../../../src/dossier/types.ts';
import { daysOf } from '../../../src/dossier/when.ts';
import { filterProjects, rowsShown, type FilterName } from '../../../src/view/filter.ts';
import { NO_FILTERS, NONE, type Filters } from '../../../src/view/view.ts';
import { arbitraryIndex, TABLES } from '../dossier/arbitraryIndex.ts';

const SECTORS: readonly Sector[] = Array.from({ length: TABLES.sectors }, (_, number) => ({
  id: `sector-${number}`,
  name: { en: `Sector ${number}` },
  color: '#336699',
  icon: 'marker',
}));
const COUNTRIES = [[], ['UZ'], ['KZ', 'UZ']];
const dossierOf = (index: ProjectIndex) => ({ index, sectors: SECTORS, countries: COUNTRIES });

const facets = fc.record({
  sector: fc.subarray(SECTORS.map(({ id }) => id)),
  kind: fc.subarray([...KINDS]),
  country: fc.subarray(['UZ', 'KZ', 'FR', NONE]),
  status: fc.subarray([...STATUSES, NONE] as const),
  when: fc.option(
    fc.record({
      span: fc.option(
        fc.constantFrom('1969', '1970', '1970-02', '1970-01-31/1970-02-01', '2030/..'),
        {
          nil: null,
        },
      ),
      undated: fc.boolean(),
    }),
    { nil: null },
  ),
  place: fc.option(fc.constantFrom('placed' as const, 'unplaced' as const), { nil: null }),
});
const filters: fc.Arbitrary<Filters> = facets
  .map((chosen) => ({ ...NO_FILTERS, ...chosen }))
  .filter(({ when }) => when === null || when.span !== null || when.undated);
const arbitraryMask = fc.uint8Array({ max: 1, minLength: 80, maxLength: 80 });

/** Row by row, as the design words it: within a facet or, across facets and. */
function passes(
  index: ProjectIndex,
  row: Row,
  { sector, kind, country, status, when, place }: Filters,
) {
  const statusOf = [NONE, ...STATUSES][index.status[row] ?? 0];
  const codes = COUNTRIES[index.countries[row] ?? 0] ?? [];
  const [from, to] = markersOf(index, row);
  const span = index.when[row] ?? 0;
  const [first = 0, last = 0] = [index.spans.first[span - 1], index.spans.last[span - 1]];
  const [begin, end] = (when?.span == null ? null : daysOf(when.span)) ?? [1, 0];
  const isOf = (chosen: readonly string[], values: readonly (string | undefined)[]) =>
    chosen.length === 0 || values.some((value) => value !== undefined && chosen.includes(value));
  return (
    isOf(sector, [SECTORS[index.sector[row] ?? 0]?.id]) &&
    isOf(kind, [KINDS[index.kind[row] ?? 0]]) &&
    isOf(country, codes.length === 0 ? [NONE] : codes) &&
    isOf(status, [statusOf]) &&
    (place === null || (place === 'placed') === from < to) &&
    (when === null || (span === 0 ? when.undated : begin <= end && first <= end && last >= begin))
  );
}

describe('filtering', () => {
  test('lets through what each facet does, any of its values, or all where none is chosen', () => {
    fc.assert(
      fc.property(arbitraryIndex, filters, (index, filters) => {
        const { mask, count } = filterProjects(dossierOf(index), filters);
        for (let row = 0; row < index.size; row++)
          expect(mask[row]).toBe(passes(index, row, filters) ? 1 : 0);
        expect(count).toBe(mask.filter((passing) => passing === 1).length);
      }),
    );
  });

  test('counts each choice as if it alone were chosen in its facet, the others as they are', () => {
    fc.assert(
      fc.property(arbitraryIndex, filters, (index, filters) => {
        const { counts } = filterProjects(dossierOf(index), filters);
        const alone = (part: Partial<Filters>) =>
          filterProjects(dossierOf(index), { ...filters, ...part }).count;
        SECTORS.forEach(({ id }, at) => expect(counts.sector[at]).toBe(alone({ sector: [id] })));
        KINDS.forEach((kind, at) => expect(counts.kind[at]).toBe(alone({ kind: [kind] })));
        ([NONE, ...STATUSES] as const).forEach((status, at) =>
          expect(counts.status[at]).toBe(alone({ status: [status] })),
        );
        for (const code of ['UZ', 'KZ', NONE])
          expect(counts.country.get(code)).toBe(alone({ country: [code] }));
        expect(counts.when[0]).toBe(alone({ when: { span: null, undated: true } }));
        expect([...counts.place]).toEqual([
          alone({ place: 'unplaced' }),
          alone({ place: 'placed' }),
        ]);
      }),
    );
  });

  test('tells how many there would be without each filter that is set', () => {
    fc.assert(
      fc.property(arbitraryIndex, filters, arbitraryMask, (index, filters, noise) => {
        const q = noise.subarray(0, index.size);
        const { without, count, mask } = filterProjects(dossierOf(index), filters, { q });
        mask.forEach((passing, row) => expect(passing === 1 && q[row] !== 1).toBe(false));
        const names = Object.keys(NO_FILTERS) as FilterName[];
        for (const name of names) {
          const isSet =
            name === 'q' || JSON.stringify(filters[name]) !== JSON.stringify(NO_FILTERS[name]);
          if (!isSet) expect(without.has(name)).toBe(false);
          else {
            const loosened = { ...filters, [name]: NO_FILTERS[name] };
            const judged = name === 'q' ? {} : { q };
            expect(without.get(name)).toBe(
              filterProjects(dossierOf(index), loosened, judged).count,
            );
            expect(without.get(name)).toBeGreaterThanOrEqual(count);
          }
        }
      }),
    );
  });

  test('a sector chosen that the dossier doesn’t have lets nothing through', () => {
    fc.assert(
      fc.property(arbitraryIndex, (index) => {
        const gone = { ...NO_FILTERS, sector: ['gone'] };
        expect(filterProjects(dossierOf(index), gone).count).toBe(0);
      }),
    );
  });
});

test('the rows shown are those that pass, apart by whether they are placed, in their order', () => {
  fc.assert(
    fc.property(arbitraryIndex, filters, (index, filters) => {
      const filtered = filterProjects(dossierOf(index), filters);
      const { placed, unplaced } = rowsShown(filtered, index);
      const isPlaced = (row: number) => index.markers.row.includes(row);
      const passing = [...filtered.mask.keys()].filter((row) => filtered.mask[row] === 1);
      expect([...placed]).toEqual(passing.filter(isPlaced));
      expect([...unplaced]).toEqual(passing.filter((row) => !isPlaced(row)));
    }),
  );
});
