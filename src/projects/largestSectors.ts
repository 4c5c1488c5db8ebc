import type { Dossier } from '../dossier/types.ts';

/** So many sectors stand over the map; of more, so many do. */
const MOST = 16;
const FEW = 12;

/** The sectors that stand over the map, by their numbers: all, or those with most projects. */
export function largestSectors({
  index,
  sectors,
}: Pick<Dossier, 'sectors'> & {
  readonly index: Pick<Dossier['index'], 'sector'>;
}): ReadonlySet<number> {
  const numbers = sectors.map((_, number) => number);
  if (areAllShown(sectors)) return new Set(numbers);
  const counts = new Uint32Array(sectors.length);
  for (const sector of index.sector) counts[sector] = (counts[sector] ?? 0) + 1;
  numbers.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return new Set(numbers.slice(0, FEW));
}

export function areAllShown(sectors: Dossier['sectors']): boolean {
  return sectors.length <= MOST;
}
