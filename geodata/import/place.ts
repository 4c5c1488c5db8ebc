import { locationJudgement } from '../../src/dossier/geography.ts';
import { areasOf, type Outlines } from '../../src/dossier/outlines.ts';
import { excerpt } from '../../src/dossier/problem.ts';
import { LEVELS, type Level, type Place, type PlaceGeometry } from '../../src/dossier/types.ts';
import type { Cells, Refuse } from './cells.ts';
import { geometryOf, type Drawn } from './geometry.ts';
import type { Row } from './row.ts';

/** What the check says of a position of GeoJSON, and what is said of a table's. */
const SWAPPED = ['longitude comes first: swapped?', 'latitude and longitude look swapped'] as const;

export interface Located {
  readonly place: Place;
  readonly geometry: PlaceGeometry;
  /** The mark stands where the basemap labels the place. */
  readonly isLabel: boolean;
  /** Why the basemap can't tell whether it lies there; `null` where it can. */
  readonly unchecked: string | null;
}

/** Where a row is: nowhere, or at a place with a geometry, or at one that was refused. */
export type Whereabouts = Located | 'unplaced' | 'broken';

/** Where a row is, as exactly as it says; what it doesn't say is asked for, never guessed. */
export function whereaboutsOf(
  row: Row,
  cells: Cells,
  outlines: Outlines,
  refuseRow: Refuse,
): Whereabouts {
  let faults = 0;
  const refuse: Refuse = (...reason) => {
    faults++;
    refuseRow(...reason);
  };
  const drawn = geometryOf(row, cells, refuse);
  const [name, id] = [cells.text('place'), cells.text('place.id')];
  if (drawn === null && name === undefined && id === undefined) return 'unplaced';

  const place = placeOf(cells, name, id, refuse);
  const level = levelOf(cells);
  if (level !== undefined) judgeLevel(level, id, drawn, row, refuse);
  if (place === null || drawn === 'broken' || faults > 0) return 'broken';

  const geometry = drawn ?? labelsOf(place, outlines);
  const coordinates = row.geometry === undefined ? 'lat, lng' : 'geometry';
  if (geometry === null) {
    refuse(coordinates, 'nothing', `coordinates, as there is a place, “${place.name.en}”`);
    return 'broken';
  }
  const { problems, unchecked } = judgement(place, geometry, outlines);
  for (const { field, found, expected } of problems) {
    if (field === 'properties.place.id') refuse('place.id', found, expected);
    else if (row.geometry !== undefined) refuse('geometry', found, expected);
    // A table has the latitude first.
    else refuse('lat, lng', found.split(', ').reverse().join(', '), expected.replace(...SWAPPED));
  }
  return problems.length > 0 ? 'broken' : { place, geometry, isLabel: drawn === null, unchecked };
}

/** The place by its cells; `null` where it has no name or level. */
function placeOf(
  cells: Cells,
  name: string | undefined,
  id: string | undefined,
  refuse: Refuse,
): Place | null {
  if (name === undefined) refuse('place', 'nothing', 'the name of the place');
  if (id !== undefined && !/^(Q[1-9]\d*|[A-Z]{2}-[A-Z0-9]{1,3})$/.test(id))
    refuse('place.id', excerpt(id), 'a Wikidata id (Q269) or an ISO 3166-2 code (UZ-SA)');
  const countries = cells.list('countries');
  for (const country of countries)
    if (!/^[A-Z]{2}$/.test(country))
      refuse('countries', excerpt(country), 'an ISO 3166-1 code of two letters, as in UZ');
  const [, country] = /^([A-Z]{2})-/.exec(id ?? '') ?? [];
  if (country !== undefined && countries.length > 0 && !countries.includes(country))
    refuse('countries', excerpt(countries.join(', ')), `${country}, as in ${id ?? ''}`);
  const level = levelOf(cells);
  if (level === undefined) {
    const levels = LEVELS.map((each) => `“${each}”`).join(', ');
    const expected = `how exactly it is placed, one of ${levels}`;
    refuse('level', excerpt(cells.text('level')), expected);
  }
  if (name === undefined || level === undefined) return null;
  return { ...(id === undefined ? {} : { id }), name: { en: name }, level, countries };
}

function levelOf(cells: Cells): Level | undefined {
  const level = cells.text('level');
  return LEVELS.find((candidate) => candidate === level);
}

/** Whether the id and the geometry are what a level has. */
function judgeLevel(level: Level, id: string | undefined, drawn: Drawn, row: Row, refuse: Refuse) {
  const isRegionCode = id?.includes('-') ?? false;
  if (level === 'region' && !isRegionCode)
    refuse('place.id', excerpt(id), 'the ISO 3166-2 code of the region, as in UZ-SA');
  if (level !== 'region' && isRegionCode)
    refuse('place.id', excerpt(id), `a Wikidata id, as the level is “${level}”`);
  if (row.geometry === undefined) {
    if (level === 'border')
      refuse('level', '“border”', 'another level: a border is a line, which only GeoJSON has');
    return;
  }
  if (drawn === null || drawn === 'broken') return;
  const isLine = drawn.type === 'LineString' || drawn.type === 'MultiLineString';
  if (isLine !== (level === 'border'))
    refuse(
      'geometry',
      drawn.type,
      isLine ? 'points, as only a border is a line' : 'a line, as the level is “border”',
    );
}

/**
 * Where the basemap labels the areas that a place stands for: a region's, country's or water's
 * point is only where its mark stands, so this makes nothing more exact.
 */
function labelsOf(place: Place, outlines: Outlines): PlaceGeometry | null {
  const areas = areasOf(place, outlines);
  const labels = areas.flatMap(({ properties: { label } }) => (label === null ? [] : [[...label]]));
  const [first] = labels;
  const wanted = place.id === undefined ? place.countries.length : 1;
  if (first === undefined || labels.length < wanted) return null;
  return labels.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: labels };
}

function judgement(place: Place, geometry: PlaceGeometry, outlines: Outlines) {
  return locationJudgement({ place, geometry }, outlines, { file: '' });
}
