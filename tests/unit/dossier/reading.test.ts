import { describe, expect, it } from 'vitest';
import { readingProblems, type Reading, type Sentence } from '../../../src/dossier/reading.ts';
import { citingOf, openFixture } from './fixture.ts';

const FILE = 'visit.reading.json';

const BUILD: Sentence = {
  text: 'The two countries will build a power plant in the river region, and a car factory in Oldtown.',
  features: ['power-plant', 'car-factory'],
};
const NEIGHBOURS: Sentence = {
  text: '“The two countries are neighbours”, the President noted.',
  reason: 'greeting',
};
const BORDER: Sentence = {
  text: 'The border between the two countries was agreed, and both will trade in grain.',
  features: ['grain-trade', 'border-agreement'],
};
const LAKE: Sentence = {
  text: 'They spoke of the salt lake, and a Youth Congress was held in December.',
  features: ['salt-lake', 'youth-congress'],
};
const SENTENCES = [BUILD, NEIGHBOURS, BORDER, LAKE];

async function soundArticle() {
  const { dossier, checked } = await openFixture();
  const [article] = dossier?.articles ?? [];
  if (article === undefined) throw new Error('The fixture is broken.');
  return { article, checked, citing: citingOf(checked, article) };
}

async function problemsOf(sentences: Reading['sentences']) {
  const { article, citing } = await soundArticle();
  return readingProblems(FILE, { sentences }, article, citing);
}

describe('the reading of an article', () => {
  it('is sound where every sentence names the features that cite it, or why none does', async () => {
    expect(await problemsOf(SENTENCES)).toEqual([]);
  });

  it.each([
    ['beginning', [NEIGHBOURS, BORDER, LAKE], 'sentences.0', BUILD.text],
    ['middle', [BUILD, BORDER, LAKE], 'sentences.1', NEIGHBOURS.text],
    ['end', [BUILD, NEIGHBOURS, BORDER], 'sentences', LAKE.text],
  ])('tells a sentence left over at its %s', async (_, sentences, field, text) => {
    expect(await problemsOf(sentences)).toEqual([
      {
        file: FILE,
        field,
        found: `nothing for “${text}”`,
        expected: 'every sentence of the article',
      },
    ]);
  });

  it('tells part of a sentence left over', async () => {
    const half = {
      ...LAKE,
      text: 'a Youth Congress was held in December.',
      features: ['youth-congress'],
    };
    expect(await problemsOf([BUILD, NEIGHBOURS, BORDER, half])).toEqual([
      {
        file: FILE,
        field: 'sentences.3',
        found: 'nothing for “They spoke of the salt lake, and”',
        expected: 'every sentence of the article',
      },
    ]);
  });

  it('tells all of an article that nobody has read', async () => {
    const [problem, ...others] = await problemsOf([]);
    expect(problem).toMatchObject({
      field: 'sentences',
      expected: 'every sentence of the article',
    });
    expect(problem?.found).toMatch(/^nothing for “The two countries will build [^]*…”$/);
    expect(others).toEqual([]);
  });

  it('tells sentences out of order', async () => {
    expect(await problemsOf([BUILD, BORDER, NEIGHBOURS, LAKE])).toEqual([
      {
        file: FILE,
        field: 'sentences.1',
        found: `nothing for “${NEIGHBOURS.text}”`,
        expected: 'every sentence of the article',
      },
      {
        file: FILE,
        field: 'sentences.2',
        found: `“${NEIGHBOURS.text}”`,
        expected: 'the next sentence of 2022-12-24-visit',
      },
    ]);
  });

  it('tells a sentence that isn’t the article’s', async () => {
    const foreign = { text: 'And they danced.', reason: 'greeting' };
    expect(await problemsOf([...SENTENCES, foreign])).toEqual([
      {
        file: FILE,
        field: 'sentences.4',
        found: '“And they danced.”',
        expected: 'the next sentence of 2022-12-24-visit',
      },
    ]);
  });

  it('tells a feature that cites a sentence and isn’t named', async () => {
    expect(
      await problemsOf([{ ...BUILD, features: ['power-plant'] }, NEIGHBOURS, BORDER, LAKE]),
    ).toEqual([
      {
        file: FILE,
        field: 'sentences.0',
        found: 'no “car-factory”',
        expected: 'each feature that cites the sentence',
      },
    ]);
  });

  it('tells a feature that is named and doesn’t cite the sentence, or doesn’t exist', async () => {
    const features = ['salt-lake', 'youth-congress', 'city-fair', 'moon-landing'];
    expect(await problemsOf([BUILD, NEIGHBOURS, BORDER, { ...LAKE, features }])).toEqual(
      ['“city-fair”', '“moon-landing”'].map((found) => ({
        file: FILE,
        field: 'sentences.3',
        found,
        expected: 'only features that cite the sentence',
      })),
    );
  });

  it('tells features of a sentence that is said to have none', async () => {
    const problems = await problemsOf([
      BUILD,
      NEIGHBOURS,
      BORDER,
      { text: LAKE.text, reason: 'background figure' },
    ]);
    expect(problems.map(({ found }) => found)).toEqual(['no “salt-lake”', 'no “youth-congress”']);
  });
});

describe('the projects that cite a range', () => {
  it('are those whose passages it touches by a letter at least', async () => {
    const { article, citing } = await soundArticle();
    const start = article.text.indexOf('both will trade in grain');
    const end = start + 'both will trade in grain'.length;
    expect(citing(start, end)).toEqual(['grain-trade']);
    expect(citing(end - 1, end + 1)).toEqual(['grain-trade']);
    expect(citing(end, end + 1)).toEqual([]);
    expect(citing(start - 1, start)).toEqual([]);
    expect(citing(start, start)).toEqual([]);
  });

  it('are none of another article', async () => {
    const { article, checked } = await soundArticle();
    const citing = citingOf(checked, { ...article, id: 'another' });
    expect(citing(0, article.text.length)).toEqual([]);
  });

  it('are none that cite what stands elsewhere only', async () => {
    const { article, checked, citing } = await soundArticle();
    const ids = citing(0, article.text.length);
    expect(ids).toEqual(checked.ids.filter((id) => id !== 'city-fair'));
  });
});
