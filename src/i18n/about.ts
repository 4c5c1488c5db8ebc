import load from 'messages:about';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words about the atlas, which the first view doesn’t need. */
export const about = (await load[LANGUAGE]()).default(parts);
