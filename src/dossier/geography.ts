import { coordAll } from '@turf/turf';
import type { Position } from 'geojson';
import { Ground } from './ground.ts';
import { areasOf, type Outline, type Outlines } from './outlines.ts';
import type { Problem } from './problem.ts';
import type { Bounds, Location, Place } from './types.ts';

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

export interface Judgement {
  /** Problems name fields of the feature. */
  readonly problems: readonly Problem[];
  /** Why the location, or part of it, couldn't be judged; `null` where it could. */
  readonly unchecked: string | null;
}

/** Where a problem is; what is found is added. */
type Subject = Pick<Problem, 'file' | 'line' | 'feature'>;

const PASSED: Judgement = { problems: [], unchecked: null };

/**
 * Whether a location lies where its place says: points inside their region, water or country, a
 * border's line on the border of its countries. What the outlines don't cover isn't judged, except
 * for a region of a country whose regions there are, and a water: theirs are what the atlas draws.
 */
export function locationJudgement(
  location: Location | null,
  outlines: Outlines,
  subject: Subject,
): Judgement {
  if (location === null) return PASSED;
  const { place, geometry } = location;
  const judge = place.level === 'border' ? borderJudgement : pointJudgement;
  const { unchecked = null, ...fault } = judge(place, coordAll(geometry), outlines);
  const { field = 'geometry', found, expected } = fault;
  const isSound = found === undefined || expected === undefined;
  return { problems: isSound ? [] : [{ ...subject, field, found, expected }], unchecked };
}

/** Either what is wrong or why it can't be said; nothing where all is well. */
type Finding = Partial<Pick<Problem, 'field' | 'found' | 'expected'>> & {
  readonly unchecked?: string;
};

function borderJudgement(
  place: Place,
  positions: readonly Position[],
  outlines: Outlines,
): Finding {
  const { codes, known, unknown } = countriesOf(place, outlines);
  const isOn = (position: Position) =>
    known.every((country) => groundOf(country).hasEdgeNear(position, toleranceAt(position)));
  const astray = positions.find((position) => !isOn(position));
  if (astray !== undefined)
    return { found: at(astray), expected: `a line along the border of ${codes.join(' and ')}` };
  if (unknown !== undefined) return { unchecked: noOutline(unknown) };
  return codes.length === 0 ? { unchecked: NO_COUNTRY } : {};
}

function pointJudgement(place: Place, positions: readonly Position[], outlines: Outlines): Finding {
  const areas = areasOf(place, outlines);
  const missing = areas.length === 0 ? missingOutline(place, outlines) : null;
  if (missing !== null && missing.isFault)
    return {
      field: 'properties.place.id',
      found: place.id ?? 'nothing',
      expected: `the id of a ${place.level} of the basemap`,
    };

  const { codes, known, unknown } = countriesOf(place, outlines);
  const grounds = (areas.length > 0 ? areas : known).map(groundOf);
  const isExact = areas.length > 0 || place.level === 'country';
  const isInside = (position: Position) =>
    grounds.some(
      (ground) =>
        ground.contains(position) ||
        (!isExact && ground.hasEdgeNear(position, toleranceAt(position))),
    );
  const outside = positions.find((position) => !isInside(position));
  if (outside !== undefined) {
    // It may well be in a country that there is no outline of.
    const isElsewhere = areas.length === 0 || place.id === undefined;
    if (isElsewhere && unknown !== undefined) return { unchecked: noOutline(unknown) };
    if (grounds.length === 0) return { unchecked: missing?.reason ?? NO_COUNTRY };
    const where = areas.length > 0 ? place.name.en : codes.join(' or ');
    return { found: at(outside), expected: `a point in ${where}${swapHint(outside, grounds)}` };
  }
  const empty = areas.find((area) => !positions.some((point) => groundOf(area).contains(point)));
  if (empty !== undefined)
    return {
      found: 'no point',
      expected: `a point in ${empty.properties.name?.en ?? 'each of its areas'}`,
    };
  return missing === null ? {} : { unchecked: missing.reason };
}

const NO_COUNTRY = 'no country given';
const noOutline = (id: string) => `no outline of ${id}`;

/** The countries of a place, at least that of its region's code: their outlines, and one without. */
function countriesOf({ id, level, countries }: Place, outlines: Outlines) {
  const codes = level === 'region' && countries.length === 0 ? countryOfCode(id) : countries;
  return {
    codes,
    known: codes.flatMap((code) => outlines.countries.get(code) ?? []),
    unknown: codes.find((code) => !outlines.countries.has(code)),
  };
}

/** The country of an ISO 3166-2 code; none of another id. */
function countryOfCode(id = ''): readonly string[] {
  return /^[A-Z]{2}(?=-)/.exec(id) ?? [];
}

/** What it means that there is no outline of a place that stands for an area. */
function missingOutline(
  place: Place,
  { byId, divided }: Outlines,
): { isFault: boolean; reason: string } | null {
  const { id, level } = place;
  if (level !== 'region' && level !== 'water') return null;
  const [country = ''] = countryOfCode(id);
  const isFault = level === 'region' ? divided.has(country) : byId.size > 0;
  return { isFault, reason: noOutline(id ?? `a ${level} without id`) };
}

function at([lng, lat]: Position): string {
  return `${lng}, ${lat}`;
}

/** A guess at why a position lies outside, where it would lie inside the other way round. */
function swapHint([lng = 0, lat = 0]: Position, grounds: readonly Ground[]): string {
  const isLikely = Math.abs(lng) <= 90 && grounds.some((ground) => ground.contains([lat, lng]));
  return isLikely ? `; longitude comes first: swapped?` : '';
}

const grounds = new WeakMap<Outline, Ground>();

/** Made once for each outline, as it takes far longer than to ask it. */
function groundOf(outline: Outline): Ground {
  let ground = grounds.get(outline);
  if (ground === undefined) grounds.set(outline, (ground = new Ground(outline)));
  return ground;
}
