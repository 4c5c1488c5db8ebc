import { beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../../src/dossier/types.ts';
import { honour, resolveLink } from '../../../src/view/honour.ts';
import { openPublished } from '../published.ts';

let dossier: Dossier;
beforeAll(async () => {
  dossier = await openPublished();
});

async function honoured(link: string) {
  const { view, problems } = honour(await resolveLink(link, dossier), dossier, true);
  return { ...view.filters, problems: problems.map(({ reason, value }) => `${reason} ${value}`) };
}

describe('a sector', () => {
  test('is forgiven its case', async () => {
    const { sector, problems } = await honoured('sector=Energy,AUTOMOTIVE.');
    expect(sector).toEqual(['automotive', 'energy']);
    expect(problems).toEqual([]);
  });

  test('is meant as it is written where another differs from it by case alone', async () => {
    const [energy] = dossier.sectors.filter(({ id }) => id === 'energy');
    if (energy === undefined) throw new Error('The dossier has no energy.');
    const twice = { ...dossier, sectors: [{ ...energy, id: 'ENERGY' }, energy] };
    const { view } = honour(await resolveLink('sector=energy', twice), twice, true);
    expect(view.filters.sector).toEqual(['energy']);
  });
});

describe('a country', () => {
  test('that the dossier has nothing of is filtered by', async () => {
    expect(await honoured('country=fr,none')).toMatchObject({
      country: ['FR', 'none'],
      problems: [],
    });
  });

  test.each(['ZZ', 'QX'])(
    'with the code %s, which none has, is left out and told',
    async (code) => {
      expect(await honoured(`country=${code},KZ`)).toMatchObject({
        country: ['KZ'],
        problems: [`unknown-country ${code}`],
      });
    },
  );
});

describe('a passage', () => {
  test('is told apart from its article', async () => {
    expect((await honoured('passage=nope:the%20words')).problems).toEqual([
      'unknown-article nope:the words',
    ]);
    expect((await honoured('passage=2022-12-24-allied-relations:no%20such')).problems).toEqual([
      'unknown-passage 2022-12-24-allied-relations:no such',
    ]);
  });
});
