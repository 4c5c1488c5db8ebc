import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs, parseArticle } from '../../../src/dossier/articleFile.ts';

const HEAD = '---\ntitle: A visit\ndate: 2022-12-24\nlang: en\n---\n';
const parse = (content: string) => parseArticle('visit', 'visit.txt', content);
const textOf = (content: string) => parse(content).article?.text;

/** Texts of the characters that the format gives a meaning to, and others. */
const articleText = fc
  .array(
    fc.oneof(
      fc.constantFrom('---', '\n', '\r\n', '\r', ' ', '\t', '\u00a0', '\uFEFF', ':', 'title: x\n'),
      fc.constantFrom(HEAD, 'date: 2022-12-24\n', 'lang: en\n', '“', '’', '\u2028'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('an article’s file', () => {
  it('gives front matter and paragraphs', () => {
    expect(parse(`${HEAD}\nOne.\n\nTwo.\n`)).toEqual({
      article: {
        id: 'visit',
        title: 'A visit',
        date: '2022-12-24',
        lang: 'en',
        source: null,
        text: 'One.\n\nTwo.',
      },
      problems: [],
    });
  });

  it('keeps all after the first colon of a line of the front matter', () => {
    const { article } = parse(
      '---\ntitle : Visit: a report\ndate: 2022-12-24\n\nlang: kk-Cyrl\nsource: https://example.org/a?b=c:d\n---\nText',
    );
    expect(article).toMatchObject({
      title: 'Visit: a report',
      lang: 'kk-Cyrl',
      source: 'https://example.org/a?b=c:d',
    });
  });

  it('is the same with a byte order mark, and with each kind of line end', () => {
    const content = `${HEAD}\nOne.\n\nTwo.\n`;
    const expected = parse(content);
    expect(parse(`\uFEFF${content}`)).toEqual(expected);
    expect(parse(content.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(parse(content.replaceAll('\n', '\r'))).toEqual(expected);
  });

  it('divides paragraphs at any number of empty lines, blanks in them or not', () => {
    expect(textOf(`${HEAD}One.\n \t\u00a0\nTwo.\n\n\n   \n\nThree.`)).toBe(
      'One.\n\nTwo.\n\nThree.',
    );
  });

  it('keeps line breaks, blanks and quotation marks within a paragraph', () => {
    expect(textOf(`${HEAD}“One”,  two\nthree\u00a0’s.\n---\nfour`)).toBe(
      '“One”,  two\nthree\u00a0’s.\n---\nfour',
    );
  });

  it('tells every problem at once', () => {
    const { article, problems } = parse('---\ntitle:\ndate: soon\nwhat\nlang: en\n---\n\n');
    expect(article).toBeNull();
    expect(problems.map(({ field, found }) => [field, found])).toEqual([
      ['line 4', '“what”'],
      [undefined, 'no text'],
      ['title', '“”'],
      ['date', '“soon”'],
    ]);
  });

  it('never throws, whatever stands in it, and gives an article or says why not', () => {
    fc.assert(
      fc.property(articleText, fc.boolean(), (text, hasHead) => {
        const { article, problems } = parse(hasHead ? HEAD + text : text);
        expect(article !== null || problems.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses no word of its text', () => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
    fc.assert(
      fc.property(articleText, (text) => {
        expect(words(textOf(HEAD + text) ?? '')).toEqual(words(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the paragraphs of a text', () => {
  it('are ranges of it', () => {
    expect(paragraphs('One.\n\nTwo.')).toEqual([
      { start: 0, end: 4 },
      { start: 6, end: 10 },
    ]);
    expect(paragraphs('One.')).toEqual([{ start: 0, end: 4 }]);
  });

  it('cover the text of any article, but for the empty lines between them', () => {
    fc.assert(
      fc.property(articleText, (content) => {
        const text = textOf(HEAD + content) ?? '';
        const parts = paragraphs(text).map(({ start, end }) => text.slice(start, end));
        expect(parts.join('\n\n')).toBe(text);
        expect(parts.every((part) => text === '' || part.trim() !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
