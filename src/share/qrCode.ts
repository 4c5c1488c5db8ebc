import { encode } from 'uqr';

/** A QR code as an SVG path of its dark modules, in a square of so many modules. */
export interface QrCode {
  readonly path: string;
  /** With the light border that scanners need. */
  readonly size: number;
}

/** So many light modules all around, ISO/IEC 18004. */
const QUIET_ZONE = 4;
/** 97 modules wide, for 858 bytes: larger ones can't be scanned from a screen by every phone. */
const LARGEST_VERSION = 20;

/** The QR code of a text, or `null` where the text is too long for one that can be scanned. */
export function qrCode(text: string): QrCode | null {
  try {
    const { data, size } = encode(text, {
      border: QUIET_ZONE,
      maxVersion: LARGEST_VERSION,
      boostEcc: true,
    });
    return { path: data.map(rowPath).join(''), size };
  } catch (error) {
    if (error instanceof RangeError) return null; // How the encoder says that it is too long.
    throw error;
  }
}

/** A rectangle for each run of dark modules. */
function rowPath(row: readonly boolean[], y: number): string {
  const dark = row.map((isDark) => (isDark ? '1' : '0')).join('');
  return [...dark.matchAll(/1+/g)]
    .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join('');
}
