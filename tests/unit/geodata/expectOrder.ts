import { expect } from 'vitest';
import type { Language } from '../../../src/dossier/localized.ts';

/** As texts are sorted: blanks of any kind count as one space. */
const normal = (text: string) => text.split(/[\s\u0085\ufffe]+/).join(' ');

/** Holds ranks to how a collator sorts the texts themselves; `null` has rank 0. */
export function expectOrder(
  ranks: Uint32Array,
  texts: readonly (string | null)[],
  language: Language,
): void {
  expect(ranks).toHaveLength(texts.length);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const known: { readonly text: string; readonly rank: number }[] = [];
  texts.forEach((text, number) => {
    const rank = ranks[number] ?? NaN;
    expect(rank === 0).toBe(text === null);
    if (text !== null) known.push({ text: normal(text), rank });
  });
  known.sort((a, b) => compare(a.text, b.text));
  let rank = 0;
  known.forEach((each, number) => {
    const before = known[number - 1];
    if (before === undefined || compare(before.text, each.text) !== 0) rank++;
    if (each.rank !== rank)
      throw new Error(`${JSON.stringify(each)} should have rank ${rank}, in ${language}.`);
  });
}
