import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/dossier/folding.ts';
import { nearestProjects } from '../../../src/dossier/nearestNames.ts';
import { openDossier } from '../../../src/dossier/open.ts';
import type { Dossier } from '../../../src/dossier/types.ts';
import { ID, openPublished, projectsOf, published } from '../published.ts';

let dossier: Dossier;
beforeAll(async () => {
  dossier = await openPublished();
});

async function nearest(id: string): Promise<string[]> {
  return (await nearestProjects(id, dossier)).map((project) => project.id);
}

describe('the projects nearest to an id', () => {
  test.each([
    ['samarkand-power-plant', 'samarkand-thermal-power-plant'],
    ['kostanay-car-plant', 'kostanay-cars'],
    ['karagandy-appliances', 'karaganda-household-appliances'],
    ['qaraghandy-household-appliances', 'karaganda-household-appliances'],
    ['Samarkand_Power_Station', 'samarkand-thermal-power-plant'],
    ['cars-in-kostanai', 'kostanay-cars'],
    ['pearl-of-aral', 'pearl-of-the-aral-sea-exhibition'],
    ['cultural-days-2024', 'cultural-days-2023'],
    ['youth-2031-2032-2033-2034', 'youth-congress'],
    ['qz-zx-kostanay', 'kostanay-cars'],
    ['завод-костанай', 'kostanay-cars'],
    ['treaty on allied relations of the two countries', 'treaty-on-allied-relations'],
  ])('“%s”: first %s', async (id, first) => {
    expect((await nearest(id))[0]).toBe(first);
  });

  test('are several where several are near', async () => {
    const [first, ...others] = await nearest('inter-parliamentary-council-second-meeting');
    expect(first).toBe('inter-parliamentary-council-first-meeting');
    expect(others).toContain('inter-parliamentary-council');
  });

  test('come in the order of the search where the same words lead to them', async () => {
    const found = await dossier.search.find('tashkent');
    const projects = await dossier.details.all(found?.ranked ?? []);
    expect(projects).toHaveLength(3);
    expect(await nearest('tashkent')).toEqual(projects.map(({ id }) => id));
  });

  test.each([
    'gone',
    'zzz-qqq-xxx',
    'moon-base-alpha',
    'lisbon-metro-line',
    'of-the-in-and',
    'of',
    '2023',
    '1',
    '30-2022-12-24',
    'uzbekistan',
    // Words of quotations alone.
    'several-large-scale-launches',
    // One word of three is too little.
    'kostanay-nuclear-submarine',
    '',
    '---',
    '\u0000',
    '%00',
    '\ud800',
    '🚲',
  ])('“%s”: none', async (id) => {
    expect(await nearest(id)).toEqual([]);
  });

  test('of every English name with its last word lost include the one that bears it', async () => {
    for (const { id, name } of await projectsOf(dossier)) {
      const words = wordsOf(name.en).map(({ folded }) => folded);
      if (words.length < 4) continue;
      expect(await nearest(words.slice(0, -1).join('-')), name.en).toContain(id);
    }
  });

  test('are three at most, different ones, whatever the id', async () => {
    const words = (await projectsOf(dossier)).flatMap(({ id }) => id.split('-'));
    const kebab = fc.array(fc.constantFrom(...words), { maxLength: 20 });
    const ids = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      kebab.map((each) => each.join('-')),
    );
    await fc.assert(
      fc.asyncProperty(ids, async (id) => {
        const offered = await nearest(id);
        expect(offered.length).toBeLessThanOrEqual(3);
        expect(new Set(offered).size).toBe(offered.length);
      }),
    );
  });

  test('are sought by the first words of an id that is endless', async () => {
    const asked: string[] = [];
    const search = {
      find: (query: string) => {
        asked.push(query);
        return dossier.search.find(query);
      },
    };
    const id = Array.from({ length: 20_000 }, (_, number) => `word${number}`).join('-');
    expect(await nearestProjects(id, { ...dossier, search })).toEqual([]);
    expect(asked).toEqual(Array.from({ length: 8 }, (_, number) => `word${number}`));
    expect(await nearest('x'.repeat(100_000))).toEqual([]);
    expect(await nearest('\u0000-'.repeat(50_000))).toEqual([]);
  });

  test('are none while the search can’t be had, and that is reported', async () => {
    const read = await published();
    const whole = await openDossier(ID, read);
    let isOffline = false;
    const { dossier: lonely } = await openDossier(ID, async (file) => {
      if (isOffline) throw new Error('no answer');
      return read(file);
    });
    if (lonely === null) throw new Error(`It can’t be opened: ${JSON.stringify(whole.problems)}`);
    isOffline = true;
    const problems: unknown[] = [];
    lonely.search.onProblems = (found) => problems.push(...found);
    expect(await nearestProjects('samarkand-power-plant', lonely)).toEqual([]);
    expect(problems).toMatchObject([{ found: 'no answer' }]);
    isOffline = false;
    expect(await nearestProjects('samarkand-power-plant', lonely)).toHaveLength(1);
  });
});

describe('in a dossier of one project', () => {
  test('it is offered for its words, and for no others', async () => {
    const [only] = await dossier.details.all([0]);
    if (only === undefined) throw new Error('The dossier has no project.');
    const one = (word: string) => ({
      search: {
        find: async (query: string) => {
          const found = await dossier.search.find(query);
          if (found === null) return null;
          const count = query.includes(word) ? 1 : 0;
          const ranked = count === 1 ? [0] : [];
          return { ...found, count, ranked, mask: Uint8Array.of(count) };
        },
      },
      details: { all: async () => [only] },
      index: { size: 1 },
    });
    const [word = ''] = only.id.split('-');
    expect(await nearestProjects(word, one(word))).toHaveLength(1);
    expect(await nearestProjects('nowhere', one(word))).toEqual([]);
  });
});
