import load from 'messages:faults';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of what went wrong, which most readers never need. */
export const faults = (await load[LANGUAGE]()).default(parts);
