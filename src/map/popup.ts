import type { Position } from 'geojson';
import { Popup, type Map as MapLibreMap, type PaddingOptions } from 'maplibre-gl';

/** Kept free around a popup, pixels. */
const MARGIN = 8;
/** How far its tip reaches, which stands outside of it: see controls.css. */
const TIP = 10;

/** How a popup is brought into view. */
export interface IntoView {
  /** What covers the map's edges, pixels. */
  readonly padding: PaddingOptions;
  /** Moves the map by so many pixels. */
  readonly pan: (by: [x: number, y: number]) => void;
}

/**
 * Opens a popup with `content` at a position (degrees), beyond what stands there so many pixels to
 * each side (`reach`). Where `view` is given, the map moves just so far that all of the popup is
 * seen, after a flight that is under way. Returns what closes it.
 */
export function openPopup(
  map: MapLibreMap,
  position: Position,
  content: HTMLElement,
  reach: number,
  view: IntoView | null,
): () => void {
  const [lng = 0, lat = 0] = position;
  const popup = new Popup({
    closeButton: false,
    closeOnClick: false,
    focusAfterOpen: false,
    maxWidth: '340px',
    offset: reach + 4 + TIP,
  })
    .setLngLat([lng, lat])
    .setDOMContent(content)
    .addTo(map);

  const keepInView = () => {
    // Its side is chosen by its size, which MapLibre looks at only when the map moves.
    popup.setLngLat([lng, lat]);
    if (view !== null) moveIntoView(map, popup.getElement(), view);
  };
  // Its rows may arrive late, and make it larger.
  const resizing = new ResizeObserver(() => {
    if (map.isMoving()) map.once('moveend', keepInView);
    else keepInView();
  });
  resizing.observe(content);
  return () => {
    resizing.disconnect();
    map.off('moveend', keepInView);
    popup.remove();
  };
}

function moveIntoView(map: MapLibreMap, element: HTMLElement, { padding, pan }: IntoView): void {
  const frame = map.getContainer().getBoundingClientRect();
  const popup = element.getBoundingClientRect();
  const { top = 0, bottom = 0 } = padding;
  const over = (near: number, far: number) => (near < 0 ? near : Math.max(0, far));
  const x = over(popup.left - frame.left - MARGIN, popup.right - frame.right + MARGIN);
  const y = over(
    popup.top - frame.top - top - MARGIN,
    popup.bottom - frame.bottom + bottom + MARGIN,
  );
  if (x !== 0 || y !== 0) pan([x, y]);
}
