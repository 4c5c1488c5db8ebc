/** The part of `edtf` that the atlas uses; the package has no types of its own. */
declare module 'edtf' {
  /** Throws where `text` isn't EDTF. `min` and `max` are milliseconds since the epoch, UTC. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
