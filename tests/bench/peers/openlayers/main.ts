import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import VectorLayer from 'ol/layer/Vector.js';
import 'ol/ol.css';
import { transformExtent } from 'ol/proj.js';
import Cluster from 'ol/source/Cluster.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { BOUNDS, COLOR, discOf, fetchPoints, markReady, RADIUS } from '../page.ts';

/** OpenLayers with its source of clusters, as its examples have it, each style kept. */
const fill = new Fill({ color: COLOR });
const white = new Fill({ color: '#fff' });
const styles = new Map<number, Style>();

function styleOf(count: number): Style {
  const known = styles.get(count);
  if (known !== undefined) return known;
  const image = new CircleStyle({ radius: discOf(count), fill });
  const text = new Text({ text: String(count), font: '12px sans-serif', fill: white });
  const style = new Style(count > 1 ? { image, text } : { image });
  styles.set(count, style);
  return style;
}

function countOf(cluster: { get(key: string): unknown }): number {
  const features = cluster.get('features');
  return Array.isArray(features) ? features.length : 0;
}

const source = new VectorSource<Feature>();
const map = new OlMap({
  target: 'map',
  layers: [
    new VectorLayer({
      source: new Cluster({ source, distance: RADIUS }),
      style: (cluster) => styleOf(countOf(cluster)),
    }),
  ],
  view: new View({ center: [0, 0], zoom: 1, multiWorld: true }),
});
const projection = map.getView().getProjection();
map.getView().fit(transformExtent([...BOUNDS], 'EPSG:4326', projection));

const rendered = () => new Promise<unknown>((resolve) => map.once('rendercomplete', resolve));

const points = new GeoJSON().readFeatures(await fetchPoints(), { featureProjection: projection });
source.addFeatures(points);
await rendered();
markReady();

window.filterTo = async (sectors) => {
  const start = performance.now();
  const wanted = new Set<unknown>(sectors);
  source.clear(true);
  source.addFeatures(points.filter((point) => wanted.has(point.get('sector'))));
  await rendered();
  return performance.now() - start;
};
