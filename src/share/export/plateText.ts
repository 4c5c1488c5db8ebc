import { localized } from '../../dossier/localized.ts';
import { m } from '../../i18n/index.ts';
import type { ExportContent } from './format.ts';
import { legendOf } from './legend.ts';
import type { PlateText } from './plate.ts';
import { countUnplaced } from './rows.ts';
import { creditWords } from './words.ts';

/** The words around a picture of the map. */
export function plateTextOf({ dossier, rows, language, links }: ExportContent): PlateText {
  const { size } = dossier.index;
  const unplaced = countUnplaced(rows, dossier.index);
  return {
    title: localized(dossier.title, language),
    subtitle: rows.length === size ? m.projects(size) : m.filter.announce(rows.length, size),
    legend: legendOf(dossier, rows, language),
    notes: [
      ...(unplaced > 0 ? [m.takeAway.notOnMap(unplaced)] : []),
      ...creditWords(dossier),
      m.takeAway.link(links.view),
    ],
  };
}
