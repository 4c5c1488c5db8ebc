import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Dossier } from '../../../src/dossier/types.ts';
import { describeView, filtersInWords } from '../../../src/share/describe.ts';
import { parseLink } from '../../../src/view/link.ts';
import { DEFAULT_VIEW } from '../../../src/view/view.ts';
import { openPublished, storeOf } from '../published.ts';
import { arbitraryView } from '../view/arbitraryView.ts';

let dossier: Dossier;
beforeAll(async () => {
  dossier = await openPublished();
});

describe('a view in words', () => {
  test.each([
    ['', 'The atlas as it opens'],
    ['#map=5/44/66', 'The map as it is now'],
    ['#project=kostanay-cars', 'The project Car production in Kostanay'],
    ['#project=abay-events', 'The event Events dedicated to Abay Kunanbayev'],
    ['#sector=energy', 'Energy, 4 projects'],
    ['#country=KZ&sector=automotive', 'Automotive, in Kazakhstan, 1 project'],
    [
      '#sector=energy,automotive&status=planned,agreed&when=2022-10/2022-12',
      'Automotive and Energy, agreed or planned, October 2022 – December 2022, 0 projects',
    ],
    ['#when=2022', /^2022, \d+ projects$/],
    ['#when=2022-10/..', /^Since October 2022, \d+ projects$/],
    ['#when=../2022-10', /^Until October 2022, \d+ projects$/],
    ['#when=none&status=none', /^Without a status, without a date, \d+ projects$/],
    ['#when=2022-10,none', /^October 2022 or without a date, \d+ projects$/],
    ['#country=UZ,KZ,none', /^In Kazakhstan or Uzbekistan or without a country, \d+ projects$/],
    ['#kind=event,agreement', /^Agreements and events, \d+ projects$/],
    ['#place=unplaced', /^Not placed by the article, \d+ projects$/],
    ['#q=aral', /^With the words “aral”, \d+ projects$/],
    [
      '#frame=60/40/70/45&area=1Eq1q1Kw3l4FAg90JyjnOAA_80J',
      /^Within a part of the map, within a drawn area, \d+ projects$/,
    ],
    ['#pane=table', 'The table of projects'],
    ['#pane=projects&sort=-when', 'The list of projects, sorted by date, from the last'],
    ['#lang=kk&theme=dark&embed', 'In Kazakh, in dark colours, as a frame within a page'],
    [
      '#passage=2022-12-24-allied-relations:the%20construction%20of%20a%20thermal',
      'The passage that begins “the construction of a thermal”',
    ],
    [
      '#map=5/44/66&sector=energy&project=kostanay-cars',
      'The project Car production in Kostanay; Energy, 4 projects; the map as it is now',
    ],
  ])('%s', async (link, words) => {
    const store = await storeOf(dossier, link);
    const description = describeView(store.view, store);
    if (typeof words === 'string') expect(description).toBe(words);
    else expect(description).toMatch(words);
  });

  test('names the dossier where the link does', async () => {
    const store = await storeOf(dossier, '', false);
    expect(describeView(store.view, store)).toBe('Uzbekistan and Kazakhstan, December 2022');
  });

  test('names a project that isn’t at hand by its id', async () => {
    const store = await storeOf(dossier);
    const { view } = parseLink('#project=still-coming');
    expect(describeView(view, store)).toBe('The project still-coming');
  });

  test('tells its filters alone', async () => {
    const store = await storeOf(dossier, '#map=5/44/66&sector=energy&status=planned&lang=kk');
    expect(filtersInWords(store.view.filters, dossier)).toBe('Energy, planned');
    expect(filtersInWords(DEFAULT_VIEW.filters, dossier)).toBeNull();
  });

  test('can be told of any view, and says something of all that isn’t as it opens', async () => {
    const store = await storeOf(dossier);
    const plain = describeView(DEFAULT_VIEW, store);
    fc.assert(
      fc.property(arbitraryView, (view) => {
        for (const [part, value] of Object.entries(view)) {
          const alone = { ...DEFAULT_VIEW, [part]: value };
          const isPlain = JSON.stringify(alone) === JSON.stringify(DEFAULT_VIEW);
          expect(describeView(alone, store) === plain).toBe(isPlain);
        }
        for (const [filter, value] of Object.entries(view.filters)) {
          const filters = { ...DEFAULT_VIEW.filters, [filter]: value };
          const alone = { ...DEFAULT_VIEW, filters };
          const isPlain = JSON.stringify(alone) === JSON.stringify(DEFAULT_VIEW);
          expect(describeView(alone, store) === plain).toBe(isPlain);
        }
      }),
    );
  });
});
