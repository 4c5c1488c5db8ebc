import type { JSHandle, Page } from '@playwright/test';

/** A part of a picture, in pixels from its corner at the left and top. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** By so many levels of 255 a colour may differ and be the same: where layers blend, it is rounded. */
const ROUNDING = 4;

/** The pixels of a PNG, in the page. */
export function pixelsOf(page: Page, png: Buffer): Promise<JSHandle<ImageData>> {
  return page.evaluateHandle(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('There is no canvas.');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }, png.toString('base64'));
}

/** The share of the pixels in which two pictures differ, 0 to 1. */
export interface Change {
  readonly whole: number;
  readonly parts: readonly number[];
}

/**
 * How much two PNGs differ, as a whole and in parts; wholly where they aren’t of one size. Throws
 * where a part isn’t in them.
 */
export async function changeBetween(
  page: Page,
  before: Buffer,
  after: Buffer,
  parts: readonly Part[] = [],
): Promise<Change> {
  const pixels = [await pixelsOf(page, before), await pixelsOf(page, after)] as const;
  const change = await page.evaluate(
    ({ pixels: [before, after], parts, ROUNDING }) => {
      const { width, height } = before;
      if (after.width !== width || after.height !== height)
        return { whole: 1, parts: parts.map(() => 1) };
      const isOther = (at: number) =>
        Math.abs((before.data[at] ?? 0) - (after.data[at] ?? 0)) > ROUNDING;
      const shareOf = (part: Part) => {
        const [right, bottom] = [part.x + part.width, part.y + part.height];
        if (part.x < 0 || part.y < 0 || right > width || bottom > height)
          throw new Error(`A picture of ${width} × ${height} has no part ${JSON.stringify(part)}.`);
        let others = 0;
        for (let y = part.y; y < bottom; y++)
          for (let x = part.x; x < right; x++) {
            const at = 4 * (y * width + x);
            if (isOther(at) || isOther(at + 1) || isOther(at + 2)) others++;
          }
        return others / (part.width * part.height);
      };
      return { whole: shareOf({ x: 0, y: 0, width, height }), parts: parts.map(shareOf) };
    },
    { pixels, parts, ROUNDING },
  );
  for (const handle of pixels) await handle.dispose();
  return change;
}
