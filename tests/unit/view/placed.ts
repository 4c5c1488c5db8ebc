import type { Feature, Polygon, Position } from 'geojson';
import type { Outline, OutlineProperties } from '../../../src/dossier/outlines.ts';
import { mercatorX, mercatorY, type ProjectIndex } from '../../../src/dossier/projectIndex.ts';
import type { BorderLine, Level, Place } from '../../../src/dossier/types.ts';

/** Small dossiers of which only places matter. */

/** Where a project is: the positions of its markers, and the number of its area from 1; 0: none. */
export interface Placing {
  readonly at: readonly Position[];
  readonly area?: number;
}

/** An index of projects that are placed so, and alike in all else. */
export function indexOf(placings: readonly Placing[]): ProjectIndex {
  const size = placings.length;
  const markers = placings.flatMap(({ at }, row) =>
    at.map(([lng = 0, lat = 0]) => ({ row, x: mercatorX(lng), y: mercatorY(lat) })),
  );
  return {
    size,
    sector: new Uint16Array(size),
    kind: new Uint8Array(size),
    status: new Uint8Array(size),
    countries: new Uint16Array(size),
    area: Uint16Array.from(placings, ({ area = 0 }) => area),
    when: new Uint32Array(size),
    spans: { first: new Int32Array(), last: new Int32Array() },
    markers: {
      row: Uint32Array.from(markers, ({ row }) => row),
      x: Uint32Array.from(markers, ({ x }) => x),
      y: Uint32Array.from(markers, ({ y }) => y),
    },
  };
}

/** 1 for each row. */
export function everyRow({ size }: ProjectIndex): Uint8Array {
  return new Uint8Array(size).fill(1);
}

export function areaPlace(level: Level, id: string, countries: readonly string[] = []): Place {
  return { id, level, countries, name: { en: id } };
}

/** An outline with just these corners, degrees. */
export function outlineOf(
  id: string,
  ring: readonly Position[],
  properties: Partial<OutlineProperties> = {},
): Outline {
  const geometry: Polygon = {
    type: 'Polygon',
    coordinates: [[...ring, ...ring.slice(0, 1)]],
  };
  return {
    type: 'Feature',
    id,
    geometry,
    properties: { name: null, country: null, label: null, rank: 1, ...properties },
  };
}

export function box(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

export function borderLine(row: number, coordinates: Position[]): BorderLine {
  return { row, geometry: { type: 'LineString', coordinates } };
}

export function polygonFeature(ring: readonly Position[]): Feature<Polygon> {
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
    properties: {},
  };
}
