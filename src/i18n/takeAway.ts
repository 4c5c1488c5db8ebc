import { enTakeAway } from './enTakeAway.ts';

/** The words of what is taken away, which the first view doesn’t need. */
export const takeAway = enTakeAway;
