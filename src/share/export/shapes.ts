import { bboxClip, rewind } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areasOf, type Outline, type Outlines } from '../../dossier/outlines.ts';
import { isArea, type Place, type PlaceGeometry, type Project } from '../../dossier/types.ts';
import type { ExportContent } from './format.ts';

/**
 * What a project's geometry in a file stands for, so that no marker is taken for a site:
 *
 * - `site`, `settlement`, `border`: what the article names, itself;
 * - `outline`: the region, country or water, somewhere in which it is;
 * - `outline-apart`: the same, but the outline stands in the file once for all of its projects;
 * - `no-outline`: in such an area, of which the basemap has no outline;
 * - `not-placed`: the article doesn't say where.
 */
export type ShapeKind =
  'site' | 'settlement' | 'border' | 'outline' | 'outline-apart' | 'no-outline' | 'not-placed';

export interface Shape {
  readonly kind: ShapeKind;
  /** `null` where there is none, or where it stands apart. */
  readonly geometry: PlaceGeometry | MultiPolygon | null;
  /** The id of the outline, where that stands apart. */
  readonly apart: string | null;
}

/** An outline that several projects share. */
export interface SharedOutline {
  readonly id: string;
  readonly place: Place;
  readonly geometry: MultiPolygon;
}

/**
 * With more corners than these in all, some 25 MB, each outline is written once: a country's for
 * each of a thousand projects is a file that no program opens.
 */
const MOST_CORNERS = 1_000_000;

/** Shapes of projects as files have them. */
export class Shapes {
  readonly #outlines: Outlines;
  readonly #areApart: boolean;
  readonly #shared = new Map<string, SharedOutline>();

  constructor(content: ExportContent, mostCorners = MOST_CORNERS) {
    this.#outlines = content.outlines;
    this.#areApart = cornersOf(content) > mostCorners;
  }

  of({ location }: Pick<Project, 'location'>): Shape {
    if (location === null) return { kind: 'not-placed', geometry: null, apart: null };
    const { place, geometry } = location;
    const { level } = place;
    if (level === 'site' || level === 'settlement' || level === 'border')
      return { kind: level, geometry, apart: null };
    const outline = outlineOf(place, this.#outlines);
    if (outline === null) return { kind: 'no-outline', geometry: null, apart: null };
    if (!this.#areApart) return { kind: 'outline', geometry: outline, apart: null };
    const id = `outline-${place.id ?? place.countries.join('-')}`;
    this.#shared.set(id, { id, place, geometry: outline });
    return { kind: 'outline-apart', geometry: null, apart: id };
  }

  /** The outlines that stand apart, of all projects asked for so far. */
  get shared(): readonly SharedOutline[] {
    return [...this.#shared.values()];
  }
}

/** How many corners the outlines of all projects shown have. */
function cornersOf({ dossier, rows, outlines }: ExportContent): number {
  const { index, areas } = dossier;
  const corners = areas.map((area) =>
    areasOf(area, outlines).reduce(
      (sum, { geometry }) => sum + polygonsOf(geometry).flat().flat().length,
      0,
    ),
  );
  return rows.reduce((sum, row) => sum + (corners[(index.area[row] ?? 0) - 1] ?? 0), 0);
}

/** The area that a place stands for; `null` where it isn't one, or the basemap doesn't have it. */
export function outlineOf(place: Place, outlines: Outlines): MultiPolygon | null {
  if (!isArea(place.level)) return null;
  const coordinates = areasOf(place, outlines).flatMap(writtenPolygons);
  return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates };
}

const written = new WeakMap<Outline, Position[][][]>();

/**
 * An outline's polygons as RFC 7946 has them (sections 3.1.6 and 3.1.9): outer rings run
 * counterclockwise, and what crosses the antimeridian is cut there.
 */
function writtenPolygons(outline: Outline): Position[][][] {
  const known = written.get(outline);
  if (known !== undefined) return known;
  const polygons = [0, -1, 1]
    .flatMap((turn) => withinTurn(polygonsOf(outline.geometry), turn))
    .map((rings) => rings.map((ring) => ring.map(rounded)));
  const wound = rewind({ type: 'MultiPolygon', coordinates: polygons } satisfies MultiPolygon);
  const coordinates = wound.type === 'MultiPolygon' ? wound.coordinates : polygons;
  written.set(outline, coordinates);
  return coordinates;
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** What of polygons lies in the world, or in its copy so many turns to the east, moved here. */
function withinTurn(polygons: Position[][][], turn: number): Position[][][] {
  const west = 360 * turn - 180;
  const east = west + 360;
  const inTurn = polygons.filter(([outer = []]) =>
    outer.some(([lng = 0]) => lng > west && lng < east),
  );
  return inTurn.flatMap((rings) => {
    const isWhole = rings[0]?.every(([lng = 0]) => lng >= west && lng <= east) ?? false;
    if (isWhole && turn === 0) return [rings];
    const clipped = bboxClip<Polygon>({ type: 'Polygon', coordinates: rings }, [
      west,
      -90,
      east,
      90,
    ]).geometry;
    if (clipped.type !== 'Polygon' || clipped.coordinates.length === 0) return [];
    return [
      clipped.coordinates.map((ring) =>
        ring.map(([lng = 0, lat = 0]): Position => [lng - 360 * turn, lat]),
      ),
    ];
  });
}

/** Outlines are drawn to 0.001°; the rest is what computing leaves behind. */
function rounded([lng = 0, lat = 0]: Position): Position {
  return [Number(lng.toFixed(4)), Number(lat.toFixed(4))];
}
