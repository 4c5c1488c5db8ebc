import { beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../../src/dossier/types.ts';
import { openPublished } from '../published.ts';
import { QUERIES, VAIN } from './queries.ts';

let dossier: Dossier;
beforeAll(async () => {
  dossier = await openPublished();
});

async function search(query: string): Promise<{ ids: string[]; count: number; mask: Uint8Array }> {
  const found = await dossier.search.find(query);
  if (found === null) throw new Error('The index can’t be read.');
  const projects = await dossier.details.all(found.ranked);
  return { ids: projects.map(({ id }) => id), count: found.count, mask: found.mask };
}

describe('in the dossier published', () => {
  test.each(QUERIES)('“$query” finds $first first', async ({ query, first }) => {
    const { ids } = await search(query);
    expect(ids.slice(0, first.length).sort()).toEqual([...first].sort());
  });

  test.each(VAIN)('“%s” finds nothing', async (query) => {
    expect(await search(query)).toMatchObject({ ids: [], count: 0 });
  });

  test.each(['', '   ', '?!', '’'])(
    'a query without words, “%s”, finds everything',
    async (query) => {
      const { count, mask } = await search(query);
      expect(count).toBe(39);
      expect(mask).toEqual(new Uint8Array(39).fill(1));
    },
  );

  test('what is found for one word is all that has it', async () => {
    expect((await search('Tashkent')).ids).toHaveLength(3);
    expect((await search('energy')).ids).toHaveLength(4);
  });
});
