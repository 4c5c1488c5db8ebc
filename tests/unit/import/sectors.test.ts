import { describe, expect, it } from 'vitest';
import { iconProblems } from '../../../geodata/icons.ts';
import { lookOf } from '../../../geodata/import/looks.ts';
import { dossier, features, importTable, table } from './run.ts';

describe('sectors', () => {
  it('are made of the values there are, those with the most rows first', async () => {
    const { out, place } = await importTable(
      table(
        ...['Oil & gas', 'Wind', 'wind ', 'Энергетика', 'oil  &  gas', 'WIND', 'Oil (gas)'].map(
          (sector) => ({ sector }),
        ),
      ),
    );
    expect((await features(place)).map(({ properties }) => properties.sector)).toEqual([
      'oil-gas',
      'wind',
      'wind',
      'sector-3',
      'oil-gas',
      'wind',
      'oil-gas-2',
    ]);
    expect((await dossier(place)).sectors.map(({ id, name }) => [id, name.en])).toEqual([
      ['wind', 'Wind'],
      ['oil-gas', 'Oil & gas'],
      ['sector-3', 'Энергетика'],
      ['oil-gas-2', 'Oil (gas)'],
    ]);
    expect(out).toContain('Sectors: Wind 3, Oil & gas 2, Энергетика 1, Oil (gas) 1.');
  });

  it('have none that only rows left out belong to', async () => {
    const { place } = await importTable(table({ sector: 'A' }, { sector: 'B', quotation: '' }));
    expect((await dossier(place)).sectors.map(({ id }) => id)).toEqual(['a']);
  });

  it('look different from each other, however many, with icons that there are', () => {
    const looks = Array.from({ length: 99 }, (_, index) => lookOf(index));
    expect(new Set(looks.map(({ color, icon }) => `${color} ${icon}`)).size).toBe(99);
    expect(new Set(looks.slice(0, 45).map(({ color }) => color)).size).toBe(45);
    expect(looks.every(({ color }) => /^#[0-9a-f]{6}$/.test(color))).toBe(true);
    const sectors = looks.map((look, index) => ({ id: `s${index}`, name: { en: 'S' }, ...look }));
    expect(iconProblems('dossier.json', sectors)).toEqual([]);
  });

  it('are told to be too many beyond forty', async () => {
    const rows = (count: number) =>
      table(...Array.from({ length: count }, (_, index) => ({ sector: `S${index}` })));
    expect((await importTable(rows(40))).out.join('\n')).not.toContain('too many');
    expect((await importTable(rows(41))).out.join('\n')).toContain(
      '41 sectors are too many to filter by; bring them together with “values” in a mapping file.',
    );
  });

  it('aren’t made of a column with a thousand values', async () => {
    const rows = Array.from({ length: 1001 }, (_, index) => ({ sector: `Note ${index}` }));
    const { code, err } = await importTable(table(...rows));
    expect(code).toBe(1);
    expect(err).toEqual([
      'sector: found more than 1000 different values, the last of them “Note 1000”; expected a column of the few fields that projects belong to',
    ]);
  });
});
