import { localized, type Language } from '../../dossier/localized.ts';
import { KINDS, type Dossier } from '../../dossier/types.ts';
import { m } from '../../i18n/index.ts';
import { KIND_SHAPES } from '../../view/look.ts';
import type { LegendEntry, LegendGroup } from './plate.ts';

/** The legend of what is on the map: the sectors and kinds that occur, and how exact marks are. */
export function legendOf(
  { index, sectors, lines }: Pick<Dossier, 'index' | 'sectors' | 'lines'>,
  rows: Uint32Array,
  language: Language,
): readonly LegendGroup[] {
  const present = new Set<number>();
  const presentKinds = new Set<number>();
  let hasArea = false;
  for (const row of rows) {
    present.add(index.sector[row] ?? 0);
    presentKinds.add(index.kind[row] ?? 0);
    hasArea ||= (index.area[row] ?? 0) > 0;
  }
  const shown = new Set(rows);
  const hasLine = lines.some(({ row }) => shown.has(row));
  const plain = { color: null, icon: null, hollow: false } as const;
  const exactness: LegendEntry[] = [
    { name: m.map.exact, mark: { ...plain, shape: 'circle' } },
    ...(hasArea
      ? [{ name: m.map.area, mark: { ...plain, shape: 'circle', hollow: true } } as const]
      : []),
    ...(hasLine ? [{ name: m.map.border, mark: 'line' } as const] : []),
    { name: m.takeAway.several, mark: 'several' },
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
