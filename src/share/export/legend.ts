import { localized, type Language } from '../../dossier/localized.ts';
import { KINDS, type Dossier } from '../../dossier/types.ts';
import { m } from '../../i18n/index.ts';
import { takeAway } from '../../i18n/takeAway.ts';
import { KIND_SHAPES } from '../../view/look.ts';
import type { Pictured } from '../../view/picture.ts';
import type { LegendEntry, LegendGroup } from './plate.ts';

/** The legend of a picture: the sectors and kinds that are in it, and how exact its marks are. */
export function legendOf(
  { index, sectors, lines }: Pick<Dossier, 'index' | 'sectors' | 'lines'>,
  { rows, alone, hasAreas, hasBorders, hasSeveral }: Pictured,
  language: Language,
): readonly LegendGroup[] {
  const present = new Set(rows.map((row) => index.sector[row] ?? 0));
  // Among several no one's kind is seen.
  const presentKinds = new Set(alone.map((row) => index.kind[row] ?? 0));
  const borders = new Set(lines.map(({ row }) => row));
  const hasExact = alone.some((row) => index.area[row] === 0 && !borders.has(row));
  const plain = { color: null, icon: null, hollow: false } as const;
  const exactness: LegendEntry[] = [
    ...(hasExact ? [{ name: m.map.exact, mark: { ...plain, shape: 'circle' } } as const] : []),
    ...(hasAreas
      ? [{ name: m.map.area, mark: { ...plain, shape: 'circle', hollow: true } } as const]
      : []),
    ...(hasBorders ? [{ name: m.map.border, mark: 'line' } as const] : []),
    ...(hasSeveral ? [{ name: takeAway.several, mark: 'several' } as const] : []),
  ];
  return [
    {
      title: m.map.legendSectors,
      entries: sectors
        .filter((_, number) => present.has(number))
        .map(({ name, color, icon }) => ({
          name: localized(name, language),
          mark: { shape: 'circle', hollow: false, color, icon },
        })),
    },
    {
      title: m.map.legendKinds,
      entries: KINDS.filter((_, number) => presentKinds.has(number)).map((kind) => ({
        name: m.kind[kind],
        mark: { ...plain, shape: KIND_SHAPES[kind] },
      })),
    },
    { title: m.map.legendExactness, entries: exactness },
  ];
}
