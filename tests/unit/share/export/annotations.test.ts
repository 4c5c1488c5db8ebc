import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { anchor } from '../../../../src/dossier/quotation.ts';
import { annotations } from '../../../../src/share/export/annotations.ts';
import { arbitraryProjects, fileOf, publishedContent, type Published } from './content.ts';
import { ANNOTATIONS, faultsOf } from './schemas.ts';

let published: Published;
let file: string;
beforeAll(async () => {
  published = await publishedContent();
  file = fileOf(annotations, published.content, published.projects);
});

const Quote = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
});
const Position = v.object({
  type: v.literal('TextPositionSelector'),
  start: v.number(),
  end: v.number(),
});
const Target = v.looseObject({
  source: v.union([v.string(), v.looseObject({ id: v.string() })]),
  selector: v.union([Quote, v.tuple([Quote, Position])]),
});
const FileSchema = v.object({
  total: v.number(),
  first: v.object({
    items: v.array(
      v.object({
        id: v.string(),
        body: v.tuple([
          v.looseObject({ source: v.looseObject({ id: v.string() }) }),
          v.looseObject({ value: v.string() }),
        ]),
        target: v.union([v.array(Target), Target]),
      }),
    ),
  }),
});
const read = (text: string) => v.parse(FileSchema, JSON.parse(text));

test('is a collection of annotations', () => {
  expect(faultsOf(ANNOTATIONS, file)).toEqual([]);
  expect(faultsOf(ANNOTATIONS, file.replace('"exact"', '"words"'))).not.toEqual([]);
  expect(faultsOf(ANNOTATIONS, file.replace('"Annotation"', '"Note"'))).not.toEqual([]);
});

test('has one for each quotation, with an address of its own', () => {
  const { total, first } = read(file);
  const quotations = published.projects.flatMap(({ citations }) => citations);
  expect(first.items).toHaveLength(quotations.length);
  expect(total).toBe(quotations.length);
  expect(new Set(first.items.map(({ id }) => id)).size).toBe(total);
});

test('both selectors lead to the words, and only there', () => {
  const [article] = published.content.dossier.articles;
  if (article === undefined) throw new Error('There is no article.');
  for (const { target } of read(file).first.items) {
    if (Array.isArray(target) || !Array.isArray(target.selector))
      throw new Error('The article’s address isn’t known.');
    const [quote, { start, end }] = target.selector;
    expect(anchor(article.text, quote)).toEqual({ outcome: 'found', start, end });
  }
});

test('the body leads to the project, and says how exactly it is placed', () => {
  const [source, described] =
    read(file).first.items.find(({ id }) => id.includes('samarkand'))?.body ?? [];
  expect(source?.source).toMatchObject({
    id: 'https://atlas.example/atlas/#project=samarkand-thermal-power-plant',
    'dcterms:type': 'project',
    'dcterms:spatial': { 'dcterms:type': 'region', 'dcterms:identifier': 'UZ-SA' },
  });
  expect(described?.value).toContain('placed in this region, no closer');
  expect(described?.value).toContain('Launched, as of 2022-12-24');
});

test('an article whose address is known is a second target, found by its words alone', () => {
  const [project] = published.projects;
  const [citation] = project?.citations ?? [];
  if (project === undefined || citation === undefined || !('passage' in citation))
    throw new Error('The first project cites an article.');
  const article = { ...citation.passage.article, source: 'https://example.org/article' };
  const passage = { ...citation.passage, article };
  const text = fileOf(annotations, published.content, [
    { ...project, citations: [{ ...citation, passage }] },
  ]);
  expect(faultsOf(ANNOTATIONS, text)).toEqual([]);
  const [item] = read(text).first.items;
  expect(item?.target).toHaveLength(2);
  expect(item?.target).toHaveProperty('1.source', article.source);
  expect(item?.target).toHaveProperty('1.selector.type', 'TextQuoteSelector');
});

test('of nothing is an empty collection', () => {
  const empty = fileOf(annotations, published.content, []);
  expect(faultsOf(ANNOTATIONS, empty)).toEqual([]);
  expect(read(empty).total).toBe(0);
});

test('whatever the words are, they come back as they were', () => {
  fc.assert(
    fc.property(arbitraryProjects, (projects) => {
      const text = fileOf(annotations, published.content, projects);
      expect(faultsOf(ANNOTATIONS, text)).toEqual([]);
      const exact = read(text).first.items.map(({ target }) => {
        const [first] = Array.isArray(target) ? target : [target];
        const selector = first?.selector;
        return Array.isArray(selector) ? selector[0].exact : selector?.exact;
      });
      expect(exact).toEqual(
        projects.flatMap(({ citations }) => citations.map(({ exact }) => exact.toWellFormed())),
      );
    }),
    { numRuns: 200 },
  );
});
