import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { locationJudgement } from '../../../src/dossier/geography.ts';
import { NO_OUTLINES, outlinesOf } from '../../../src/dossier/outlines.ts';
import type { Location, Place, PlaceGeometry } from '../../../src/dossier/types.ts';
import { outline, OUTLINES } from './fixture.ts';

/** About a kilometre of latitude, in degrees. */
const KILOMETRE = 1 / 111.2;

type PlacePart = Partial<Place> & Pick<Place, 'level'>;

function judge(geometry: PlaceGeometry, place: PlacePart, outlines = OUTLINES) {
  const location: Location = {
    place: { name: { en: 'A place' }, countries: [], ...place },
    geometry,
  };
  return locationJudgement(location, outlines, { file: 'file', line: 3, feature: 'a' });
}

function problems(geometry: PlaceGeometry, place: PlacePart, outlines = OUTLINES) {
  return judge(geometry, place, outlines).problems;
}

/** Why a place that has no problem isn't judged; `null` where it is. */
function unchecked(geometry: PlaceGeometry, place: PlacePart, outlines = OUTLINES) {
  const judgement = judge(geometry, place, outlines);
  expect(judgement.problems).toEqual([]);
  return judgement.unchecked;
}

const point = (...coordinates: Position): PlaceGeometry => ({ type: 'Point', coordinates });
const line = (...coordinates: Position[]): PlaceGeometry => ({ type: 'LineString', coordinates });

describe('a location', () => {
  it('that there is none of has no problems', () => {
    expect(locationJudgement(null, OUTLINES, { file: 'file' })).toEqual({
      problems: [],
      unchecked: null,
    });
  });

  it.each(['site', 'settlement'] as const)(
    'of a %s may lie a few kilometres outside its country, as outlines are simplified',
    (level) => {
      const countries = ['UZ'];
      expect(problems(point(63, 42), { level, countries })).toEqual([]);
      expect(problems(point(65, 45 + 4 * KILOMETRE), { level, countries })).toEqual([]);
      expect(problems(point(65, 45 + 7 * KILOMETRE), { level, countries })).toMatchObject([
        { field: 'geometry', expected: 'a point in UZ' },
      ]);
    },
  );

  it('far from Central Asia may lie further outside, as outlines are coarse there', () => {
    const outlines = outlinesOf([outline('Q1', [100, 0, 110, 10], { country: 'XA' })], [], []);
    const place = { level: 'settlement', countries: ['XA'] } as const;
    expect(problems(point(105, 10 + 40 * KILOMETRE), place, outlines)).toEqual([]);
    expect(problems(point(105, 10 + 80 * KILOMETRE), place, outlines)).toHaveLength(1);
  });

  it('of a marker lies within its area, without allowance', () => {
    const region = { level: 'region', id: 'UZ-SA', countries: ['UZ'] } as const;
    const country = { level: 'country', id: 'Q265', countries: ['UZ'] } as const;
    const water = { level: 'water', id: 'Q35883' } as const;
    expect(problems(point(65, 41 - KILOMETRE), region)).toEqual([]);
    expect(problems(point(65, 41 + KILOMETRE), region)).toMatchObject([
      { found: `65, ${41 + KILOMETRE}`, expected: 'a point in A place' },
    ]);
    expect(problems(point(63, 45 - KILOMETRE), country)).toEqual([]);
    expect(problems(point(63, 45 + KILOMETRE), country)).toHaveLength(1);
    expect(problems(point(61.5, 44 - KILOMETRE), water)).toEqual([]);
    expect(problems(point(61.5, 44 + KILOMETRE), water)).toHaveLength(1);
  });

  it('in any of several countries is in them', () => {
    const place = { level: 'settlement', countries: ['UZ', 'KZ'] } as const;
    expect(problems(point(63, 42), place)).toEqual([]);
    expect(problems(point(63, 48), place)).toEqual([]);
    expect(problems(point(80, 48), place)).toMatchObject([
      { found: '80, 48', expected: 'a point in UZ or KZ' },
    ]);
  });

  it('of several countries together has a marker in each', () => {
    const place = { level: 'country', countries: ['UZ', 'KZ'] } as const;
    expect(
      problems(
        {
          type: 'MultiPoint',
          coordinates: [
            [63, 42],
            [63, 48],
          ],
        },
        place,
      ),
    ).toEqual([]);
    expect(problems(point(63, 48), place)).toMatchObject([
      { found: 'no point', expected: 'a point in Uzbekistan' },
    ]);
  });

  it('tells the first position astray', () => {
    const geometry: PlaceGeometry = {
      type: 'MultiPoint',
      coordinates: [
        [63, 42],
        [1, 2],
        [3, 4],
      ],
    };
    expect(problems(geometry, { level: 'site', countries: ['UZ'] })).toEqual([
      {
        file: 'file',
        line: 3,
        feature: 'a',
        field: 'geometry',
        found: '1, 2',
        expected: 'a point in UZ',
      },
    ]);
  });

  it('in a country that the basemap doesn’t have isn’t judged', () => {
    const france = 'no outline of FR';
    expect(unchecked(point(1, 2), { level: 'settlement', countries: ['FR'] })).toBe(france);
    expect(unchecked(point(1, 2), { level: 'settlement' })).toBe('no country given');
    expect(unchecked(point(1, 2), { level: 'country', id: 'Q142', countries: ['FR'] })).toBe(
      france,
    );
    expect(unchecked(line([1, 2], [3, 4]), { level: 'border', countries: ['FR', 'ES'] })).toBe(
      france,
    );
    expect(unchecked(line([1, 2], [3, 4]), { level: 'border' })).toBe('no country given');
  });

  it('in a country that there is an outline of, or in another, isn’t judged by that one alone', () => {
    const place = { level: 'settlement', countries: ['UZ', 'FR'] } as const;
    expect(unchecked(point(63, 42), place)).toBeNull();
    expect(unchecked(point(1, 47), place)).toBe('no outline of FR');
    const both: PlaceGeometry = {
      type: 'MultiPoint',
      coordinates: [
        [63, 42],
        [1, 47],
      ],
    };
    expect(unchecked(both, { level: 'country', countries: ['UZ', 'FR'] })).toBe('no outline of FR');
  });

  it('that is judged is said to be', () => {
    expect(unchecked(point(63, 42), { level: 'site', countries: ['UZ'] })).toBeNull();
    expect(unchecked(point(65, 40), { level: 'region', id: 'UZ-SA' })).toBeNull();
    expect(unchecked(line([60, 45], [61, 45]), { level: 'border', countries: ['UZ'] })).toBeNull();
  });

  it('in a region is judged by its country where the basemap doesn’t divide that one', () => {
    const region = { level: 'region', id: 'KZ-10' } as const;
    expect(unchecked(point(66, 50), { ...region, countries: ['KZ'] })).toBe('no outline of KZ-10');
    expect(unchecked(point(66, 50), region)).toBe('no outline of KZ-10');
    expect(problems(point(66, 40), region)).toMatchObject([
      { field: 'geometry', found: '66, 40', expected: 'a point in KZ' },
    ]);
    expect(unchecked(point(2, 48), { level: 'region', id: 'FR-75' })).toBe('no outline of FR');
  });

  it('in a region that the basemap lacks though it divides the country is a fault', () => {
    expect(problems(point(65, 40), { level: 'region', id: 'UZ-XX' })).toMatchObject([
      { field: 'properties.place.id', expected: 'the id of a region of the basemap' },
    ]);
  });

  it('that would be right the other way round is asked for', () => {
    const place = { level: 'settlement', countries: ['UZ'] } as const;
    expect(problems(point(42, 63), place)).toMatchObject([
      { found: '42, 63', expected: 'a point in UZ; longitude comes first: swapped?' },
    ]);
    expect(problems(point(-42, 63), place)).toMatchObject([{ expected: 'a point in UZ' }]);
  });

  it('beyond the antimeridian is found in an outline that goes on there', () => {
    const outlines = outlinesOf([outline('Q712', [177, -19, 182, -16], { country: 'FJ' })], [], []);
    const country = { level: 'country', id: 'Q712', countries: ['FJ'] } as const;
    for (const level of ['settlement', 'country'] as const) {
      expect(problems(point(178, -18), { ...country, level }, outlines)).toEqual([]);
      expect(problems(point(-179, -18), { ...country, level }, outlines)).toEqual([]);
      expect(problems(point(-177, -18), { ...country, level }, outlines)).toHaveLength(1);
    }
  });

  it('isn’t judged where there is no basemap', () => {
    expect(unchecked(point(1, 2), { level: 'region', id: 'UZ-SA' }, NO_OUTLINES)).not.toBeNull();
    expect(unchecked(point(1, 2), { level: 'water', id: 'Q35883' }, NO_OUTLINES)).not.toBeNull();
    expect(
      unchecked(line([1, 2], [3, 4]), { level: 'border', countries: ['UZ', 'KZ'] }, NO_OUTLINES),
    ).not.toBeNull();
  });
});

describe('a border', () => {
  const place = { level: 'border', countries: ['UZ', 'KZ'] } as const;

  it('runs along the border of both countries, within a few kilometres', () => {
    expect(problems(line([60, 45], [61, 45], [61.25, 45 + 2 * KILOMETRE]), place)).toEqual([]);
    expect(
      problems(
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [60, 45],
              [61, 45],
            ],
            [
              [62, 45],
              [63, 45],
            ],
          ],
        },
        place,
      ),
    ).toEqual([]);
  });

  it('is astray farther off, inside a country or outside', () => {
    for (const lat of [45 + 9 * KILOMETRE, 45 - 9 * KILOMETRE, 41.5])
      expect(problems(line([60, 45], [65.25, lat]), place)).toMatchObject([
        { found: `65.25, ${lat}`, expected: 'a line along the border of UZ and KZ' },
      ]);
  });
});
