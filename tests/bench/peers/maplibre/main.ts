import { GeoJSONSource, type ExpressionSpecification } from 'maplibre-gl';
import { openMap } from '../openMap.ts';
import { COLOR, DISCS, markReady, pointsAddress, RADIUS, SINGLE_DISC } from '../page.ts';

/** MapLibre's own clusters, as its examples have them: its worker fetches and groups the points. */
const POINTS = 'points';
const [smallest, ...larger] = DISCS;
const radius: ExpressionSpecification = [
  'step',
  ['get', 'point_count'],
  smallest.radius,
  ...larger.flatMap(({ from, radius }) => [from, radius]),
];
const map = openMap(
  {
    [POINTS]: { type: 'geojson', data: pointsAddress(), cluster: true, clusterRadius: RADIUS },
  },
  [
    {
      id: 'clusters',
      type: 'circle',
      source: POINTS,
      filter: ['has', 'point_count'],
      paint: { 'circle-color': COLOR, 'circle-radius': radius },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: POINTS,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': ['sans-serif'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#fff' },
    },
    {
      id: 'singles',
      type: 'circle',
      source: POINTS,
      filter: ['!', ['has', 'point_count']],
      paint: { 'circle-color': COLOR, 'circle-radius': SINGLE_DISC },
    },
  ],
);
map.once('idle', markReady);

/** What the worker has fetched, asked for once: a page that filters would keep it. */
let points: Promise<GeoJSON.GeoJSON> | undefined;

window.filterTo = async (sectors) => {
  const source = map.getSource(POINTS);
  if (!(source instanceof GeoJSONSource)) throw new Error('The map has no points.');
  const all = await (points ??= source.getData());
  if (all.type !== 'FeatureCollection') throw new TypeError('The points are no collection.');

  const start = performance.now();
  const wanted = new Set<unknown>(sectors);
  const features = all.features.filter(({ properties }) => wanted.has(properties?.['sector']));
  await source.setData({ type: 'FeatureCollection', features });
  do await map.once('render');
  while (!map.isSourceLoaded(POINTS));
  return performance.now() - start;
};
