import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import * as v from 'valibot';
import type { LocalizedText } from '../dossier/localized.ts';
import {
  decodeMerged,
  decodeOutlines,
  outlinesOf,
  parseTopology,
  type BasemapTopology,
  type Outline,
  type Outlines,
} from '../dossier/outlines.ts';
import type { ReadBytes } from '../dossier/piece.ts';
import { LocalizedTextSchema } from '../dossier/schema.ts';

/** A settlement with a name on the map. */
export interface Town {
  readonly name: LocalizedText;
  readonly position: readonly [number, number];
  readonly isCapital: boolean;
  /** 1 is named from the smallest scales on, 5 only at large ones. */
  readonly rank: number;
}

/** The quiet ground that projects are drawn on; parts that didn't arrive are empty. */
export interface Basemap {
  readonly countries: readonly Outline[];
  /** All countries as one: coasts without borders, a quarter of the points to draw. */
  readonly land: MultiPolygon;
  readonly lakes: readonly Outline[];
  readonly rivers: FeatureCollection;
  readonly towns: readonly Town[];
  /** Lines between two countries, and between two regions: no coasts. */
  readonly countryBorders: MultiLineString;
  readonly regionBorders: MultiLineString;
  readonly outlines: Outlines;
  /** Files that didn't arrive or couldn't be read, with the reason. */
  readonly missing: readonly MissingFile[];
}

export interface MissingFile {
  readonly file: string;
  readonly reason: string;
}

const TownsSchema = v.object({
  features: v.array(
    v.pipe(
      v.object({
        geometry: v.object({ coordinates: v.tuple([v.number(), v.number()]) }),
        properties: v.object({
          name: LocalizedTextSchema,
          capital: v.optional(v.boolean(), false),
          rank: v.number(),
        }),
      }),
      v.transform(({ geometry, properties }): Town => ({
        name: properties.name,
        position: geometry.coordinates,
        isCapital: properties.capital,
        rank: properties.rank,
      })),
    ),
  ),
});

const NO_LAND: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };
const NO_LINES: MultiLineString = { type: 'MultiLineString', coordinates: [] };
const NO_FEATURES: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Reads the basemap. It never rejects: a part that can't be had is empty, and named. */
export async function loadBasemap(read: ReadBytes): Promise<Basemap> {
  const missing: MissingFile[] = [];

  async function part<T>(file: string, decode: (content: string) => T, otherwise: T): Promise<T> {
    try {
      return decode(new TextDecoder().decode(await read(`basemap/${file}`)));
    } catch (error) {
      missing.push({ file, reason: error instanceof Error ? error.message : String(error) });
      return otherwise;
    }
  }

  const [countries, regions, water, towns] = await Promise.all([
    part(
      'countries.topo.json',
      (content) => {
        const topology = parseTopology(content);
        return {
          ...divided(topology, 'countries'),
          land: decodeMerged(topology, 'countries'),
        };
      },
      { outlines: [], borders: NO_LINES, land: NO_LAND },
    ),
    part('regions.topo.json', (content) => divided(parseTopology(content), 'regions'), {
      outlines: [],
      borders: NO_LINES,
    }),
    part('water.topo.json', waters, { lakes: [], rivers: NO_FEATURES }),
    part('towns.geojson', (content) => v.parse(TownsSchema, JSON.parse(content)).features, []),
  ]);

  return {
    countries: countries.outlines,
    land: countries.land,
    countryBorders: countries.borders,
    regionBorders: regions.borders,
    lakes: water.lakes,
    rivers: water.rivers,
    towns,
    outlines: outlinesOf(countries.outlines, regions.outlines, water.lakes),
    missing,
  };
}

function divided(topology: BasemapTopology, object: string) {
  const outlines = decodeOutlines(topology, object);
  const borders = mesh(topology, topology.objects[object], (a, b) => a !== b);
  return { outlines, borders };
}

function waters(content: string) {
  const topology = parseTopology(content);
  const { rivers } = topology.objects;
  return {
    lakes: decodeOutlines(topology, 'lakes'),
    rivers: rivers === undefined ? NO_FEATURES : feature(topology, rivers),
  };
}
