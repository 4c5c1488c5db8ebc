import type { Place } from '../dossier/types.ts';
import { m } from './index.ts';

/** How exactly the article places what is at a place. */
export function levelWords({ level, countries }: Place): string {
  return level === 'country' && countries.length > 1 ? m.countriesLevel : m.level[level];
}
