import { localized } from '../../dossier/localized.ts';
import { m } from '../../i18n/index.ts';
import { takeAway } from '../../i18n/takeAway.ts';
import type { Pictured } from '../../view/picture.ts';
import { filtersInWords } from '../describe.ts';
import type { ExportContent } from './format.ts';
import { legendOf } from './legend.ts';
import type { PlateText } from './plate.ts';
import { countUnplaced } from './rows.ts';
import { creditWords } from './words.ts';

/** The words around a picture of the map, or, where that is `null`, around what is listed. */
export function plateTextOf(
  { dossier, rows, filters, language, links }: ExportContent,
  pictured: Pictured | null,
): PlateText {
  const { index } = dossier;
  const words = filtersInWords(filters, dossier);
  const unplaced = countUnplaced(rows, index);
  const inside = pictured?.rows.length ?? 0;
  return {
    title: localized(dossier.title, language),
    subtitle:
      words === null
        ? m.projects({ number: index.size })
        : takeAway.filtered({ words, number: rows.length, all: index.size }),
    caption: pictured && inPicture(inside, rows.length - unplaced - inside, unplaced),
    legend: pictured === null ? [] : legendOf(dossier, pictured, language),
    notes: [...creditWords(dossier), takeAway.link({ address: links.view })],
  };
}

/** How much of what is shown is in the picture. */
function inPicture(inside: number, elsewhere: number, unplaced: number): string {
  const all = inside + elsewhere + unplaced;
  const { pictured } = takeAway;
  if (inside === all) return pictured.all({ number: all });
  return [
    pictured.some({ inside, all }),
    ...(elsewhere > 0 ? [pictured.elsewhere({ number: elsewhere })] : []),
    ...(unplaced > 0 ? [pictured.unplaced({ number: unplaced })] : []),
  ].join(', ');
}
