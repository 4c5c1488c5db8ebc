import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagOf, FIELDS } from '../../../geodata/import/fields.ts';
import { dossier, features, ID, SOUND, table, workplace, written } from './run.ts';

const SOME_LEFT_OUT = table(SOUND, { quotation: '' });

describe('the command line', () => {
  it('explains itself', async () => {
    const place = await workplace();
    for (const args of [['--help'], ['import', '--help'], ['import', 'x.csv', '-h']]) {
      const { code, out, err } = await place.run(...args);
      expect([code, err]).toEqual([0, []]);
      expect(out.join('\n')).toContain('npm run dossier -- import');
    }
    const { out } = await place.run('import', '--help');
    const flags = FIELDS.map((field) => `--${flagOf(field)}`);
    for (const flag of [...flags, '--map', '--article', '--report', '--force', '--publish'])
      expect(out.join('\n')).toContain(`  ${flag} `);
  });

  it.each<[string, string[], string | RegExp]>([
    ['no command', [], /^Makes dossiers for the atlas\./],
    [
      'another command',
      ['improt'],
      'improt: there is no such command; the nearest is “import”; see --help',
    ],
    [
      'no file',
      ['import', '--id', 'x'],
      'import: found no file; expected a .csv, .tsv, .geojson or .geojsonl',
    ],
    [
      'two files',
      ['import', 'a.csv', 'b.csv', '--id', 'x'],
      'import: found 2 files: a.csv, b.csv; expected one',
    ],
    ['no id', ['import', 'rows.csv'], /^--id: found nothing; expected an id of lower-case letters/],
    [
      'an id that is none',
      ['import', 'rows.csv', '--id', 'My Plants'],
      /^--id: found “My Plants”; expected an id/,
    ],
    [
      'a flag that there isn’t',
      ['import', 'rows.csv', '--id', 'x', '--stauts', 'Status'],
      '--stauts: there is no such flag; the nearest is “--status”; --help lists them all',
    ],
    [
      'a flag without value',
      ['import', 'rows.csv', '--id', 'x', '--map'],
      '--map: found nothing; expected a mapping file',
    ],
    [
      'a flag in the place of a value',
      ['import', 'rows.csv', '--id', '--force'],
      '--id: found --force; expected the id of the dossier, as in power-plants-2022',
    ],
    [
      'a flag twice',
      ['import', 'rows.csv', '--id', 'x', '--name', 'a', '--name', 'b'],
      '--name: found twice; expected once',
    ],
    [
      'a value for a switch',
      ['import', 'rows.csv', '--id', 'x', '--force=no'],
      '--force: found “no”; expected no value',
    ],
    [
      'a file that isn’t there',
      ['import', 'no.csv', '--id', 'x', '--into', 'dossiers'],
      'no.csv: there is no such file',
    ],
    [
      'a folder for a file',
      ['import', 'folder.csv', '--id', 'x', '--into', 'dossiers'],
      'folder.csv: found a folder; expected a file',
    ],
    [
      'a collection that isn’t there',
      ['import', 'no.geojson', '--id', 'x', '--into', 'dossiers'],
      'no.geojson: there is no such file',
    ],
    [
      'a spreadsheet',
      ['import', 'rows.xlsx', '--id', 'x', '--into', 'dossiers'],
      'rows.xlsx: found “rows.xlsx”; expected .csv, .tsv, .geojson or .geojsonl (save a spreadsheet as “CSV UTF-8”)',
    ],
    [
      'a mapping that isn’t there',
      ['import', 'rows.csv', '--id', 'x', '--map', 'no.json'],
      'no.json: there is no such file',
    ],
    [
      'a folder of dossiers that isn’t there',
      ['import', 'rows.csv', '--id', 'x', '--into', 'nowhere'],
      'nowhere: found no such folder; expected the one of dossiers',
    ],
    [
      'a column that isn’t there',
      ['import', 'rows.csv', '--id', 'x', '--into', 'dossiers', '--name', 'Nmae'],
      'rows.csv: found no column “Nmae”, which was named for name; expected one of “name”, “sector”, “quotation”, “title”, “url”; the nearest is “name”',
    ],
    [
      'a report in the place of what is read',
      ['import', 'rows.csv', '--id', 'x', '--into', 'dossiers', '--report', './rows.csv'],
      '--report: found rows.csv, which is read; expected another file',
    ],
  ])('refuses %s', async (_, args, message) => {
    const place = await workplace();
    await place.write('rows.csv', table(SOUND));
    await mkdir(path.join(place.folder, 'folder.csv'));
    const { code, err } = await place.run(...args);
    expect(code).toBe(1);
    expect(err).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
    expect(await written(place)).toEqual([]);
    expect(await readFile(path.join(place.folder, 'rows.csv'), 'utf8')).toBe(table(SOUND));
  });

  it('gives 0 where every row was taken, and 2 where some were left out', async () => {
    const place = await workplace();
    expect((await place.import('rows.csv', table(SOUND))).code).toBe(0);
    expect((await place.import('rows.csv', SOME_LEFT_OUT, '--force')).code).toBe(2);
  });

  it('gives 1 where the folder can’t be written', async () => {
    const place = await workplace();
    await chmod(place.into, 0o500);
    // Root may write anywhere.
    const isRoot = process.getuid?.() === 0;
    const { code } = await place.import('rows.csv', table(SOUND));
    expect(code).toBe(isRoot ? 0 : 1);
    await chmod(place.into, 0o700);
  });

  it('writes its report into a file, however long, even where nothing else is written', async () => {
    const place = await workplace();
    const rows = Array.from({ length: 70 }, () => ({ ...SOUND, quotation: '', sector: '' }));
    const { code, err } = await place.import('rows.csv', table(...rows), '--report', 'left.txt');
    expect(code).toBe(1);
    expect(err.slice(-2)).toEqual([
      'and 20 more rows: they are in the report',
      'rows.csv: found no row that can be taken; nothing is written',
    ]);
    const report = await readFile(path.join(place.folder, 'left.txt'), 'utf8');
    expect(report.split('\n')).toHaveLength(141);
    expect(report.split('\n').slice(-3)).toEqual([
      'row 70 (line 71): sector: found nothing; expected the field that the project belongs to',
      'row 70 (line 71): quotation: found nothing; expected the words of the source, verbatim',
      '',
    ]);
  });

  it('leaves a dossier that is there as it is, unless it is to be replaced', async () => {
    const place = await workplace();
    await place.import('rows.csv', table({ id: 'old' }));
    const before = await written(place);
    const again = await place.import('rows.csv', table({ id: 'new' }));
    expect(again.code).toBe(1);
    expect(again.err).toEqual([
      'dossiers/plants: found a dossier; expected none, or --force to replace it',
    ]);
    const broken = await place.import('rows.csv', `${table({ id: 'new' })}\n"`, '--force');
    expect(broken.code).toBe(1);
    expect((await features(place)).map(({ id }) => id)).toEqual(['old']);
    expect((await place.import('rows.csv', table({ id: 'new' }), '--force')).code).toBe(0);
    expect((await features(place)).map(({ id }) => id)).toEqual(['new']);
    expect(await written(place)).toEqual(before);
  });

  it('doesn’t replace the folder that it reads from', async () => {
    const place = await workplace();
    await mkdir(path.join(place.into, ID));
    const inside = `dossiers/${ID}/rows.csv`;
    const { code, err } = await place.import(inside, table(SOUND), '--force');
    expect(code).toBe(1);
    expect(err).toEqual([
      'dossiers/plants/rows.csv: found in the folder that is written; expected it elsewhere',
    ]);
    expect(await written(place)).toEqual(['plants', 'plants/rows.csv']);
  });

  it('says what to write in the index, and writes it where it is asked to', async () => {
    const place = await workplace();
    const index = path.join(place.into, 'index.json');
    const first = await place.import('rows.csv', table(SOUND));
    expect(first.out.at(-1)).toBe(
      'To do: to publish it, write in index.json: "dossiers": ["plants"] (or use --publish).',
    );
    await writeFile(index, '{ "dossiers": ["visit"] }');
    const second = await place.import('rows.csv', table(SOUND), '--force');
    expect(second.out.at(-1)).toContain('"dossiers": ["visit","plants"]');
    await place.import('rows.csv', table(SOUND), '--force', '--publish');
    expect(JSON.parse(await readFile(index, 'utf8'))).toEqual({ dossiers: ['visit', 'plants'] });
    const again = await place.import('rows.csv', table(SOUND), '--force', '--publish');
    expect(again.out.at(-1)).toBe('It is in index.json already.');
    expect(JSON.parse(await readFile(index, 'utf8'))).toEqual({ dossiers: ['visit', 'plants'] });
    await writeFile(index, '{ "dossiers": "visit" }');
    const broken = await place.import('rows.csv', table(SOUND), '--force', '--publish');
    expect(broken.code).toBe(1);
    expect(broken.err).toEqual([expect.stringContaining('index.json › dossiers: found “visit”')]);
  });

  it('gives the dossier its title, and a frame around its places', async () => {
    const place = await workplace();
    const at = (lat: string, lng: string) => ({ lat, lng, place: 'P', level: 'site' });
    const rows = table(at('39', '60'), at('49', '80'), at('89.9', '-179.9'));
    await place.import('rows.csv', rows, '--title', 'Power plants');
    expect((await dossier(place)).title).toEqual({ en: 'Power plants' });
    expect((await dossier(place)).view.bounds).toEqual([-180, 35.94, 95.6, 85]);
    await place.import('rows.csv', table(at('39.65', '66.96')), '--force');
    expect((await dossier(place)).view.bounds).toEqual([66.46, 39.15, 67.46, 40.15]);
    const { out } = await place.import('rows.csv', table(SOUND), '--force');
    expect((await dossier(place)).view.bounds).toEqual([-180, -60, 180, 75]);
    expect(out).toContain('Note: the title is the id, “plants”: mend it in dossier.json.');
  });
});
