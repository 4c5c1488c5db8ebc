import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { UNREAD } from '../../../geodata/import/reading.ts';
import {
  dossier,
  features,
  ID,
  problems,
  reading,
  SOUND,
  table,
  workplace,
  written,
  type Cells,
} from './run.ts';

const VISIT = `---
title: The visit
date: 2022-12-24
lang: en
---

They will build a power plant in Samarkand region. Mr. Smith praised it.

“A power plant is a start”, he said. The weather was fine.
`;
const SPEECH = `---
title: The speech
date: 2022-12-25
lang: en
---

We need a car factory. The weather was fine.
`;

/** Rows that quote an article, and have neither title nor link. */
const quoting = (...rows: readonly Cells[]) =>
  table(...rows.map((row) => ({ title: '', url: '', ...row })));

async function importQuoting(...rows: readonly Cells[]) {
  const place = await workplace();
  await place.write('visit.txt', VISIT);
  await place.write('speech.txt', SPEECH);
  const articles = ['--article', 'visit.txt', '--article', 'speech.txt'];
  return { ...(await place.import('rows.csv', quoting(...rows), ...articles)), place, articles };
}

describe('an article published along', () => {
  it('is found to be quoted, and the dossier passes the check', async () => {
    const { code, err, place } = await importQuoting(
      { id: 'plant', quotation: 'build a power plant in Samarkand region' },
      { id: 'factory', quotation: 'a car factory' },
      { id: 'praise', quotation: 'Samarkand region. Mr. Smith praised it' },
      { id: 'outside', quotation: 'elsewhere', title: 'Other', url: 'https://example.org' },
    );
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(await problems(place)).toEqual([]);
    expect((await features(place)).map(({ properties }) => properties.citations)).toEqual([
      [{ article: 'visit', exact: 'build a power plant in Samarkand region' }],
      [{ article: 'speech', exact: 'a car factory' }],
      [{ article: 'visit', exact: 'Samarkand region. Mr. Smith praised it' }],
      [{ title: 'Other', url: 'https://example.org', exact: 'elsewhere' }],
    ]);
    expect((await dossier(place)).articles).toEqual(['visit', 'speech']);
    expect(await readFile(path.join(place.into, ID, 'articles/visit.txt'), 'utf8')).toBe(VISIT);
    expect(await written(place)).toEqual([
      'plants',
      'plants/articles',
      'plants/articles/speech.reading.json',
      'plants/articles/speech.txt',
      'plants/articles/visit.reading.json',
      'plants/articles/visit.txt',
      'plants/dossier.json',
      'plants/projects.geojsonl',
    ]);
  });

  it('is read sentence by sentence, and what nobody read is left to do', async () => {
    const { out, place } = await importQuoting(
      { id: 'plant', quotation: 'a power plant in' },
      { id: 'region', quotation: 'in Samarkand region. Mr' },
    );
    const { sentences } = await reading(place, 'visit');
    expect(sentences.map(({ text }) => text).join(' ')).toBe(
      VISIT.slice(VISIT.lastIndexOf('---') + 3)
        .trim()
        .replace('\n\n', ' '),
    );
    expect(sentences[0]).toEqual({
      text: 'They will build a power plant in Samarkand region.',
      features: ['plant', 'region'],
    });
    expect(sentences.at(-1)).toEqual({ text: 'The weather was fine.', reason: UNREAD });
    expect(out.filter((line) => line.startsWith('To do: articles/'))).toEqual([
      expect.stringMatching(
        /^To do: articles\/visit\.reading\.json: \d of \d sentences have the reason “not read yet: say why it is on no map”\. Complete it by hand\.$/,
      ),
      'To do: articles/speech.reading.json: 2 of 2 sentences have the reason “not read yet: say why it is on no map”. Complete it by hand.',
    ]);
  });

  it('keeps the reasons that were written by hand where the dossier is replaced', async () => {
    const { articles, place } = await importQuoting({ quotation: 'a power plant in' });
    const file = path.join(place.into, ID, 'articles/visit.reading.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(new RegExp(`${UNREAD}(?=[^]*$)`), 'appraisal'));
    const { code } = await place.import(
      'rows.csv',
      quoting({ quotation: 'We need a car factory' }),
      ...articles,
      '--force',
    );
    expect(code).toBe(0);
    const { sentences } = await reading(place, 'visit');
    const reasons = sentences.map((sentence) => ('reason' in sentence ? sentence.reason : ''));
    expect(reasons.filter((reason) => reason === 'appraisal')).toHaveLength(1);
    expect(reasons[0]).toBe(UNREAD);
    expect(await problems(place)).toEqual([]);
  });

  it.each<[string, Cells, string[]]>([
    [
      'words that don’t stand there',
      { quotation: 'build a power station in Samarkand region', article: 'visit' },
      [
        'quotation: found “build a power station in Samarkand region”; expected words that stand in visit; the nearest is “build a power plant in Samarkand region”',
      ],
    ],
    [
      'words that stand in none',
      { quotation: 'zzzzzzzzzz' },
      ['quotation: found “zzzzzzzzzz”; expected words that stand in visit or speech'],
    ],
    [
      'words of two articles',
      { quotation: 'The weather was fine.' },
      [
        'quotation: found “The weather was fine.” in visit and speech; expected a column “article” that tells in which',
      ],
    ],
    [
      'words that stand twice',
      { quotation: 'power plant' },
      [
        'quotation: found “power plant” 2 times in visit; expected more of its words, or a column “prefix” or “suffix” that tells which is meant',
      ],
    ],
    [
      'words before it that don’t stand there',
      { quotation: 'power plant', prefix: 'the ' },
      ['prefix: found “the ”; expected the words just before the quotation in visit or speech'],
    ],
    [
      'words after it that don’t stand there',
      { quotation: 'power plant', suffix: ' on' },
      ['suffix: found “ on”; expected the words just after the quotation in visit or speech'],
    ],
    [
      'an article that isn’t published',
      { quotation: 'a car factory', article: 'interview' },
      ['article: found “interview”; expected one of visit, speech'],
    ],
    [
      'another article than that in which they stand',
      { quotation: 'car factory', article: 'visit' },
      [
        expect.stringMatching(
          /^quotation: found “car factory”; expected words that stand in visit/,
        ),
      ],
    ],
    [
      'nothing',
      { quotation: '' },
      ['quotation: found nothing; expected the words of the source, verbatim'],
    ],
  ])('isn’t quoted by %s', async (_, row, reasons) => {
    const { code, err } = await importQuoting(SOUND, row);
    expect(code).toBe(2);
    expect(err.map((line) => line.replace('row 2 (line 3): ', ''))).toEqual(reasons);
  });

  it.each<[string, Cells, Cells]>([
    [
      'which words are meant',
      { quotation: 'power plant', prefix: 'build a ' },
      { article: 'visit', exact: 'power plant', prefix: 'build a ' },
    ],
    [
      'in which article they stand',
      { quotation: 'The weather was fine.', article: 'speech' },
      { article: 'speech', exact: 'The weather was fine.' },
    ],
  ])('is quoted where a column tells %s', async (_, row, citation) => {
    const { code, place } = await importQuoting(row);
    expect(code).toBe(0);
    expect((await features(place))[0]?.properties.citations).toEqual([citation]);
    expect(await problems(place)).toEqual([]);
  });

  it.each([
    ['visit.md', VISIT, /^visit\.md: found the name “visit\.md”; expected <id>\.txt, the id of/],
    [
      'The Visit.txt',
      VISIT,
      /^The Visit\.txt: found the name “The Visit\.txt”; expected <id>\.txt/,
    ],
    ['visit.txt', 'words', /^visit\.txt: found no “---” on the first line; expected front matter/],
  ])('can’t be %s', async (name, content, message) => {
    const place = await workplace();
    await place.write(name, content);
    const { code, err } = await place.import('rows.csv', table(SOUND), '--article', name);
    expect(code).toBe(1);
    expect(err).toEqual([expect.stringMatching(message)]);
    expect(await written(place)).toEqual([]);
  });

  it('can’t be another with the same id', async () => {
    const place = await workplace();
    await place.write('visit.txt', VISIT);
    const flags = ['--article', 'visit.txt', '--article', './visit.txt'];
    const { code, err } = await place.import('rows.csv', table(SOUND), ...flags);
    expect(code).toBe(1);
    expect(err).toEqual([
      'visit.txt: found a second article “visit”; expected each to have its own id',
    ]);
  });
});
