import { bbox } from '@turf/turf';
import type { BBox, Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { localized, type Language } from '../dossier/localized.ts';
import { areasOf, type Outlines } from '../dossier/outlines.ts';
import type { Dossier, Project } from '../dossier/types.ts';
import { m } from '../i18n/index.ts';
import { isArea } from '../view/look.ts';
import { imageName } from './markImage.ts';
import type { Mark } from './marks.ts';

/** The countries that a dossier is about: those its places are in, ISO 3166-1 alpha-2. */
export function countriesOf({ projects }: Dossier): ReadonlySet<string> {
  return new Set(projects.flatMap(({ location }) => location?.place.countries ?? []));
}

/** The marks as points: `mark` is their id, `name` the label beside them. */
export function markFeatures(marks: readonly Mark[], language: Language): FeatureCollection {
  return collection(
    marks.map((mark) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: mark.position },
      properties: {
        mark: mark.id,
        image: imageName(mark),
        name: labelOf(mark, language),
      },
    })),
  );
}

/** A project's name; for several, that of the place they share, else their number. */
function labelOf({ projects }: Mark, language: Language): string {
  if (projects.length === 1) return localized(projects[0].name, language);
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
    : m.projects(projects.length);
}

/** The areas that projects stand for; `wide` ones (countries) show only when pointed at. */
export function areaFeatures(projects: readonly Project[], outlines: Outlines): FeatureCollection {
  return collection(
    projects.flatMap(({ id, sector, location }) => {
      if (location === null || !isArea(location.place.level)) return [];
      const geometry: MultiPolygon = {
        type: 'MultiPolygon',
        coordinates: areasOf(location.place, outlines).flatMap(({ geometry }) =>
          geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
        ),
      };
      if (geometry.coordinates.length === 0) return [];
      const wide = location.place.level === 'country';
      return [
        { type: 'Feature', geometry, properties: { project: id, color: sector.color, wide } },
      ];
    }),
  );
}

/** The lines that projects stand for. */
export function lineFeatures(projects: readonly Project[]): FeatureCollection {
  return collection(
    projects.flatMap(({ id, sector, location }) =>
      location !== null && location.place.level === 'border'
        ? [
            {
              type: 'Feature',
              geometry: location.geometry,
              properties: { project: id, color: sector.color },
            },
          ]
        : [],
    ),
  );
}

/** West, south, east, north of all that projects stand for, degrees; `null` where nothing is placed. */
export function extentOf(
  projects: readonly Project[],
  outlines: Outlines,
): [number, number, number, number] | null {
  const features = projects.flatMap(({ location }): Feature[] => {
    if (location === null) return [];
    const areas = areasOf(location.place, outlines);
    return areas.length > 0
      ? areas
      : [{ type: 'Feature', geometry: location.geometry, properties: {} }];
  });
  return features.length === 0 ? null : flat(bbox(collection(features)));
}

function flat(box: BBox): [number, number, number, number] {
  return box.length === 4 ? box : [box[0], box[1], box[3], box[4]];
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
