import { localized } from '../dossier/localized.ts';
import type { Sector } from '../dossier/types.ts';
import { formatWhen } from '../dossier/when.ts';
import { LANGUAGE } from './index.ts';

/** The name of a sector by its id, which stands for one that the dossier doesn't have. */
export function sectorName(id: string, sectors: readonly Sector[]): string {
  const sector = sectors.find((sector) => sector.id === id);
  return sector ? localized(sector.name, LANGUAGE) : id;
}

/** How an open end is said, with the date of the other. */
export interface OpenEnds {
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
}

/** An EDTF date or interval in words. */
export function spanWords(span: string, { since, until }: OpenEnds): string {
  const [from = '', to] = span.split('/');
  if (to === undefined) return formatWhen(span, LANGUAGE);
  if (isOpen(from)) return until(formatWhen(to, LANGUAGE));
  if (isOpen(to)) return since(formatWhen(from, LANGUAGE));
  return formatWhen(span, LANGUAGE);
}

/** EDTF writes an open end as `..`, and an unknown one as nothing. */
function isOpen(end: string): boolean {
  return end === '' || end === '..';
}
