import load from 'messages:takeAway';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of what is taken away, which the first view doesn’t need. */
export const takeAway = (await load[LANGUAGE]()).default(parts);
