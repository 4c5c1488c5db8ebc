/** The part of `edtf` that the atlas uses; the package has no types of its own. */
declare module 'edtf' {
  /**
   * Throws where `text` isn't EDTF. `min` and `max` are milliseconds since the epoch, UTC; `null`
   * where that end of an interval is unknown.
   */
  export default function edtf(text: string): {
    readonly min: number | null;
    readonly max: number | null;
  };
}
