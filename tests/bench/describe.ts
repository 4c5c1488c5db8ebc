import type { Figures } from './measurement.ts';
import { frames, megabytes, milliseconds, seconds } from './units.ts';
import type { Visit } from './visit.ts';

/** The headings of what is measured, and the cells below them. */
export const HEADINGS = ['ready', 'filter', 'memory', 'fetched', 'pan and zoom', 'longest gap'];

export function cells(figures: Figures | Visit): string[] {
  const { ready, filter, memory, fetched, frames: moved } = figures;
  return [
    seconds(ready),
    filter === null ? '–' : milliseconds(filter),
    memory === null ? 'not measured' : megabytes(memory),
    megabytes(fetched),
    moved === null ? '–' : frames(moved.perSecond),
    moved === null ? '–' : milliseconds(moved.longestGap),
  ];
}

/** All of it in a line. */
export function describeVisit(visit: Visit): string {
  return cells(visit)
    .map((cell, index) => `${HEADINGS[index] ?? ''} ${cell}`)
    .join(', ');
}
