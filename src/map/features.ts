import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { localized, type Language } from '../dossier/localized.ts';
import { areasOf, type Outlines } from '../dossier/outlines.ts';
import type { Row } from '../dossier/projectIndex.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { lngLatOf, radiusOf, type Mark } from './marks.ts';

/** The countries that a dossier is about: those its places are in, ISO 3166-1 alpha-2. */
export function countriesOf({ countries }: Dossier): ReadonlySet<string> {
  return new Set(countries.flat());
}

/**
 * What is written beside marks: `mark` is a mark's id, `name` the label, `box` the image that keeps
 * other labels away. A name that isn't at hand is left out.
 */
export function labelFeatures(
  marks: readonly Mark[],
  dossier: Dossier,
  rowsOf: (mark: Mark) => readonly Row[],
  language: Language,
): FeatureCollection {
  return collection(
    marks.map((mark) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: lngLatOf(mark) },
      properties: {
        mark: mark.id,
        box: boxName(radiusOf(mark)),
        name: labelOf(mark, dossier, rowsOf, language),
        radius: radiusOf(mark),
        order: mark.count,
      },
    })),
  );
}

/** The name of an image of which nothing is seen, as large as a mark. */
function boxName(radius: number): string {
  return `box ${radius}`;
}

/** The radius of such an image, pixels, by its name; `null` where it isn't the name of one. */
export function boxRadius(name: string): number | null {
  const [, radius] = /^box ([\d.]+)$/.exec(name) ?? [];
  return radius === undefined ? null : Number(radius);
}

/** Spots with more projects than this are named by their number, without a look at each. */
const MOST_NAMED = 20;

/** A project's name; for several, that of the place they share, else their number. */
function labelOf(
  mark: Mark,
  { details, areas, index }: Dossier,
  rowsOf: (mark: Mark) => readonly Row[],
  language: Language,
): string {
  if (mark.kind === 'cluster') return '';
  if (mark.kind === 'project') return nameOf(details.peek(mark.row), language);
  if (mark.count > MOST_NAMED) {
    const area = mark.hollow ? areas[(index.area[mark.row] ?? 0) - 1] : undefined;
    return area ? localized(area.name, language) : '';
  }
  const projects = rowsOf(mark).flatMap((row) => details.peek(row) ?? []);
  const places = new Set(
    projects.map(({ location }) => (location ? localized(location.place.name, language) : '')),
  );
  const [place] = places;
  if (place !== undefined && places.size === 1) return place;
  // Several countries' marks stand with those of the one in which they stand.
  const country = projects.find(({ location }) => location?.place.countries.length === 1);
  const areCountries = projects.every(({ location }) => location?.place.level === 'country');
  return areCountries && country?.location
    ? localized(country.location.place.name, language)
    : m.projects({ number: mark.count });
}

function nameOf(project: Project | null | undefined, language: Language): string {
  return project ? localized(project.name, language) : '';
}

/** The areas that projects stand for; `wide` ones (countries) show only when pointed at. */
export function areaFeatures({ areas }: Dossier, outlines: Outlines): FeatureCollection {
  return collection(
    areas.flatMap((place, area) => {
      const geometry: MultiPolygon = {
        type: 'MultiPolygon',
        coordinates: areasOf(place, outlines).flatMap(({ geometry }) =>
          geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
        ),
      };
      if (geometry.coordinates.length === 0) return [];
      const wide = place.level === 'country';
      return [{ type: 'Feature', geometry, properties: { area, wide } }];
    }),
  );
}

/**
 * The colour of each area: of the sector that most of its projects have which pass a filter; `null`
 * where none does.
 */
export function areaColors(
  { index, areas, sectors }: Dossier,
  mask: Uint8Array,
): readonly (string | null)[] {
  if (areas.length === 0) return [];
  const shares = areas.map(() => new Uint32Array(sectors.length));
  index.area.forEach((area, row) => {
    const share = mask[row] === 1 ? shares[area - 1] : undefined;
    const sector = index.sector[row] ?? 0;
    if (share !== undefined) share[sector] = (share[sector] ?? 0) + 1;
  });
  return shares.map((counts) => {
    const most = counts.reduce((most, count) => Math.max(most, count), 0);
    return most === 0 ? null : (sectors[counts.indexOf(most)]?.color ?? null);
  });
}

/** The lines that projects stand for. */
export function lineFeatures({ index, lines, sectors }: Dossier): FeatureCollection {
  return collection(
    lines.map(({ row, geometry }) => {
      const color = sectors[index.sector[row] ?? 0]?.color ?? null;
      return { type: 'Feature', geometry, properties: { row, color } };
    }),
  );
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
