/** A picture of the map as it is drawn. */
export interface MapPicture {
  readonly image: ImageBitmap;
  /** As it is on the screen, in CSS pixels; the image may have more. */
  readonly width: number;
  readonly height: number;
  /** In its middle, a CSS pixel; `null` where the map is tilted, so that no one scale holds. */
  readonly metersPerPixel: number | null;
}
