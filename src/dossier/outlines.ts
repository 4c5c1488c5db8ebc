import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
  Topology,
} from 'topojson-specification';
import * as v from 'valibot';
import type { LocalizedText } from './localized.ts';
import { Latitude, LocalizedTextSchema, Longitude } from './schema.ts';
import type { Place } from './types.ts';

/** What the basemap says of a country, region or water. */
export interface OutlineProperties {
  readonly name: LocalizedText | null;
  /** ISO 3166-1 alpha-2: a country's own, a region's country's. */
  readonly country: string | null;
  /** Where its name is best written: degrees. */
  readonly label: readonly [number, number] | null;
  /** 1 is the most prominent. */
  readonly rank: number;
}

export type Outline = Feature<Polygon | MultiPolygon, OutlineProperties>;

/** The shapes that places stand for. They live once, in the basemap. */
export interface Outlines {
  /** Regions by ISO 3166-2 code; countries and waters by Wikidata id. */
  readonly byId: ReadonlyMap<string, Outline>;
  /** Countries by ISO 3166-1 alpha-2 code. */
  readonly countries: ReadonlyMap<string, Outline>;
  /** The countries whose regions there are. */
  readonly divided: ReadonlySet<string>;
}

export const NO_OUTLINES: Outlines = {
  byId: new Map(),
  countries: new Map(),
  divided: new Set(),
};

const PropertiesSchema = v.pipe(
  v.object({
    name: v.nullish(LocalizedTextSchema, null),
    iso: v.nullish(v.string(), null),
    country: v.nullish(v.string(), null),
    label: v.nullish(v.tuple([Longitude, Latitude]), null),
    rank: v.nullish(v.number(), 9),
  }),
  v.transform(({ name, iso, country, label, rank }): OutlineProperties => ({
    name,
    country: iso ?? country,
    label,
    rank,
  })),
);

export type BasemapTopology = Topology<Record<string, GeometryCollection>>;

/** A topology out of its file's text. Throws where that isn't TopoJSON. */
export function parseTopology(content: string): BasemapTopology {
  const json: unknown = JSON.parse(content);
  if (isTopology(json)) return json;
  throw new TypeError('expected a TopoJSON topology');
}

function isTopology(json: unknown): json is BasemapTopology {
  return typeof json === 'object' && json !== null && 'type' in json && json.type === 'Topology';
}

/**
 * The features of one object of a TopoJSON topology, with what the atlas needs of their
 * properties. Throws a `ValiError` where these have another shape, an `Error` where the topology
 * has no such object.
 */
export function decodeOutlines(topology: BasemapTopology, object: string): Outline[] {
  return collectionOf(topology, object).geometries.flatMap((part): Outline[] => {
    if (part.type !== 'Polygon' && part.type !== 'MultiPolygon') return [];
    let geometry: Polygon | MultiPolygon | null = null;
    const outline: Outline = {
      type: 'Feature',
      // Of most of the world's outlines nobody asks more than their names.
      get geometry() {
        return (geometry ??= unwrapped(geometryOf(topology, part)));
      },
      properties: v.parse(PropertiesSchema, part.properties),
    };
    if (part.id !== undefined) outline.id = part.id;
    return [outline];
  });
}

function geometryOf(topology: BasemapTopology, part: TopoPolygon | TopoMultiPolygon) {
  return part.type === 'Polygon'
    ? feature(topology, part).geometry
    : feature(topology, part).geometry;
}

/**
 * The outlines of one object of a TopoJSON topology merged into one, without what divides them.
 * Throws an `Error` where the topology has no such object.
 */
export function decodeMerged(topology: BasemapTopology, object: string): MultiPolygon {
  const areas = collectionOf(topology, object).geometries.filter(
    (geometry) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
  return unwrapped(merge(topology, areas));
}

function collectionOf(topology: BasemapTopology, object: string): GeometryCollection {
  const collection = topology.objects[object];
  if (collection === undefined) throw new Error(`The topology has no object “${object}”.`);
  return collection;
}

/**
 * Rings that cross or touch the antimeridian go on beyond ±180° instead of leaping across the
 * world, as drawing and computing in the plane need it.
 */
function unwrapped<Area extends Polygon | MultiPolygon>(geometry: Area): Area;
function unwrapped(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map(unwrappedRing) }
    : {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map(unwrappedRing)),
      };
}

function unwrappedRing(ring: Position[]): Position[] {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  const lngs = ring.map(([lng = 0]) => {
    turns -= Math.round((lng - before) / 360);
    before = lng;
    return lng + 360 * turns;
  });
  const middle = (Math.min(...lngs) + Math.max(...lngs)) / 2;
  const home = 360 * Math.round(middle / 360);
  return ring.map(([, lat = 0], index) => [(lngs[index] ?? 0) - home, lat]);
}

/** Looks outlines up by the ids that places have. */
export function outlinesOf(
  countries: readonly Outline[],
  regions: readonly Outline[],
  waters: readonly Outline[],
): Outlines {
  const byId = new Map<string, Outline>();
  for (const outline of [...waters, ...regions, ...countries])
    if (outline.id !== undefined) byId.set(String(outline.id), outline);
  const byCountry = new Map<string, Outline>();
  for (const outline of countries)
    if (outline.properties.country !== null) byCountry.set(outline.properties.country, outline);
  const divided = new Set(regions.flatMap(({ properties }) => properties.country ?? []));
  return { byId, countries: byCountry, divided };
}

/**
 * The areas that a place stands for: one, or each of several countries; none for a site, a
 * settlement or a border, and none where the basemap doesn't have it.
 */
export function areasOf(place: Place, outlines: Outlines): Outline[] {
  if (place.level === 'site' || place.level === 'settlement' || place.level === 'border') return [];
  if (place.id !== undefined) {
    const outline = outlines.byId.get(place.id);
    return outline === undefined ? [] : [outline];
  }
  return place.level === 'country' ? countriesOf(place, outlines) : [];
}

/** The outlines of the countries in which a place is. */
export function countriesOf(place: Place, outlines: Outlines): Outline[] {
  return place.countries.flatMap((code) => outlines.countries.get(code) ?? []);
}
