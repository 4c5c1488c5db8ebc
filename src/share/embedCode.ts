/** How large a frame is, pixels; a width of `null` is all that its page has. */
export interface FrameSize {
  readonly width: number | null;
  readonly height: number;
}

/** Below these a card can't be read; above them it is a page of its own. Pixels. */
export const FRAME_LIMITS = { width: [320, 2000], height: [240, 1600] } as const;

/**
 * What a frame may do: the atlas is a program, whose map's worker needs its own origin, and whose
 * links to the full atlas open in another tab, out of the sandbox.
 */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The HTML that shows an address in a frame, to be pasted into another page. */
export function embedCode(address: string, title: string, { width, height }: FrameSize): string {
  const attributes = {
    src: address,
    title,
    width: width === null ? '100%' : String(width),
    height: String(height),
    style: 'border: 0; max-width: 100%',
    loading: 'lazy',
    allow: 'clipboard-write',
    sandbox: SANDBOX,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as the value of an HTML attribute in quotation marks. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** A number of pixels as entered, within limits; what isn't a number leaves it as it was. */
export function pixels(
  entered: number,
  [least, most]: readonly [number, number],
  before: number,
): number {
  return Number.isNaN(entered) ? before : Math.min(Math.max(Math.round(entered), least), most);
}
