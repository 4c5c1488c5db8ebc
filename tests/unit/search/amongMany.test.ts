import { expect, test } from 'vitest';
import type { SearchedProject } from '../../../geodata/compile/wordTable.ts';
import { FEW_WORDS } from '../../../src/dossier/searchEngine.ts';
import { seededRandom } from '../../bench/random.ts';
import { openPublished, projectsOf } from '../published.ts';
import { withIndex } from './indexed.ts';
import { QUERIES } from './queries.ts';

const OTHERS = 25_000;
const SYLLABLES = 'ka sa mar ol ti bel ru nor vi dan esh or lum pe gra wen ty zo hal ber'.split(
  ' ',
);

/** Projects of made-up words, of which there are more than `FEW_WORDS`. */
function madeUp(): SearchedProject[] {
  const random = seededRandom(20221224);
  const word = () =>
    Array.from({ length: 4 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: OTHERS }, () => ({
    name: { en: words(3) },
    sector: { id: 'other', name: { en: 'Other' }, color: '#336699', icon: 'industry' },
    location: null,
    citations: [{ exact: words(4), title: 'A', url: 'https://example.org/' }],
  }));
}

test('each query finds among many others what it finds in the first dossier', async () => {
  const projects = await projectsOf(await openPublished());
  const all = [...projects, ...madeUp()];
  const words = new Set(all.slice(projects.length).flatMap(({ name }) => name.en.split(' ')));
  expect(words.size).toBeGreaterThan(FEW_WORDS);
  await withIndex(all, undefined, async ({ engine }) => {
    for (const { query, first } of QUERIES) {
      const found = await engine.find(query);
      const rows = found?.ranked.slice(0, first.length) ?? [];
      const ids = rows.map((row) => projects[all.length - 1 - row]?.id);
      expect({ query, ids: ids.sort() }).toEqual({ query, ids: [...first].sort() });
    }
  });
}, 120_000);
