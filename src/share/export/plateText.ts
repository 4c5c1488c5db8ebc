import { localized } from '../../dossier/localized.ts';
import { m } from '../../i18n/index.ts';
import type { ExportContent } from './format.ts';
import { legendOf } from './legend.ts';
import type { PlateText } from './plate.ts';
import { placedRows } from './rows.ts';
import { creditWords } from './words.ts';

/** The words around a picture of the map. */
export function plateTextOf({ dossier, rows, language, links }: ExportContent): PlateText {
  const { index } = dossier;
  const placed = placedRows(rows, index);
  const shown =
    rows.length === index.size
      ? m.projects(index.size)
      : m.filter.announce(rows.length, index.size);
  const unplaced = rows.length - placed.length;
  return {
    title: localized(dossier.title, language),
    subtitle: [shown, ...(unplaced > 0 ? [m.takeAway.notOnMap(unplaced)] : [])].join(' · '),
    legend: legendOf(dossier, placed, language),
    notes: [...creditWords(dossier), m.takeAway.link(links.view)],
  };
}
