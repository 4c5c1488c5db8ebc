import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
// After Leaflet itself, which it extends.
import 'leaflet.markercluster';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import './marker.css';
import { BOUNDS, fetchPoints, markReady, nextFrame, RADIUS } from '../page.ts';

/** Leaflet with markercluster, all markers added at once, which is its quickest way. */
const [west, south, east, north] = BOUNDS;
const map = L.map('map', { attributionControl: false, maxZoom: 18 }).fitBounds([
  [south, west],
  [north, east],
]);
const icon = L.divIcon({ className: 'marker', iconSize: [10, 10] });
const clusters = L.markerClusterGroup({ maxClusterRadius: RADIUS, animate: false }).addTo(map);

const points = (await fetchPoints()).features.map(({ geometry, properties }) => {
  const [lng = 0, lat = 0] = geometry.coordinates;
  return { sector: properties.sector, marker: L.marker([lat, lng], { icon }) };
});
clusters.addLayers(points.map(({ marker }) => marker));
await nextFrame();
markReady();

window.filterTo = async (sectors) => {
  const start = performance.now();
  const shown = points.filter(({ sector }) => sectors.includes(sector));
  clusters.clearLayers();
  clusters.addLayers(shown.map(({ marker }) => marker));
  await nextFrame();
  return performance.now() - start;
};
