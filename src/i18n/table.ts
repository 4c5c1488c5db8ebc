import load from 'messages:table';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of the table, and of what is sorted, which the first view doesn’t need. */
export const table = (await load[LANGUAGE]()).default(parts);
