import { describe, expect, it } from 'vitest';
import {
  areasOf,
  countriesOf,
  decodeMerged,
  decodeOutlines,
  outlinesOf,
  type BasemapTopology,
} from '../../../src/dossier/outlines.ts';
import { localized } from '../../../src/dossier/localized.ts';
import type { Place } from '../../../src/dossier/types.ts';
import { outline, OUTLINES } from './fixture.ts';

function topology(properties: object): BasemapTopology {
  return {
    type: 'Topology',
    arcs: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [
        [-179, 0],
        [179, 0],
        [170, 1],
        [-179, 0],
      ],
    ],
    objects: {
      things: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', id: 'Q1', arcs: [[0]], properties },
          { type: 'MultiPolygon', arcs: [[[1]]], properties: { country: 'UZ', rank: 2 } },
          { type: 'LineString', id: 'Q3', arcs: [0], properties: {} },
        ],
      },
    },
  };
}

const place = (part: Partial<Place> & Pick<Place, 'level'>): Place => ({
  name: { en: 'A place' },
  countries: [],
  ...part,
});
const idsOf = (part: Parameters<typeof place>[0]) =>
  areasOf(place(part), OUTLINES).map(({ id }) => id);

describe('outlines', () => {
  it('are decoded from TopoJSON with what the atlas needs of their properties', () => {
    const properties = { name: { en: 'One' }, iso: 'AA', label: [0.5, 0.5], rank: 1, other: true };
    const [first, second, ...others] = decodeOutlines(topology(properties), 'things');
    expect(first).toEqual({
      type: 'Feature',
      id: 'Q1',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      properties: { name: { en: 'One' }, country: 'AA', label: [0.5, 0.5], rank: 1 },
    });
    expect(second).not.toHaveProperty('id');
    expect(second).toMatchObject({
      geometry: { type: 'MultiPolygon' },
      properties: { name: null, country: 'UZ', label: null, rank: 2 },
    });
    expect(others).toEqual([]);
  });

  it('go on beyond the antimeridian instead of leaping across the world', () => {
    const [, second] = decodeOutlines(topology({}), 'things');
    expect(second?.geometry.coordinates.flat(2)).toEqual([
      [181, 0],
      [179, 0],
      [170, 1],
      [181, 0],
    ]);
  });

  it('are merged into one, without the line that divides them', () => {
    const neighbours: BasemapTopology = {
      type: 'Topology',
      arcs: [
        [
          [0, 0],
          [0, 2],
        ],
        [
          [0, 2],
          [-1, 1],
          [0, 0],
        ],
        [
          [0, 2],
          [1, 1],
          [0, 0],
        ],
      ],
      objects: {
        countries: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[0, 1]] },
            { type: 'Polygon', arcs: [[~0, ~2]] },
          ],
        },
      },
    };
    const { type, coordinates } = decodeMerged(neighbours, 'countries');
    expect(type).toBe('MultiPolygon');
    expect(coordinates).toHaveLength(1);
    expect(coordinates[0]).toHaveLength(1);
    const corners = new Set(coordinates.flat(2).map(String));
    expect(corners).toEqual(new Set(['0,0', '-1,1', '0,2', '1,1']));
    expect(coordinates[0]?.[0]).toHaveLength(5);
    expect(decodeMerged(topology({}), 'things').coordinates.flat()).toContainEqual([
      [181, 0],
      [179, 0],
      [170, 1],
      [181, 0],
    ]);
    expect(() => decodeMerged(neighbours, 'lakes')).toThrow('no object “lakes”');
  });

  it('are refused where the topology has no such object, or properties of another shape', () => {
    expect(() => decodeOutlines(topology({}), 'lakes')).toThrow('no object “lakes”');
    expect(() => decodeOutlines(topology({ name: 'One' }), 'things')).toThrow();
    expect(() => decodeOutlines(topology({ label: [200, 0] }), 'things')).toThrow(
      'a longitude of at most 180',
    );
  });

  it('are looked up by id, and countries by their code too', () => {
    const outlines = outlinesOf(
      [outline('Q265', [0, 0, 1, 1], { country: 'UZ' }), outline('Q9', [1, 1, 2, 2])],
      [outline('UZ-SA', [0, 0, 1, 1], { country: 'UZ' })],
      [outline('Q5', [0, 0, 1, 1])],
    );
    expect([...outlines.byId.keys()].sort()).toEqual(['Q265', 'Q5', 'Q9', 'UZ-SA']);
    expect([...outlines.countries].map(([code, { id }]) => [code, id])).toEqual([['UZ', 'Q265']]);
  });
});

describe('the areas that a place stands for', () => {
  it('are one region, water or country', () => {
    expect(idsOf({ level: 'region', id: 'UZ-SA', countries: ['UZ'] })).toEqual(['UZ-SA']);
    expect(idsOf({ level: 'water', id: 'Q35883' })).toEqual(['Q35883']);
    expect(idsOf({ level: 'country', id: 'Q265', countries: ['UZ'] })).toEqual(['Q265']);
  });

  it('are each of several countries', () => {
    expect(idsOf({ level: 'country', countries: ['UZ', 'KZ'] })).toEqual(['Q265', 'Q232']);
  });

  it('are none for a site, a settlement or a border', () => {
    expect(idsOf({ level: 'site', id: 'Q265', countries: ['UZ'] })).toEqual([]);
    expect(idsOf({ level: 'settlement', id: 'Q269', countries: ['UZ'] })).toEqual([]);
    expect(idsOf({ level: 'border', countries: ['UZ', 'KZ'] })).toEqual([]);
  });

  it('are none that the basemap doesn’t have', () => {
    expect(idsOf({ level: 'region', id: 'UZ-XX', countries: ['UZ'] })).toEqual([]);
    expect(idsOf({ level: 'region', countries: ['UZ'] })).toEqual([]);
    expect(countriesOf(place({ level: 'site', countries: ['UZ', 'FR'] }), OUTLINES)).toHaveLength(
      1,
    );
  });
});

describe('a text for readers', () => {
  it('is in the language asked for, or in English', () => {
    const text = { en: 'Water', ru: 'Вода' };
    expect(localized(text, 'ru')).toBe('Вода');
    expect(localized(text, 'kk')).toBe('Water');
  });
});
