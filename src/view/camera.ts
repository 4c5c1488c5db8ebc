/** Where the map is looked at from. */
export interface Camera {
  /** MapLibre's: 0 shows the world 512 pixels wide, each step doubles it. */
  readonly zoom: number;
  /** Degrees, the centre. */
  readonly lat: number;
  readonly lng: number;
  /** Degrees clockwise from north that the map's top points to. */
  readonly bearing: number;
  /** Degrees from looking straight down. */
  readonly pitch: number;
}

export const CAMERA_LIMITS = {
  zoom: [0, 14],
  /** Web Mercator ends here, EPSG:3857. */
  lat: [-85.0511, 85.0511],
  lng: [-180, 180],
  bearing: [-180, 180],
  pitch: [0, 60],
} as const satisfies Record<keyof Camera, readonly [number, number]>;

/**
 * A camera rounded as links write it: zoom to two decimals, the centre to about half a pixel at
 * that zoom (as MapLibre's own hash does), angles to one decimal. Rounding never leads out of the
 * limits.
 */
export function canonicalCamera({ zoom, lat, lng, bearing, pitch }: Camera): Camera {
  const rounded = round(zoom, 2);
  const degreesPerPixel = 360 / (512 * 2 ** rounded);
  const decimals = Math.max(0, Math.ceil(-Math.log10(degreesPerPixel / 2)));
  return {
    zoom: rounded,
    lat: clamp(round(lat, decimals), CAMERA_LIMITS.lat),
    lng: halfTurn(round(lng, decimals)),
    bearing: halfTurn(round(bearing, 1)),
    pitch: round(pitch, 1),
  };
}

export function sameCamera(a: Camera | null, b: Camera | null): boolean {
  if (a === null || b === null) return a === b;
  const one = canonicalCamera(a);
  const other = canonicalCamera(b);
  return (
    one.zoom === other.zoom &&
    one.lat === other.lat &&
    one.lng === other.lng &&
    one.bearing === other.bearing &&
    one.pitch === other.pitch
  );
}

/** -180° is 180°. */
function halfTurn(degrees: number): number {
  return degrees === -180 ? 180 : degrees;
}

function clamp(value: number, [lowest, highest]: readonly [number, number]): number {
  return Math.min(Math.max(value, lowest), highest);
}

/** Adding zero turns -0 into 0. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
