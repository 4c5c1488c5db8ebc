import load from 'messages:sharing';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words for sharing a view, which the first view doesn’t need. */
export const sharing = (await load[LANGUAGE]()).default(parts);
