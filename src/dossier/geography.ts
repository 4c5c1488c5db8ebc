import { booleanPointInPolygon, coordAll, pointToPolygonDistance } from '@turf/turf';
import type { Position } from 'geojson';
import { areasOf, countriesOf, type Outline, type Outlines } from './outlines.ts';
import type { Problem } from './problem.ts';
import type { Bounds, Project } from './types.ts';

/**
 * Outlines are simplified, so a settlement on a coast or border may lie this far outside: little
 * where the basemap is detailed (west, south, east, north in degrees), more elsewhere. Kilometres.
 */
const DETAILED: Bounds = [40, 30, 95, 60];
const TOLERANCE = 5;
const COARSE_TOLERANCE = 60;

function toleranceAt([lng = 0, lat = 0]: Position): number {
  const [west, south, east, north] = DETAILED;
  const isDetailed = lng >= west && lng <= east && lat >= south && lat <= north;
  return isDetailed ? TOLERANCE : COARSE_TOLERANCE;
}

/**
 * Whether a project's geometry lies where its place says: points inside their region, water or
 * country, a border's line on the border of its countries. Problems name fields of the feature.
 * What the outlines don't cover isn't judged, except for a region, whose outline is what the atlas
 * draws.
 */
export function locationProblems(
  { id, location }: Pick<Project, 'id' | 'location'>,
  outlines: Outlines,
  file: string,
): readonly Problem[] {
  if (location === null) return [];
  const { place, geometry } = location;
  const problem = (field: string, found: string, expected: string): Problem[] => [
    { file, feature: id, field, found, expected },
  ];
  const at = ([lng, lat]: Position) => `${lng}, ${lat}`;
  const name = place.name.en;

  if (place.level === 'border') {
    const countries = countriesOf(place, outlines);
    const isOn = countries.map(onOutline);
    const astray = coordAll(geometry).find((position) => !isOn.every((isOn) => isOn(position)));
    if (countries.length === 0 || astray === undefined) return [];
    return problem(
      'geometry',
      at(astray),
      `a line along the border of ${place.countries.join(' and ')}`,
    );
  }

  const areas = areasOf(place, outlines);
  const known = outlines.byId.size > 0;
  if (known && areas.length === 0 && (place.level === 'region' || place.level === 'water'))
    return problem(
      'properties.place.id',
      place.id ?? 'nothing',
      `the id of a ${place.level} of the basemap`,
    );

  const grounds = areas.length > 0 ? areas : countriesOf(place, outlines);
  if (grounds.length === 0) return [];
  const isSpot = place.level === 'site' || place.level === 'settlement';
  const outside = coordAll(geometry).find(
    (position) =>
      !grounds.some((ground) => isInside(position, ground, isSpot ? toleranceAt(position) : 0)),
  );
  const empty = areas.find(
    (area) => !coordAll(geometry).some((position) => isInside(position, area, 0)),
  );
  const where = areas.length > 0 ? name : place.countries.join(' or ');
  if (outside !== undefined) return problem('geometry', at(outside), `a point in ${where}`);
  if (empty !== undefined)
    return problem(
      'geometry',
      'no point',
      `a point in ${empty.properties.name?.en ?? 'each of its areas'}`,
    );
  return [];
}

function isInside(position: Position, outline: Outline, tolerance: number): boolean {
  if (turnsOf(position).some((turn) => booleanPointInPolygon(turn, outline))) return true;
  return (
    tolerance > 0 && pointToPolygonDistance(position, outline, { units: 'kilometers' }) <= tolerance
  );
}

/** A position, and the same one round the world: outlines may go on beyond the antimeridian. */
function turnsOf([lng = 0, lat = 0]: Position): Position[] {
  return [lng, lng - 360, lng + 360].map((turn) => [turn, lat]);
}

/**
 * Whether positions lie on an outline. Most lines are made of the outline's own vertices: only
 * others are worth a distance, which takes a thousand times longer.
 */
function onOutline(outline: Outline): (position: Position) => boolean {
  const vertices = new Set(coordAll(outline).map(key));
  return (position) =>
    vertices.has(key(position)) ||
    Math.abs(pointToPolygonDistance(position, outline, { units: 'kilometers' })) <=
      toleranceAt(position);
}

/** Equal for positions less than about a metre apart. */
function key([lng = 0, lat = 0]: Position): string {
  return `${lng.toFixed(5)} ${lat.toFixed(5)}`;
}
