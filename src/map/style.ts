import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { localized, type Language } from '../dossier/localized.ts';
import type { Basemap } from './basemap.ts';
import type { Palette } from './palette.ts';

/** Labels are drawn with the page's own fonts, as the style names no glyphs. */
const SANS = [
  'system-ui',
  'Noto Sans',
  'Segoe UI',
  'Roboto',
  'Helvetica Neue',
  'Arial',
  'sans-serif',
];
const SERIF = ['Georgia', 'Noto Serif', 'Times New Roman', 'serif'];

/** Sources of what the dossier shows; those of the basemap have their own names below. */
export const AREAS = 'areas';
export const LINES = 'lines';
export const MARKS = 'marks';
export const FAN = 'fan';
/** The frame or area that is filtered by. */
export const LIMITS = 'limits';

/** From which zoom on projects are named; further off it is too crowded. */
export const NAMES_ZOOM = 3.5;

/** Layers that answer to a click. */
export const LINE_LAYER = 'lines';
export const AREA_LAYER = 'areas';

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

const isLit: ExpressionSpecification = [
  'any',
  ['boolean', ['feature-state', 'lit'], false],
  ['boolean', ['feature-state', 'selected'], false],
];
const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
/** What the filter hides is hidden at once; a source takes several frames to be without it. */
const isHidden: ExpressionSpecification = ['boolean', ['feature-state', 'hidden'], false];
/** Unlit, an area has the colour of most of its projects; lit, of the one pointed at. */
const areaColor: ExpressionSpecification = [
  'to-color',
  ['coalesce', ['feature-state', 'color'], 'rgba(0, 0, 0, 0)'],
];

/**
 * The whole map: a quiet ground, and above it empty sources for what the dossier shows. Sources that
 * are seen only from nearby are apart from others, so that they can wait until one comes there.
 */
export function mapStyle(
  basemap: Basemap,
  focus: ReadonlySet<string>,
  language: Language,
  palette: Palette,
): StyleSpecification {
  const { names, places } = labelFeatures(basemap, focus, language);
  return {
    version: 8,
    sources: {
      // One after the other: each lies over those before it.
      ground: source(
        [
          area(basemap.land, 'land'),
          ...basemap.countries
            .filter(({ properties: { country } }) => country !== null && focus.has(country))
            .map(({ geometry }) => area(geometry, 'focus')),
          ...basemap.lakes.map(({ geometry }) => area(geometry, 'lake')),
        ],
        { tolerance: 0.1 },
      ),
      borders: source([line(basemap.countryBorders)]),
      regions: source([line(basemap.regionBorders)]),
      rivers: { type: 'geojson', data: basemap.rivers },
      names: source(names),
      places: source(places),
      [AREAS]: { type: 'geojson', data: EMPTY, promoteId: 'area' },
      [LINES]: { type: 'geojson', data: EMPTY, promoteId: 'row' },
      [LIMITS]: { type: 'geojson', data: EMPTY },
      [MARKS]: { type: 'geojson', data: EMPTY, promoteId: 'mark', buffer: 64 },
      [FAN]: { type: 'geojson', data: EMPTY, promoteId: 'row' },
    },
    layers: layers(palette),
  };
}

function source(features: Feature[], more = {}) {
  return {
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features },
    ...more,
  };
}

function area(geometry: Geometry, of: 'land' | 'focus' | 'lake'): Feature {
  return { type: 'Feature', geometry, properties: { of } };
}

function line(geometry: Geometry): Feature {
  return { type: 'Feature', geometry, properties: {} };
}

function labelFeatures(
  basemap: Basemap,
  focus: ReadonlySet<string>,
  language: Language,
): { names: Feature[]; places: Feature[] } {
  const at = (position: readonly number[], properties: Record<string, unknown>): Feature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties,
  });
  const areas = (outlines: Basemap['countries'], of: string) =>
    outlines.flatMap(({ properties: { name, label, rank, country } }) => {
      if (name === null || label === null) return [];
      const isFocus = country !== null && focus.has(country);
      return [at(label, { of: isFocus ? 'focus' : of, name: localized(name, language), rank })];
    });
  const towns = basemap.towns.map(({ name, position, rank, isCapital }) =>
    at(position, { of: 'town', name: localized(name, language), rank, capital: isCapital }),
  );
  return {
    names: areas(basemap.countries, 'country'),
    places: [...areas(basemap.lakes, 'lake'), ...towns],
  };
}

/** From which zoom on the ranks of settlements are named. */
const TOWNS_ZOOM = 3;
const townZoom: ExpressionSpecification = [
  'match',
  ['get', 'rank'],
  1,
  TOWNS_ZOOM,
  2,
  4.4,
  3,
  5.2,
  4,
  6,
  7,
];

/** All layers, bottom first. */
export function layers(palette: Palette): LayerSpecification[] {
  const name: ExpressionSpecification = ['get', 'name'];
  const of = (kind: string): ExpressionSpecification => ['==', ['get', 'of'], kind];
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.4 };
  return [
    {
      id: 'ground',
      type: 'fill',
      source: 'ground',
      paint: {
        'fill-color': [
          'match',
          ['get', 'of'],
          'focus',
          palette.focus,
          'lake',
          palette.water,
          palette.land,
        ],
      },
    },
    {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      minzoom: 3,
      paint: {
        'line-color': palette.river,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 8, 2],
      },
    },
    {
      id: 'region-borders',
      type: 'line',
      source: 'regions',
      minzoom: 3.5,
      paint: { 'line-color': palette.regionBorder, 'line-width': 0.8 },
    },
    {
      id: 'country-borders',
      type: 'line',
      source: 'borders',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 8, 1.4],
      },
    },
    {
      id: AREA_LAYER,
      type: 'fill',
      source: AREAS,
      paint: {
        'fill-color': areaColor,
        // A country is so large that its shade would drown the map: it shows when pointed at.
        'fill-opacity': [
          'case',
          ['get', 'wide'],
          ['case', isSelected, 0.14, isLit, 0.08, 0],
          isSelected,
          0.26,
          isLit,
          0.22,
          0.14,
        ],
      },
    },
    {
      id: 'area-outlines',
      type: 'line',
      source: AREAS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': areaColor,
        'line-width': ['case', isLit, 2.2, 1.1],
        'line-dasharray': [3, 2],
        'line-opacity': ['case', isLit, 1, ['get', 'wide'], 0, 0.8],
      },
    },
    {
      id: 'line-casing',
      type: 'line',
      source: LINES,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.paper,
        'line-width': ['case', isLit, 8, 5],
        'line-opacity': ['case', isHidden, 0, 0.85],
      },
    },
    {
      id: LINE_LAYER,
      type: 'line',
      source: LINES,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['get', 'color'],
        'line-width': ['case', isLit, 4.5, 2.4],
        'line-opacity': ['case', isHidden, 0, 1],
      },
    },
    {
      id: 'limits',
      type: 'fill',
      source: LIMITS,
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.06 },
    },
    {
      id: 'limits-line',
      type: 'line',
      source: LIMITS,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 1.6, 'line-dasharray': [1, 2] },
    },
    {
      id: 'country-labels',
      type: 'symbol',
      source: 'names',
      // From afar only the large ones.
      filter: ['all', of('country'), ['<=', ['get', 'rank'], ['step', ['zoom'], 3, 3, 4, 4, 9]]],
      maxzoom: 7,
      layout: {
        'text-field': name,
        'text-font': SERIF,
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 15],
        'text-letter-spacing': 0.14,
        'text-transform': 'uppercase',
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': palette.label, ...halo },
    },
    {
      // Written large and pale beneath the marks, which may lie on it.
      id: 'focus-labels',
      type: 'symbol',
      source: 'names',
      filter: of('focus'),
      maxzoom: 7,
      layout: {
        'text-field': name,
        'text-font': SERIF,
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, 9, 3, 12, 6, 26],
        'text-letter-spacing': 0.3,
        'text-transform': 'uppercase',
        'text-max-width': 20,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.focusLabel },
    },
    {
      id: 'lake-labels',
      type: 'symbol',
      source: 'places',
      filter: of('lake'),
      minzoom: 4,
      layout: { 'text-field': name, 'text-font': SERIF, 'text-size': 11, 'text-max-width': 6 },
      paint: { 'text-color': palette.waterLabel, ...halo },
    },
    {
      id: 'towns',
      type: 'circle',
      source: 'places',
      minzoom: TOWNS_ZOOM,
      filter: ['all', of('town'), ['>=', ['zoom'], townZoom]],
      paint: {
        'circle-radius': ['case', ['get', 'capital'], 3, 2],
        'circle-color': palette.halo,
        'circle-stroke-color': palette.townLabel,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'town-labels',
      type: 'symbol',
      source: 'places',
      minzoom: TOWNS_ZOOM,
      filter: ['all', of('town'), ['>=', ['zoom'], townZoom]],
      layout: {
        'text-field': name,
        'text-font': SANS,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 8, 14],
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 0.5,
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: { 'text-color': palette.townLabel, ...halo },
    },
    {
      id: 'mark-labels',
      type: 'symbol',
      source: MARKS,
      layout: {
        // The marks themselves are drawn by a layer of their own; boxes keep other labels away.
        'icon-image': ['get', 'box'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': false,
        'symbol-sort-key': ['get', 'order'],
        'text-field': ['step', ['zoom'], '', NAMES_ZOOM, ['get', 'name']],
        'text-font': SANS,
        'text-size': 12,
        'text-max-width': 11,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        // In ems: from the middle of a mark to just beyond its edge.
        'text-radial-offset': ['/', ['+', ['get', 'radius'], 8], 12],
        'text-justify': 'auto',
        'text-optional': true,
      },
      paint: {
        // Nothing of a box is seen, so none is drawn.
        'icon-opacity': 0,
        'text-color': palette.ink,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.8,
        'text-opacity': ['case', isHidden, 0, 1],
      },
    },
    {
      id: 'fan-legs',
      type: 'line',
      source: FAN,
      paint: { 'line-color': palette.accent, 'line-width': ['case', isLit, 2.5, 1.2] },
    },
  ];
}
