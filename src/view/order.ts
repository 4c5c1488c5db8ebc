import type { Language } from '../dossier/localized.ts';
import type { Row } from '../dossier/projectIndex.ts';
import type { Ranks } from '../dossier/ranks.ts';
import type { Filtered } from './filter.ts';

/**
 * Where words come when they are sorted as readers of a language expect: by the number of each, 0
 * for what has none.
 */
export function ranksOfWords(words: readonly (string | null)[], language: Language): Ranks {
  const collator = new Intl.Collator(language, { numeric: true });
  const known = words.flatMap((word, number) => (word === null ? [] : [{ word, number }]));
  known.sort((a, b) => collator.compare(a.word, b.word));
  const ranks = new Uint32Array(words.length);
  let rank = 0;
  let before: string | null = null;
  for (const { word, number } of known) {
    if (before === null || collator.compare(before, word) !== 0) rank++;
    before = word;
    ranks[number] = rank;
  }
  return ranks;
}

/** The ranks of rows by a column of the index: numbers into a table, whose ranks are known. */
export function ranksOfRows(column: Uint8Array | Uint16Array, table: Ranks): Ranks {
  const ranks = new Uint32Array(column.length);
  for (let row: Row = 0; row < ranks.length; row++) ranks[row] = table[column[row] ?? 0] ?? 0;
  return ranks;
}

/**
 * Rows sorted by their ranks. Those alike keep the order in which they come, and those without a
 * rank come last, whichever way it goes. A counting sort: a million rows take few milliseconds.
 */
export function sortRows(rows: Uint32Array, ranks: Ranks, descending: boolean): Uint32Array {
  let top = 0;
  for (const row of rows) top = Math.max(top, ranks[row] ?? 0);
  /** In which turn a row comes, from 0; those without a rank have the last. */
  const turnOf = (row: Row): number => {
    const rank = ranks[row] ?? 0;
    return rank === 0 ? top : descending ? top - rank : rank - 1;
  };
  /** Where the next row of each turn is put. */
  const places = new Uint32Array(top + 2);
  for (const row of rows) {
    const next = turnOf(row) + 1;
    places[next] = (places[next] ?? 0) + 1;
  }
  for (let turn = 1; turn < places.length; turn++)
    places[turn] = (places[turn] ?? 0) + (places[turn - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const turn = turnOf(row);
    const place = places[turn] ?? 0;
    sorted[place] = row;
    places[turn] = place + 1;
  }
  return sorted;
}

/** The rows that pass, in the order of the dossier. */
export function rowsPassing({ mask, count }: Pick<Filtered, 'mask' | 'count'>): Uint32Array {
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row: Row = 0; row < mask.length; row++) if (mask[row] === 1) rows[at++] = row;
  return rows;
}
