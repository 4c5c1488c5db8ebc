import load from 'messages:space';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of where things are: what is near, areas drawn, which the first view doesn’t need. */
export const space = (await load[LANGUAGE]()).default(parts);
