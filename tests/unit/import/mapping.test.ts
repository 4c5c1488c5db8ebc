import { describe, expect, it } from 'vitest';
import { dossier, features, SOUND, table, workplace, type Cells } from './run.ts';

async function importWith(mapping: unknown, rows: readonly Cells[], ...flags: readonly string[]) {
  const place = await workplace();
  const text = typeof mapping === 'string' ? mapping : JSON.stringify(mapping);
  await place.write('mapping.json', text);
  const run = await place.import('rows.csv', table(...rows), '--map', 'mapping.json', ...flags);
  return { ...run, place };
}

describe('a mapping file', () => {
  it('names columns, and flags win over it', async () => {
    const { code, out, place } = await importWith(
      { columns: { name: 'Werk', sector: 'Branche', title: 'Quelle' } },
      [{ Werk: 'Works', Branche: 'Steel', Feld: 'Iron', Quelle: 'The source' }],
      '--sector',
      'Feld',
    );
    expect(code).toBe(0);
    expect((await features(place))[0]?.properties).toMatchObject({
      name: { en: 'Works' },
      sector: 'iron',
      citations: [{ title: 'The source' }],
    });
    expect(out).toContain(
      'Columns: name ← “Werk”, sector ← “Feld”, title ← “Quelle”, quotation ← “quotation”, url ← “url”.',
    );
    expect(out).toContain('Not used: “name”, “sector”, “title”, “Branche”.');
  });

  it('gives a column to one field only where it names it', async () => {
    const { code, err } = await importWith({ columns: { name: 'title' } }, [
      { title: 'Solar plant' },
    ]);
    expect(err).toEqual([expect.stringContaining('found no column for title;')]);
    expect(code).toBe(1);
  });

  it('puts values in the place of others, and nothing in that of some', async () => {
    const { err, place } = await importWith(
      {
        values: {
          status: { 'Under construction': 'ongoing', Unknown: '' },
          sector: { Power: 'Energy' },
          kind: { Deal: 'agreement' },
          level: { exact: 'site' },
          countries: { 'Korea, Republic of': 'KR', Uzbekistan: 'UZ', Kazakhstan: 'KZ' },
        },
      },
      [
        { status: 'Under construction', sector: 'Power', kind: 'Deal' },
        { status: 'Unknown', place: 'Here', lat: '41', lng: '69', level: 'exact' },
        {
          place: 'There',
          lat: '45',
          lng: '66',
          level: 'site',
          countries: 'Uzbekistan; Kazakhstan',
        },
        { place: 'Far', lat: '37', lng: '127', level: 'site', countries: 'Korea, Republic of' },
      ],
    );
    expect(err).toEqual([]);
    const taken = (await features(place)).map(({ properties }) => properties);
    expect(taken[0]).toMatchObject({ status: 'ongoing', sector: 'energy', kind: 'agreement' });
    expect(taken[1]).not.toHaveProperty('status');
    expect(taken.map(({ place }) => place?.countries)).toEqual([
      undefined,
      [],
      ['UZ', 'KZ'],
      ['KR'],
    ]);
  });

  it('has constants where cells are empty', async () => {
    const place = await workplace();
    await place.write(
      'mapping.json',
      JSON.stringify({
        constants: {
          kind: 'event',
          sector: 'Culture',
          status: 'held',
          when: '2022',
          level: 'site',
          countries: 'UZ',
          title: 'The report',
          url: 'https://example.org/all',
        },
      }),
    );
    const rows =
      'name,quotation,lat,lng,place,level,kind\nA,a,41,69,P,,\nB,b,41,69,P,settlement,project\n';
    const { code, err, out } = await place.import('rows.csv', rows, '--map', 'mapping.json');
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(await features(place)).toMatchObject([
      {
        properties: {
          kind: 'event',
          sector: 'culture',
          status: 'held',
          when: '2022',
          place: { level: 'site', countries: ['UZ'] },
          citations: [{ title: 'The report', url: 'https://example.org/all', exact: 'a' }],
        },
      },
      { properties: { kind: 'project', place: { level: 'settlement' } } },
    ]);
    expect(out.join('\n')).not.toContain('of no kind');
  });

  it('describes sectors, which rows find by id or name', async () => {
    const sectors = [
      { id: 'sun', name: { en: 'Solar', ru: 'Солнце' }, color: '#d27300', icon: 'circle' },
      { id: 'unused', name: { en: 'Tidal' }, color: '#238cff', icon: 'water' },
    ];
    const { out, place } = await importWith({ sectors }, [
      { sector: 'Wind' },
      { sector: 'SOLAR' },
      { sector: 'sun' },
      { sector: 'солнце' },
    ]);
    expect((await features(place)).map(({ properties }) => properties.sector)).toEqual([
      'wind',
      'sun',
      'sun',
      'sun',
    ]);
    expect((await dossier(place)).sectors.slice(0, 2)).toEqual(sectors);
    expect(out).toContain('Sectors: Solar 3, Tidal 0, Wind 1.');
  });

  it.each<[string, unknown, RegExp[]]>([
    ['no JSON', '{"columns":', [/^mapping\.json: found no JSON \(.*\); expected a mapping/]],
    [
      'keys that mean nothing',
      { colums: {}, constants: { id: 'x' } },
      [
        /^mapping\.json › constants\.id: found .*; expected no field of this name$/,
        /^mapping\.json › colums: found .*; expected no field of this name$/,
      ],
    ],
    [
      'fields that there aren’t',
      { columns: { nmae: 'Name' } },
      [/^mapping\.json › columns\.nmae: found “nmae”; expected one of “id”, “name”, /],
    ],
    [
      'constants that can’t be',
      { constants: { level: 'town', kind: 'x', when: 'soon', url: 'x' } },
      [
        /constants\.kind: found “x”; expected one of “project”/,
        /constants\.when: found “soon”; expected an EDTF date/,
        /constants\.level: found “town”; expected one of “site”/,
        /constants\.url: found “x”; expected a web address/,
      ],
    ],
    [
      'values for fields that have none',
      { values: { name: { a: 'b' } } },
      [/values\.name: found .*; expected no field of this name/],
    ],
    [
      'an icon that isn’t Maki’s',
      { sectors: [{ id: 'a', name: { en: 'A' }, color: '#d27300', icon: 'flux-capacitor' }] },
      [/^mapping\.json › sectors \(a\)\.icon: found “flux-capacitor”; expected the name of a Maki/],
    ],
    [
      'a sector twice',
      {
        sectors: ['A', 'B'].map((en) => ({
          id: 'a',
          name: { en },
          color: '#d27300',
          icon: 'circle',
        })),
      },
      [/^mapping\.json › sectors: found “a” twice; expected each sector once$/],
    ],
  ])('can’t have %s', async (_, mapping, messages) => {
    const { code, err } = await importWith(mapping, [SOUND]);
    expect(code).toBe(1);
    const told = err.join('\n').split('\n');
    expect(told).toHaveLength(messages.length);
    messages.forEach((message, index) => expect(told[index]).toMatch(message));
  });
});
