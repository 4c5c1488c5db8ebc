import type { ExportFormat } from './format.ts';

/** A kind of file, fetched when it is asked for. */
interface RegisteredFormat {
  readonly id: string;
  /** Whether it can hold what the article doesn't place. */
  readonly holdsUnplaced: boolean;
  /** Whether it draws where things are. */
  readonly hasGeometry: boolean;
  readonly load: () => Promise<ExportFormat>;
}

export const FORMATS = [
  {
    id: 'geojson',
    holdsUnplaced: true,
    hasGeometry: true,
    load: async () => (await import('./geojson.ts')).geojson,
  },
  {
    id: 'csv',
    holdsUnplaced: true,
    hasGeometry: false,
    load: async () => (await import('./csv.ts')).csv,
  },
  {
    id: 'kml',
    holdsUnplaced: true,
    hasGeometry: true,
    load: async () => (await import('./kml.ts')).kml,
  },
  {
    id: 'linkedPlaces',
    holdsUnplaced: false,
    hasGeometry: true,
    load: async () => (await import('./linkedPlaces.ts')).linkedPlaces,
  },
  {
    id: 'annotations',
    holdsUnplaced: true,
    hasGeometry: false,
    load: async () => (await import('./annotations.ts')).annotations,
  },
] as const satisfies readonly RegisteredFormat[];

export type Format = (typeof FORMATS)[number];
