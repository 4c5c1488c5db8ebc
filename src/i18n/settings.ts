import load from 'messages:settings';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of language and colours, which the first view doesn’t need. */
export const settings = (await load[LANGUAGE]()).default(parts);
