import type { Row } from '../dossier/projectIndex.ts';

/** A picture of the map as it is drawn. */
export interface MapPicture {
  readonly image: ImageBitmap;
  /** As it is on the screen, in CSS pixels; the image may have more. */
  readonly width: number;
  readonly height: number;
  /** In its middle, a CSS pixel; `null` where the map is tilted, so that no one scale holds. */
  readonly metersPerPixel: number | null;
  /** Degrees clockwise from north that its top points to. */
  readonly bearing: number;
  readonly shows: Pictured;
}

/** What is seen of the projects in a picture of the map. */
export interface Pictured {
  /** All of which anything is seen, alone or among others, in ascending order. */
  readonly rows: readonly Row[];
  /** Of these, those with a mark of their own. */
  readonly alone: readonly Row[];
  /** Whether any mark or shade stands for an area. */
  readonly hasAreas: boolean;
  readonly hasBorders: boolean;
  /** Whether any mark stands for several projects. */
  readonly hasSeveral: boolean;
}
