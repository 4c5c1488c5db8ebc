import {
  AttributionControl,
  NavigationControl,
  ScaleControl,
  type Map as MapLibreMap,
} from 'maplibre-gl';
import './controls.css';
import { m } from '../i18n/index.ts';

/** Puts the scale, the credits and the buttons on a map; within another page, small ones. */
export function addControls(map: MapLibreMap, isEmbedded: boolean): void {
  map.addControl(new ScaleControl({ maxWidth: isEmbedded ? 80 : 120 }), 'bottom-left');
  const customAttribution = [m.map.credits, m.map.disclaimer];
  map.addControl(new AttributionControl({ customAttribution }), 'bottom-right');
  const navigation = new NavigationControl({ visualizePitch: true, showCompass: !isEmbedded });
  map.addControl(navigation, 'bottom-right');
  // After the control itself, which opens them.
  if (isEmbedded) map.once('styledata', () => foldCredits(map));
}

/** As MapLibre does by itself once the map is dragged: on a small map credits cover much of it. */
function foldCredits(map: MapLibreMap): void {
  const credits = map.getContainer().querySelector('.maplibregl-compact-show');
  credits?.classList.remove('maplibregl-compact-show');
}
