import { describe, expect, it } from 'vitest';
import { slug } from '../../../geodata/import/ids.ts';
import { features, ID, importTable, table, workplace, type Workplace } from './run.ts';

const ids = async (place: Workplace) => (await features(place)).map(({ id }) => id);

describe('an id', () => {
  it.each([
    ['Solar plant', 'solar-plant'],
    ['  São Tomé — Phase 2 (A) ', 'sao-tome-phase-2-a'],
    ['Oʻzbekiston yoʻli', 'ozbekiston-yoli'],
    ['Завод КАМАЗ', ''],
    ['Завод KAMAZ', 'kamaz'],
    [`${'long '.repeat(30)}name`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
    ['x'.repeat(100), 'x'.repeat(60)],
  ])('is made of “%s”', (name, id) => {
    expect(slug(name)).toBe(id);
  });

  it('is made from the name, and numbered where it is taken', async () => {
    const { out, place } = await importTable(
      table(
        { name: 'Plant' },
        { name: 'plant' },
        { name: 'Завод' },
        { name: 'Plant 2' },
        { name: 'PLANT' },
      ),
    );
    expect(await ids(place)).toEqual(['plant', 'plant-2', 'row-3', 'plant-2-2', 'plant-3']);
    expect(out.filter((line) => line.includes('made from names'))).toEqual([
      'Note: 5 ids made from names. Links carry ids: they change if the names or the order of the rows do, so give the file a column of ids before you publish.',
    ]);
  });

  it('doesn’t pass to the next row from one that was left out', async () => {
    const { place } = await importTable(
      table({ name: 'Plant', quotation: '' }, { name: 'Plant' }, { id: 'a', url: '' }, { id: 'a' }),
    );
    expect(await ids(place)).toEqual(['plant', 'a']);
  });

  it('is written in lower case, digits and hyphens where it isn’t already', async () => {
    const { err, out, place } = await importTable(
      table({ id: 'G 1001/a' }, { id: 'g-1002' }, { id: '1003' }, { id: `x${'0'.repeat(80)}` }),
    );
    expect(err).toEqual([]);
    expect(await ids(place)).toEqual(['g-1001-a', 'g-1002', '1003', `x${'0'.repeat(80)}`]);
    expect(out).toContain('Note: 1 id written in lower-case letters, digits and hyphens.');
  });

  it('is the first row’s only', async () => {
    const { code, err, place } = await importTable(
      table(
        { id: 'one', aliases: 'old' },
        { id: 'two', aliases: 'one' },
        { id: 'One' },
        { id: 'old' },
        { id: 'three', aliases: 'three' },
        { id: 'four', aliases: 'old, older' },
        { id: 'five', aliases: 'older' },
      ),
    );
    expect(code).toBe(2);
    expect(err).toEqual([
      'row 2 (line 3): aliases: found “one”; expected an id of its own, as row 1 has this one',
      'row 3 (line 4): id: found “One”; expected an id of its own, as row 1 has this one',
      'row 4 (line 5): id: found “old”; expected an id of its own, as row 1 has this one',
      'row 5 (line 6): aliases: found “three”; expected an id that it had before, not its own',
      'row 6 (line 7): aliases: found “old”; expected an id of its own, as row 1 has this one',
    ]);
    expect(await ids(place)).toEqual(['one', 'five']);
  });

  it('that is no more is told of where a dossier is replaced', async () => {
    const place = await workplace();
    await place.import('old.csv', table({ id: 'kept' }, { id: 'gone' }, { id: 'renamed' }));
    const { out } = await place.import(
      'new.csv',
      table({ id: 'kept' }, { id: 'new', aliases: 'renamed' }),
      '--force',
    );
    expect(out).toContain(
      'Note: 1 id of the dossier replaced are no more: gone. Links to them are broken; a column of aliases keeps them.',
    );
    expect(await ids(place)).toEqual(['kept', 'new']);
    expect(place.into).not.toContain(ID);
  });
});
