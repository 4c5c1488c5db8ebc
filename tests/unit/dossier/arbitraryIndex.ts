import fc from 'fast-check';
import type { ProjectIndex } from '../../../src/dossier/projectIndex.ts';

/** Sizes of the tables that arbitrary indexes lead into. */
export const TABLES = { sectors: 5, kinds: 5, statuses: 6, countries: 3, areas: 2 };

/** Five spans in their order: days since 1970. */
const SPANS = [
  [-400, -36],
  [0, 30],
  [0, 364],
  [31, 31],
  [19_000, 2 ** 31 - 1],
] as const;

const position = fc.nat(2 ** 32 - 1);

/** Indexes of up to 80 projects, with none to three markers each. */
export const arbitraryIndex: fc.Arbitrary<ProjectIndex> = fc
  .array(
    fc.record({
      sector: fc.nat(TABLES.sectors - 1),
      kind: fc.nat(TABLES.kinds - 1),
      status: fc.nat(TABLES.statuses),
      countries: fc.nat(TABLES.countries - 1),
      area: fc.nat(TABLES.areas),
      when: fc.nat(SPANS.length),
      markers: fc.array(fc.tuple(position, position), { maxLength: 3 }),
    }),
    { maxLength: 80 },
  )
  .map((projects) => {
    const markers = projects.flatMap(({ markers }, row) =>
      markers.map(([x, y]) => ({ row, x, y })),
    );
    return {
      size: projects.length,
      sector: Uint16Array.from(projects, ({ sector }) => sector),
      kind: Uint8Array.from(projects, ({ kind }) => kind),
      status: Uint8Array.from(projects, ({ status }) => status),
      countries: Uint16Array.from(projects, ({ countries }) => countries),
      area: Uint16Array.from(projects, ({ area }) => area),
      when: Uint32Array.from(projects, ({ when }) => when),
      spans: {
        first: Int32Array.from(SPANS, ([first]) => first),
        last: Int32Array.from(SPANS, ([, last]) => last),
      },
      markers: {
        row: Uint32Array.from(markers, ({ row }) => row),
        x: Uint32Array.from(markers, ({ x }) => x),
        y: Uint32Array.from(markers, ({ y }) => y),
      },
    };
  });
