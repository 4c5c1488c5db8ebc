import { localized } from '../dossier/localized.ts';
import type { Sector } from '../dossier/types.ts';
import { formatWhen } from './dates.ts';
import { LANGUAGE } from './language.ts';

/** The name of a sector by its id, which stands for one that the dossier doesn't have. */
export function sectorName(id: string, sectors: readonly Sector[]): string {
  const sector = sectors.find((sector) => sector.id === id);
  return sector ? localized(sector.name, LANGUAGE) : id;
}

/** How an open end is said, with the date of the other. */
export interface OpenEnds {
  readonly since: (values: { date: string }) => string;
  readonly until: (values: { date: string }) => string;
}

/** An EDTF date or interval in words. */
export function spanWords(span: string, { since, until }: OpenEnds): string {
  const [from = '', to] = span.split('/');
  if (to === undefined) return formatWhen(span);
  if (isOpen(from)) return until({ date: formatWhen(to) });
  if (isOpen(to)) return since({ date: formatWhen(from) });
  return formatWhen(span);
}

/** EDTF writes an open end as `..`, and an unknown one as nothing. */
function isOpen(end: string): boolean {
  return end === '' || end === '..';
}
