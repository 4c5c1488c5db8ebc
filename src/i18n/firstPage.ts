import load from 'messages:firstPage';
import { LANGUAGE } from './language.ts';
import { parts } from './parts.ts';

/** Words of the pages as they are built, before any script runs. */
export const firstPage = (await load[LANGUAGE]()).default(parts);
