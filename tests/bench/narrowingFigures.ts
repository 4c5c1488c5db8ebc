import type { Contestant } from './contestants.ts';
import type { Work } from './mainThread.ts';
import { narrow, type Narrowing } from './narrowing.ts';
import { median } from './statistics.ts';
import { megabytes, milliseconds } from './units.ts';
import { NotMeasured, type Site, type Viewport } from './visit.ts';

/** Of all steps of all rounds: work of the main thread, milliseconds. */
export interface Spread {
  readonly median: number;
  readonly worst: number;
}

export interface NarrowingFigures {
  readonly keystroke: Spread;
  readonly choice: Spread;
  /** Milliseconds to the first answer of a search, waiting included, and bytes for it: medians. */
  readonly first: number;
  readonly fetched: number;
}

export interface MeasuredNarrowing {
  /** `null` where it failed. */
  readonly figures: NarrowingFigures | null;
  readonly failure: string | null;
}

export const NARROWING_HEADINGS = [
  'keystroke',
  'worst',
  'choice',
  'worst',
  'first answer',
  'fetched for it',
];

export function narrowingCells({ keystroke, choice, first, fetched }: NarrowingFigures): string[] {
  return [
    milliseconds(keystroke.median),
    milliseconds(keystroke.worst),
    milliseconds(choice.median),
    milliseconds(choice.worst),
    milliseconds(first),
    megabytes(fetched),
  ];
}

/** Narrows the atlas down in so many browsers, one after the other. It isn't tried again once it failed. */
export async function measureNarrowing(
  label: string,
  atlas: Contestant,
  words: readonly string[],
  rounds: number,
  site: Site,
  viewport: Viewport,
): Promise<MeasuredNarrowing> {
  const all: Narrowing[] = [];
  for (let round = 1; round <= rounds; round++) {
    const say = (text: string) =>
      console.info(
        `${label} · round ${round} of ${rounds} · ${atlas.name}, narrowed down: ${text}`,
      );
    try {
      const narrowing = await narrow(atlas, words, site, viewport);
      const cells = narrowingCells(narrowingFigures([narrowing]));
      say(cells.map((cell, index) => `${NARROWING_HEADINGS[index] ?? ''} ${cell}`).join(', '));
      all.push(narrowing);
    } catch (error) {
      const failure = error instanceof NotMeasured ? error.message : `failed: ${String(error)}`;
      say(failure);
      return { figures: null, failure: failure.split('\n', 1).join('') };
    }
  }
  return { figures: narrowingFigures(all), failure: null };
}

/** Throws a `RangeError` where nothing was measured. */
export function narrowingFigures(all: readonly Narrowing[]): NarrowingFigures {
  return {
    keystroke: spreadOf(all.flatMap(({ keystrokes }) => keystrokes)),
    choice: spreadOf(all.flatMap(({ choices }) => choices)),
    first: median(all.map(({ first }) => first.time)),
    fetched: median(all.map(({ fetched }) => fetched)),
  };
}

function spreadOf(steps: readonly Work[]): Spread {
  const works = steps.map(({ work }) => work);
  return { median: median(works), worst: Math.max(...works) };
}
