import { describe, expect, it } from 'vitest';
import { markerPositions } from '../../../src/dossier/markerPositions.ts';
import { NO_OUTLINES } from '../../../src/dossier/outlines.ts';
import { describeProblem, excerpt, type Problem } from '../../../src/dossier/problem.ts';
import { readSourceIndex } from '../../../src/dossier/source.ts';
import {
  all,
  ARTICLE,
  ARTICLE_ID,
  DOSSIER,
  edit,
  feature,
  FEATURE_IDS,
  ID,
  INDEX,
  lineOf,
  LINES,
  openFixture,
  PROJECTS,
  readFrom,
  remove,
  rewrite,
  soundFiles,
  TEXT,
  write,
  type Change,
} from './fixture.ts';

const NO_SOURCE = 'at least one citation: nothing without a source';
const CITATION = '{ article, exact } with prefix and suffix where needed, or { title, url, exact }';
const ID_FORM = 'an id of lower-case letters, digits and hyphens';
const WHEN = 'an EDTF date or interval, as in 2022-10 or 2022-10/2022-12';
const PLACE_ID = 'a Wikidata id (Q269) or an ISO 3166-2 code (UZ-SA)';
const DAY = 'a day of the calendar, as in 2022-12-24';
const ADDRESS = 'a web address that begins with https:// or http://';
const GEOMETRY = 'a Point, MultiPoint, LineString, MultiLineString or null';
const TWO_POSITIONS = 'at least two positions';

type Row = [rule: string, change: Change, found: string, expected: string];

/** A row for a feature: what is set at a path of it, and the problem with the field. */
function row(
  rule: string,
  id: string,
  path: string,
  value: Parameters<typeof feature>[2],
  found: string,
  expected: string,
  field = path,
): [rule: string, id: string, change: Change, field: string, found: string, expected: string] {
  return [rule, id, feature(id, path, value), field, found, expected];
}

function projectIds(opened: Awaited<ReturnType<typeof openFixture>>): string[] {
  return opened.dossier?.projects.map(({ id }) => id) ?? [];
}

function without(...ids: readonly string[]): string[] {
  return FEATURE_IDS.filter((id) => !ids.includes(id));
}

describe('a sound dossier', () => {
  it('has no problems, and all of its projects', async () => {
    const opened = await openFixture();
    expect(opened.problems).toEqual([]);
    expect(projectIds(opened)).toEqual(FEATURE_IDS);
  });

  it('is opened with everything its files say', async () => {
    const { dossier } = await openFixture();
    expect(dossier).toMatchObject({
      id: ID,
      title: { en: 'Two countries', uz: 'Two countries (uz)' },
      unreviewed: ['uz', 'kk'],
      bounds: [59, 37, 71, 53],
      publisher: 'Cited Atlas',
      revised: '2023-01-02',
      contact: 'atlas@example.org',
      articles: [
        {
          id: ARTICLE_ID,
          title: 'The two countries',
          date: '2022-12-24',
          lang: 'en',
          source: null,
          text: TEXT,
        },
      ],
    });
    expect(dossier?.projects[0]).toMatchObject({
      id: 'power-plant',
      aliases: ['old-power-plant'],
      kind: 'project',
      status: 'launched',
      when: null,
      sector: { id: 'energy', color: '#b45309' },
      location: {
        place: { id: 'UZ-SA', level: 'region', countries: ['UZ'] },
      },
    });
  });

  it('says nothing of what is optional and left out', async () => {
    const { dossier, problems } = await openFixture(
      all(
        edit(DOSSIER, 'unreviewed', undefined),
        edit(DOSSIER, 'publisher', undefined),
        edit(DOSSIER, 'revised', undefined),
        edit(DOSSIER, 'contact', undefined),
      ),
    );
    expect(problems).toEqual([]);
    expect(dossier).toMatchObject({
      unreviewed: [],
      publisher: null,
      revised: null,
      contact: null,
    });
  });

  it('has each quotation at its place in the text', async () => {
    const { dossier } = await openFixture();
    const quoted = dossier?.projects
      .flatMap(({ citations }) => citations)
      .map((citation) =>
        'passage' in citation
          ? TEXT.slice(citation.passage.start, citation.passage.end)
          : citation.url,
      );
    expect(quoted).toEqual([
      'a power plant in the river region',
      'a car factory in Oldtown',
      'The two countries',
      'both will trade in grain',
      'The border between the two countries was agreed',
      'They spoke of the salt lake',
      'a Youth Congress was held in December',
      'https://example.org/fair',
    ]);
  });

  it('has a marker for each point, and one in the middle of a line', async () => {
    const { dossier } = await openFixture();
    const markers = new Map(
      dossier?.projects.map(({ id, location }) => [
        id,
        location ? markerPositions(location.geometry) : null,
      ]),
    );
    expect(markers.get('grain-trade')).toEqual([
      [67, 42],
      [67, 48],
    ]);
    const [middle] = markers.get('border-agreement') ?? [];
    expect(middle?.[0]).toBeCloseTo(65);
    expect(middle?.[1]).toBeCloseTo(45);
    expect(markers.get('youth-congress')).toBeNull();
  });

  it('marks the longest line of several, however many positions the others have', async () => {
    const { dossier, problems } = await openFixture(
      feature('border-agreement', 'geometry', {
        type: 'MultiLineString',
        coordinates: [
          [
            [60, 45],
            [60.1, 45],
            [60.2, 45],
            [60.3, 45],
          ],
          [
            [64, 45],
            [65, 45],
            [66, 45],
          ],
        ],
      }),
    );
    expect(problems).toEqual([]);
    const border = dossier?.projects.find(({ id }) => id === 'border-agreement');
    const [middle] = border?.location ? markerPositions(border.location.geometry) : [];
    expect(middle?.[0]).toBeCloseTo(65);
  });

  it('may have foreign members, heights and bounding boxes, as GeoJSON allows', async () => {
    const { problems } = await openFixture(
      all(
        edit(PROJECTS, 'name', 'projects'),
        feature('car-factory', 'bbox', [63, 42, 63, 42]),
        feature('car-factory', 'geometry.coordinates', [63, 42, 450]),
      ),
    );
    expect(problems).toEqual([]);
  });

  it('keeps text full of markup as it is', async () => {
    const markup = '<img src=x onerror="alert(1)">&amp;<script>alert(2)</script>';
    const { dossier, problems } = await openFixture(
      all(
        feature('city-fair', 'properties.name.en', markup),
        feature('city-fair', 'properties.place.name.en', markup),
        feature('city-fair', 'properties.citations.0.exact', markup),
        feature('city-fair', 'properties.citations.0.title', markup),
        feature('power-plant', 'properties.citations.0.exact', markup),
        edit(DOSSIER, 'title.en', markup),
        rewrite(ARTICLE, 'title: The two countries', `title: ${markup}`),
        rewrite(ARTICLE, 'a power plant in the river region', markup),
      ),
    );
    expect(problems).toEqual([]);
    const fair = dossier?.projects.find(({ id }) => id === 'city-fair');
    expect(dossier?.title.en).toBe(markup);
    expect(dossier?.articles[0]?.title).toBe(markup);
    expect(dossier?.articles[0]?.text).toContain(markup);
    expect(fair).toMatchObject({
      name: { en: markup },
      location: { place: { name: { en: markup } } },
      citations: [{ title: markup, exact: markup }],
    });
  });
});

describe('a broken feature is told with its file, line, id, field, what was found and expected:', () => {
  const name = 'properties.name.en';
  const when = 'properties.when';
  const exact = 'properties.citations.0.exact';
  const point = 'geometry.coordinates';

  it.each([
    // Nothing without a source
    row('no citations', 'power-plant', 'properties.citations', undefined, '[]', NO_SOURCE),
    row('empty citations', 'power-plant', 'properties.citations', [], '[]', NO_SOURCE),
    row('citations that are null', 'power-plant', 'properties.citations', null, 'null', NO_SOURCE),
    row('citations that are a text', 'city-fair', 'properties.citations', 'x', '“x”', NO_SOURCE),
    row(
      'a citation without words',
      'power-plant',
      'properties.citations.0',
      { article: ARTICLE_ID },
      `{"article":"${ARTICLE_ID}"}`,
      CITATION,
    ),
    row('empty words', 'power-plant', exact, '', '“”', 'the words quoted, not an empty text'),
    row('blank words', 'city-fair', exact, ' \n', '“ \n”', 'the words quoted, not an empty text'),
    row('a citation that is null', 'city-fair', 'properties.citations.0', null, 'null', CITATION),
    row(
      'a citation of unknown form',
      'city-fair',
      'properties.citations.0',
      { page: 3, exact: 'x' },
      '{"page":3,"exact":"x"}',
      CITATION,
    ),
    row(
      'an outside citation without title',
      'city-fair',
      'properties.citations.0.title',
      '',
      '“”',
      'a text that is not empty',
    ),
    ...['javascript:alert(1)', 'https://', '//example.org', 'a page', ''].map((url) =>
      row(
        `an outside address “${url}”`,
        'city-fair',
        'properties.citations.0.url',
        url,
        `“${url}”`,
        ADDRESS,
      ),
    ),

    // Values of one field
    row('an unknown type', 'power-plant', 'type', 'feature', '“feature”', '“Feature”'),
    row(
      'an unknown kind',
      'power-plant',
      'properties.kind',
      'idea',
      '“idea”',
      'one of “project”, “event”, “agreement”, “institution”, “initiative”',
    ),
    row(
      'an unknown status',
      'power-plant',
      'properties.status',
      'done',
      '“done”',
      'one of “agreed”, “launched”, “planned”, “held”, “ongoing”, “signed”',
    ),
    row(
      'an unknown level',
      'car-factory',
      'properties.place.level',
      'town',
      '“town”',
      'one of “site”, “settlement”, “water”, “region”, “country”, “border”',
    ),
    row('a sector that is no id', 'salt-lake', 'properties.sector', 'A B', '“A B”', ID_FORM),
    row('an unknown sector', 'salt-lake', 'properties.sector', 'x', '“x”', 'one of energy, trade'),
    row('an alias that is no id', 'power-plant', 'properties.aliases.0', 'A', '“A”', ID_FORM),
    row(
      'a field that nothing reads',
      'power-plant',
      'properties.colour',
      'red',
      '“colour”',
      'no field of this name',
    ),
    row(
      'no properties',
      'power-plant',
      'properties',
      undefined,
      'nothing',
      'a value, as “properties” is required',
    ),
    row('properties that are null', 'power-plant', 'properties', null, 'null', 'an object: { … }'),
    row(
      'no geometry',
      'power-plant',
      'geometry',
      undefined,
      'nothing',
      'a value, as “geometry” is required',
    ),
    row(
      'no kind',
      'power-plant',
      'properties.kind',
      undefined,
      'nothing',
      'a value, as “kind” is required',
    ),
    row(
      'no English name',
      'power-plant',
      name,
      undefined,
      'nothing',
      'a value, as “en” is required',
    ),
    row('an empty name', 'power-plant', name, '', '“”', 'a text that is not empty'),
    row('a blank name', 'power-plant', 'properties.name.kk', ' ', '“”', 'a text that is not empty'),
    row('a name that is a number', 'power-plant', name, 7, '7', 'a text'),
    row(
      'a name that is one text',
      'power-plant',
      'properties.name',
      'x',
      '“x”',
      'an object: { … }',
    ),
    row(
      'a name in another language',
      'power-plant',
      'properties.name.de',
      'Kraftwerk',
      '“de”',
      'no field of this name',
    ),

    // Time
    ...[
      'next year',
      '',
      '2022-13',
      '2022-02-30',
      '2023-02-29',
      '24.12.2022',
      '2022-12/2022-10',
    ].map((text) => row(`the time “${text}”`, 'youth-congress', when, text, `“${text}”`, WHEN)),
    row('a time that is a number', 'youth-congress', when, 2022, '2022', 'a text'),

    // Geometry
    ...['Polygon', 'GeometryCollection', 'point'].map((type) =>
      row(`the geometry ${type}`, 'power-plant', 'geometry.type', type, `“${type}”`, GEOMETRY),
    ),
    row('a geometry without type', 'power-plant', 'geometry.type', undefined, 'nothing', GEOMETRY),
    row('a geometry that is a text', 'power-plant', 'geometry', 'x', '“x”', GEOMETRY),
    row(
      'no coordinates',
      'power-plant',
      point,
      undefined,
      'nothing',
      'a value, as “coordinates” is required',
    ),
    row('coordinates that are null', 'power-plant', point, null, 'null', 'a list: [ … ]'),
    row('a longitude alone', 'power-plant', point, [65], 'nothing', 'a number', `${point}.1`),
    row('a longitude that is a text', 'power-plant', `${point}.0`, '65', '“65”', 'a number'),
    row('a latitude that is null', 'power-plant', `${point}.1`, null, 'null', 'a number'),
    row(
      'a longitude too great',
      'power-plant',
      `${point}.0`,
      181,
      '181',
      'a longitude of at most 180',
    ),
    row(
      'a longitude too small',
      'power-plant',
      `${point}.0`,
      -181,
      '-181',
      'a longitude of at least -180',
    ),
    row(
      'a latitude too great',
      'power-plant',
      point,
      [91, 91],
      '91',
      'a latitude of at most 90',
      `${point}.1`,
    ),
    row(
      'a latitude too small',
      'power-plant',
      point,
      [91, -91],
      '-91',
      'a latitude of at least -90',
      `${point}.1`,
    ),
    row(
      'a latitude that is a longitude',
      'power-plant',
      `${point}.1`,
      91,
      '91',
      'a latitude of at most 90; longitude comes first: swapped?',
    ),
    row(
      'metres east',
      'power-plant',
      point,
      [7_235_766, 40],
      '7235766',
      'a longitude of at most 180: degrees (WGS 84), not metres',
      `${point}.0`,
    ),
    row(
      'metres north',
      'power-plant',
      `${point}.1`,
      -4_865_942,
      '-4865942',
      'a latitude of at least -90: degrees (WGS 84), not metres',
    ),
    row('no positions', 'grain-trade', point, [], '[]', 'at least one position'),
    row(
      'a line of one position',
      'border-agreement',
      point,
      [[60, 45]],
      '[[60,45]]',
      TWO_POSITIONS,
    ),
    row(
      'no lines',
      'border-agreement',
      'geometry',
      { type: 'MultiLineString', coordinates: [] },
      '[]',
      'at least one line',
      point,
    ),
    row(
      'one of several lines of one position',
      'border-agreement',
      'geometry',
      { type: 'MultiLineString', coordinates: [[[60, 45]]] },
      '[[60,45]]',
      TWO_POSITIONS,
      `${point}.0`,
    ),

    // Place
    ...['Samarkand', 'q269', 'Q0', 'UZ', 'UZ-sa', ''].map((id) =>
      row(`the place id “${id}”`, 'car-factory', 'properties.place.id', id, `“${id}”`, PLACE_ID),
    ),
    ...['UZB', 'uz', ''].map((code) =>
      row(
        `the country code “${code}”`,
        'car-factory',
        'properties.place.countries.0',
        code,
        `“${code}”`,
        'an ISO 3166-1 code of two letters',
      ),
    ),
    row(
      'countries that are a text',
      'car-factory',
      'properties.place.countries',
      'UZ',
      '“UZ”',
      'a list: [ … ]',
    ),
    row(
      'a place without name',
      'car-factory',
      'properties.place.name',
      undefined,
      'nothing',
      'a value, as “name” is required',
    ),
    row(
      'a geometry without a place',
      'car-factory',
      'properties.place',
      undefined,
      'nothing',
      'the place that the geometry stands for',
    ),
    row(
      'a place without geometry',
      'car-factory',
      'geometry',
      null,
      'null',
      'a geometry, as there is a place',
    ),
    row(
      'a line that is no border',
      'border-agreement',
      'properties.place.level',
      'country',
      'LineString',
      'points, as only a border is a line',
      'geometry.type',
    ),
    row(
      'a border that is no line',
      'border-agreement',
      'geometry',
      { type: 'Point', coordinates: [65, 45] },
      'Point',
      'a line, as the level is “border”',
      'geometry.type',
    ),
    row(
      'a region without id',
      'power-plant',
      'properties.place.id',
      undefined,
      'nothing',
      'the ISO 3166-2 code of the region',
    ),
    row(
      'a region with the id of a country',
      'power-plant',
      'properties.place.id',
      'Q265',
      '“Q265”',
      'the ISO 3166-2 code of the region',
    ),
    row(
      'a settlement with the code of a region',
      'car-factory',
      'properties.place.id',
      'UZ-SA',
      '“UZ-SA”',
      'a Wikidata id, as the level is “settlement”',
    ),
    row(
      'a region in another country than its code says',
      'power-plant',
      'properties.place.countries',
      ['KZ'],
      '["KZ"]',
      'UZ, where UZ-SA is',
    ),
    row(
      'an unknown region',
      'power-plant',
      'properties.place.id',
      'UZ-XX',
      'UZ-XX',
      'the id of a region of the basemap',
    ),
    row(
      'an unknown water',
      'salt-lake',
      'properties.place.id',
      'Q1',
      'Q1',
      'the id of a water of the basemap',
    ),
    row(
      'a water without id',
      'salt-lake',
      'properties.place.id',
      undefined,
      'nothing',
      'the id of a water of the basemap',
    ),
    row(
      'a point outside its region',
      'power-plant',
      point,
      [67, 40],
      '67, 40',
      'a point in River region',
      'geometry',
    ),
    row(
      'swapped coordinates',
      'power-plant',
      point,
      [40, 65],
      '40, 65',
      'a point in River region; longitude comes first: swapped?',
      'geometry',
    ),
    row(
      'a point outside its country',
      'car-factory',
      point,
      [63, 47],
      '63, 47',
      'a point in UZ',
      'geometry',
    ),
    row(
      'a marker outside its water',
      'salt-lake',
      point,
      [63, 43.5],
      '63, 43.5',
      'a point in Salt lake',
      'geometry',
    ),
    row(
      'no point in one of two countries',
      'grain-trade',
      point,
      [
        [67, 42],
        [66, 41],
      ],
      'no point',
      'a point in Kazakhstan',
      'geometry',
    ),
    row(
      'a point in neither of two countries',
      'grain-trade',
      `${point}.1`,
      [80, 48],
      '80, 48',
      'a point in Both countries',
      'geometry',
    ),
    row(
      'a border line astray',
      'border-agreement',
      `${point}.1`,
      [65, 44],
      '65, 44',
      'a line along the border of UZ and KZ',
      'geometry',
    ),
    row(
      'a border line on the border of one country only',
      'border-agreement',
      `${point}.1`,
      [65, 38],
      '65, 38',
      'a line along the border of UZ and KZ',
      'geometry',
    ),

    // Quotations
    row(
      'an unknown article',
      'power-plant',
      'properties.citations.0.article',
      'another',
      '“another”',
      `one of the articles: ${ARTICLE_ID}`,
    ),
    row(
      'a quotation not word for word',
      'power-plant',
      exact,
      'a power-plant in the River region',
      '“a power-plant in the River region”',
      `words that stand in ${ARTICLE_ID}; the nearest is “a power plant in the river region”`,
    ),
    row(
      'a quotation with straight quotes',
      'power-plant',
      exact,
      '"The two countries are neighbours"',
      '“"The two countries are neighbours"”',
      `words that stand in ${ARTICLE_ID}; the nearest is ““The two countries are neighbours””`,
    ),
    row(
      'a quotation unlike anything',
      'power-plant',
      exact,
      'ЖШЖШЖШЖШ',
      '“ЖШЖШЖШЖШ”',
      `words that stand in ${ARTICLE_ID}`,
    ),
    row(
      'a quotation that stands several times',
      'power-plant',
      exact,
      'two countries',
      `“two countries” 3 times in ${ARTICLE_ID}`,
      'a prefix or suffix that tells which',
    ),
    row(
      'a prefix that doesn’t stand before the quotation',
      'power-plant',
      'properties.citations.0.prefix',
      'will not build ',
      '“will not build ”',
      `the words just before the quotation in ${ARTICLE_ID}`,
    ),
    row(
      'a suffix that doesn’t stand after the quotation',
      'power-plant',
      'properties.citations.0.suffix',
      ', but a car factory',
      '“, but a car factory”',
      `the words just after the quotation in ${ARTICLE_ID}`,
    ),

    // Ids
    row(
      'the id of another feature',
      'youth-congress',
      'properties.aliases',
      ['power-plant'],
      '“power-plant”',
      'an id of its own, as feature number 1 in line 2 has this one',
      'properties.aliases',
    ),
    row(
      'the former id of another feature',
      'youth-congress',
      'properties.aliases',
      ['old-power-plant'],
      '“old-power-plant”',
      'an id of its own, as feature number 1 (power-plant) in line 2 has this one',
      'properties.aliases',
    ),
    row(
      'its own id among its former ones',
      'youth-congress',
      'properties.aliases',
      ['youth-congress'],
      '“youth-congress”',
      'an id of its own, as feature number 6 in line 7 has this one',
      'properties.aliases',
    ),
  ])('%s', async (_, id, change, field, found, expected) => {
    const opened = await openFixture(change);
    const line = lineOf(id);
    expect(opened.problems).toEqual([
      { file: PROJECTS, line, feature: id, field, found, expected },
    ]);
    expect(projectIds(opened)).toEqual(without(id));
  });

  it.each<[string, Change, Partial<Problem>]>([
    [
      'no id: its number says which',
      feature('car-factory', 'id', undefined),
      {
        feature: 'number 2',
        field: 'id',
        found: 'nothing',
        expected: 'a value, as “id” is required',
      },
    ],
    [
      'an id that is a number',
      feature('car-factory', 'id', 2),
      { feature: 'number 2', field: 'id', found: '2', expected: 'a text' },
    ],
    [
      'an id of another form',
      feature('car-factory', 'id', 'Car factory'),
      { feature: 'Car factory', field: 'id', found: '“Car factory”', expected: ID_FORM },
    ],
    [
      'the id of a feature before it',
      feature('car-factory', 'id', 'power-plant'),
      {
        feature: 'power-plant',
        field: 'id',
        found: '“power-plant”',
        expected: 'an id of its own, as feature number 1 in line 2 has this one',
      },
    ],
    [
      'no feature at all',
      edit(PROJECTS, 'features.1', 'car-factory'),
      { feature: 'number 2', found: '“car-factory”', expected: 'an object: { … }' },
    ],
    [
      'a feature that is null',
      edit(PROJECTS, 'features.1', null),
      { feature: 'number 2', found: 'null', expected: 'an object: { … }' },
    ],
  ])('%s', async (_, change, problem) => {
    const opened = await openFixture(change);
    expect(opened.problems).toEqual([{ file: PROJECTS, line: 3, ...problem }]);
    expect(projectIds(opened)).toEqual(without('car-factory'));
  });

  it('a long quotation gets its nearest passage in full, wherever the difference stands', async () => {
    const long = TEXT.split('\n\n')[1] ?? '';
    const opened = await openFixture(
      feature('power-plant', 'properties.citations.0.exact', long.replace('grain.', 'rice.')),
    );
    expect(opened.problems).toEqual([
      {
        file: PROJECTS,
        line: 2,
        feature: 'power-plant',
        field: 'properties.citations.0.exact',
        found: excerpt(long),
        expected: expect.stringContaining('both will trade in '),
      },
    ]);
  });

  it('a prefix or suffix tells which of several places is quoted', async () => {
    const opened = await openFixture(
      all(
        feature('power-plant', 'properties.citations.0.exact', 'two countries'),
        feature('power-plant', 'properties.citations.0.prefix', 'between the '),
        feature('power-plant', 'properties.citations.0.suffix', ' was'),
      ),
    );
    expect(opened.problems).toEqual([]);
    const start = TEXT.indexOf('two countries was');
    expect(opened.dossier?.projects[0]?.citations[0]).toMatchObject({
      exact: 'two countries',
      passage: { start, end: start + 'two countries'.length },
    });
  });

  it('isn’t judged by outlines that the page doesn’t have', async () => {
    const opened = await openFixture(
      feature('power-plant', 'geometry.coordinates', [1, 1]),
      NO_OUTLINES,
    );
    expect(opened.problems).toEqual([]);
    expect(projectIds(opened)).toEqual(FEATURE_IDS);
  });
});

describe('features a line each', () => {
  const lines = (change: Change = () => {}): Change =>
    all(change, (files) => {
      const text = files.get(PROJECTS) ?? '';
      files.delete(PROJECTS);
      files.set(LINES, text.split('\n').slice(1, -1).join('\n').replaceAll(',\n', '\n'));
    });

  it('are a dossier’s projects too', async () => {
    const opened = await openFixture(lines());
    expect(opened.problems).toEqual([]);
    expect(projectIds(opened)).toEqual(FEATURE_IDS);
  });

  it('are told with their own lines, also who has an id', async () => {
    const opened = await openFixture(
      all(
        lines(feature('car-factory', 'id', 'old-power-plant')),
        rewrite(LINES, '{"type":"Feature","id":"salt-lake"', '{"type":Feature,"id":"salt-lake"'),
      ),
    );
    expect(opened.problems).toMatchObject([
      {
        file: LINES,
        line: 2,
        feature: 'old-power-plant',
        expected: 'an id of its own, as feature number 1 (power-plant) in line 1 has this one',
      },
      { file: LINES, line: 5, expected: 'a feature as JSON' },
    ]);
    expect(projectIds(opened)).toEqual(without('car-factory', 'salt-lake'));
  });
});

describe('what can’t be judged by outlines', () => {
  it('is counted by its reason', async () => {
    const { problems, checked } = await openFixture(
      all(
        feature('car-factory', 'properties.place.countries', []),
        feature('city-fair', 'properties.place.countries', undefined),
        feature('power-plant', 'properties.place', {
          id: 'FR-75',
          name: { en: 'Paris' },
          level: 'region',
          countries: ['FR'],
        }),
      ),
    );
    expect(problems).toEqual([]);
    expect([...checked.unchecked]).toEqual([
      ['no outline of FR', 1],
      ['no country given', 2],
    ]);
  });
});

describe('a broken projects.geojson is told, and no project shown:', () => {
  it.each<[...Row, field?: string]>([
    ['a text', write(PROJECTS, '"projects"'), '“projects”', 'an object: { … }'],
    ['null', write(PROJECTS, 'null'), 'null', 'an object: { … }'],
    ['a number', write(PROJECTS, '3'), '3', 'an object: { … }'],
    ['a list', write(PROJECTS, '[{}]'), '[ … ]', 'an object: { … }'],
    [
      'another type',
      edit(PROJECTS, 'type', 'Features'),
      '“Features”',
      '“FeatureCollection”',
      'type',
    ],
    [
      'no type',
      edit(PROJECTS, 'type', undefined),
      'nothing',
      'a value, as “type” is required',
      'type',
    ],
    [
      'no features',
      edit(PROJECTS, 'features', undefined),
      'nothing',
      'a value, as “features” is required',
      'features',
    ],
    [
      'features that are no list',
      edit(PROJECTS, 'features', {}),
      '{ … }',
      'a list: [ … ]',
      'features',
    ],
    [
      'another coordinate system',
      edit(PROJECTS, 'crs', { type: 'name' }),
      '{"type":"name"}',
      'no “crs”: RFC 7946 knows only WGS 84 longitude and latitude',
      'crs',
    ],
  ])('%s', async (_, change, found, expected, field) => {
    const opened = await openFixture(change);
    const where = field === undefined ? { file: PROJECTS } : { file: PROJECTS, field };
    expect(opened.problems).toEqual([{ ...where, found, expected }]);
    expect(projectIds(opened)).toEqual([]);
    expect(opened.dossier?.articles).toHaveLength(1);
  });
});

describe('a broken dossier.json is told, and what is sound of it opened:', () => {
  const bounds = 'view.bounds';
  it.each<[...Row, field: string]>([
    [
      'no title',
      edit(DOSSIER, 'title', undefined),
      'nothing',
      'a value, as “title” is required',
      'title',
    ],
    [
      'no English title',
      edit(DOSSIER, 'title.en', undefined),
      'nothing',
      'a value, as “en” is required',
      'title.en',
    ],
    ['an unknown field', edit(DOSSIER, 'autor', 'x'), '“autor”', 'no field of this name', 'autor'],
    [
      'an unknown language',
      edit(DOSSIER, 'unreviewed.0', 'de'),
      '“de”',
      'one of “en”, “uz”, “kk”, “ru”',
      'unreviewed.0',
    ],
    [
      'bounds with south above north',
      edit(DOSSIER, bounds, [59, 53, 71, 37]),
      '[59,53,71,37]',
      'south below north: west, south, east, north',
      bounds,
    ],
    [
      'bounds without height',
      edit(DOSSIER, bounds, [59, 37, 71, 37]),
      '[59,37,71,37]',
      'south below north: west, south, east, north',
      bounds,
    ],
    [
      'bounds out of range',
      edit(DOSSIER, `${bounds}.0`, -200),
      '-200',
      'a longitude of at least -180',
      `${bounds}.0`,
    ],
    [
      'bounds too far north',
      edit(DOSSIER, `${bounds}.3`, 91),
      '91',
      'a latitude of at most 90',
      `${bounds}.3`,
    ],
    [
      'bounds of three numbers',
      edit(DOSSIER, bounds, [59, 37, 71]),
      'nothing',
      'a number',
      `${bounds}.3`,
    ],
    [
      'bounds that are texts',
      edit(DOSSIER, `${bounds}.0`, '59'),
      '“59”',
      'a number',
      `${bounds}.0`,
    ],
    [
      'no view',
      edit(DOSSIER, 'view', undefined),
      'nothing',
      'a value, as “view” is required',
      'view',
    ],
    [
      'an empty publisher',
      edit(DOSSIER, 'publisher', ''),
      '“”',
      'a text that is not empty',
      'publisher',
    ],
    ['a revision that is no date', edit(DOSSIER, 'revised', 'now'), '“now”', DAY, 'revised'],
    [
      'a revision on no day',
      edit(DOSSIER, 'revised', '2023-02-29'),
      '“2023-02-29”',
      DAY,
      'revised',
    ],
    ['no sectors', edit(DOSSIER, 'sectors', []), '[]', 'at least one sector', 'sectors'],
    ['a sector’s id', edit(DOSSIER, 'sectors.0.id', 'A'), '“A”', ID_FORM, 'sectors.0.id'],
    [
      'a sector’s colour',
      edit(DOSSIER, 'sectors.0.color', 'red;}'),
      '“red;}”',
      'a colour as in #b45309',
      'sectors.0.color',
    ],
    [
      'a sector’s icon',
      edit(DOSSIER, 'sectors.0.icon', '../x.svg'),
      '“../x.svg”',
      'the name of a Maki icon',
      'sectors.0.icon',
    ],
    [
      'a sector without name',
      edit(DOSSIER, 'sectors.1.name', undefined),
      'nothing',
      'a value, as “name” is required',
      'sectors.1.name',
    ],
    [
      'no articles',
      edit(DOSSIER, 'articles', undefined),
      'nothing',
      'a value, as “articles” is required',
      'articles',
    ],
    ['an article’s id', edit(DOSSIER, 'articles.0', '../x'), '“../x”', ID_FORM, 'articles.0'],
  ])('%s', async (_, change, found, expected, field) => {
    const { dossier, problems } = await openFixture(change);
    expect(problems).toEqual([{ file: DOSSIER, field, found, expected }]);
    const isWithoutProjects = /^(sectors|articles)$/.test(field);
    if (!isWithoutProjects) expect(dossier?.projects.length).toBeGreaterThan(0);
    else expect(dossier?.projects.filter(({ citations }) => 'passage' in citations[0])).toEqual([]);
  });

  it('null', async () => {
    const { dossier, problems } = await openFixture(write(DOSSIER, 'null'));
    expect(problems).toEqual([{ file: DOSSIER, found: 'null', expected: 'an object: { … }' }]);
    expect(dossier).toBeNull();
  });
});

describe('what stands twice in dossier.json is told, and the dossier opened:', () => {
  it('a sector', async () => {
    const opened = await openFixture(edit(DOSSIER, 'sectors.1.id', 'energy'));
    expect(opened.problems).toContainEqual({
      file: DOSSIER,
      field: 'sectors',
      found: '“energy” twice',
      expected: 'each sector once',
    });
    expect(projectIds(opened)).toEqual(['power-plant', 'salt-lake']);
  });

  it('an article, which is then read once', async () => {
    const opened = await openFixture(edit(DOSSIER, 'articles', [ARTICLE_ID, ARTICLE_ID]));
    expect(opened.problems).toEqual([
      {
        file: DOSSIER,
        field: 'articles',
        found: `“${ARTICLE_ID}” twice`,
        expected: 'each article once',
      },
    ]);
    expect(opened.dossier?.articles).toHaveLength(1);
    expect(projectIds(opened)).toEqual(FEATURE_IDS);
  });
});

describe('an unreadable file is told:', () => {
  it.each([
    ['dossier.json', DOSSIER],
    ['projects.geojson', PROJECTS],
  ])('%s missing', async (_, file) => {
    const { problems } = await openFixture(remove(file));
    expect(problems).toEqual([
      { file, found: `404 Not Found: ${file}`, expected: 'a file that can be read' },
    ]);
  });

  it('dossier.json cut short', async () => {
    const text = soundFiles().get(DOSSIER) ?? '';
    const { problems } = await openFixture(write(DOSSIER, text.slice(0, -2)));
    expect(problems).toEqual([
      {
        file: DOSSIER,
        found: expect.stringMatching(/^“\{.*…” \(.*JSON.*\)$/),
        expected: 'JSON',
      },
    ]);
  });

  it('projects.geojson cut short, with the line, and what stands before it kept', async () => {
    const text = soundFiles().get(PROJECTS) ?? '';
    const opened = await openFixture(write(PROJECTS, text.slice(0, text.indexOf('"salt-lake"'))));
    expect(opened.problems).toEqual([
      {
        file: PROJECTS,
        line: lineOf('salt-lake'),
        found: 'the end of the file after 4 features',
        expected: 'JSON that goes on: the file is cut short',
      },
    ]);
    expect(projectIds(opened)).toEqual(FEATURE_IDS.slice(0, 4));
  });

  it.each([
    ['dossier.json', DOSSIER],
    ['projects.geojson', PROJECTS],
  ])('a page served in place of %s', async (_, file) => {
    const { problems } = await openFixture(write(file, '<!doctype html><title>Atlas</title>'));
    expect(problems).toEqual([
      {
        file,
        ...(file === PROJECTS ? { line: 1 } : {}),
        found: expect.stringContaining('“<!doctype html><title>Atlas</title>”'),
        expected: 'JSON',
      },
    ]);
  });

  it('an article missing, and each project that cites it', async () => {
    const opened = await openFixture(remove(ARTICLE));
    const [first, ...others] = opened.problems;
    expect(first).toEqual({
      file: ARTICLE,
      found: `404 Not Found: ${ARTICLE}`,
      expected: 'a file that can be read',
    });
    expect(new Set(others.map(({ feature }) => feature))).toEqual(new Set(without('city-fair')));
    expect(others.map(({ expected }) => expected)).toContain(
      'one of the articles: none could be read',
    );
    expect(projectIds(opened)).toEqual(['city-fair']);
  });

  it.each<[...Row, field?: string]>([
    [
      'no front matter',
      write(ARTICLE, TEXT),
      'no “---” on the first line',
      'front matter between two “---” lines',
    ],
    [
      'front matter that doesn’t end',
      write(ARTICLE, `---\ntitle: x\n\n${TEXT}`),
      'no second “---” line',
      'front matter between two “---” lines',
    ],
    [
      'a line of the front matter that is none',
      rewrite(ARTICLE, 'lang: en', 'lang: en\nby the editors'),
      '“by the editors”',
      '“key: value”',
      'line 5',
    ],
    [
      'no title',
      rewrite(ARTICLE, 'title: The two countries\n', ''),
      'nothing',
      'a value, as “title” is required',
      'title',
    ],
    [
      'an empty title',
      rewrite(ARTICLE, 'title: The two countries', 'title:'),
      '“”',
      'a text that is not empty',
      'title',
    ],
    [
      'a date in words',
      rewrite(ARTICLE, '2022-12-24', '24 December'),
      '“24 December”',
      DAY,
      'date',
    ],
    ['a day that isn’t', rewrite(ARTICLE, '2022-12-24', '2022-02-31'), '“2022-02-31”', DAY, 'date'],
    ['a date without a day', rewrite(ARTICLE, '2022-12-24', '2022-12'), '“2022-12”', DAY, 'date'],
    [
      'a language in words',
      rewrite(ARTICLE, 'lang: en', 'lang: English'),
      '“English”',
      'a BCP 47 language tag',
      'lang',
    ],
    [
      'a source that is a script',
      rewrite(ARTICLE, 'lang: en', 'lang: en\nsource: javascript:alert(1)'),
      '“javascript:alert(1)”',
      ADDRESS,
      'source',
    ],
    [
      'an unknown key',
      rewrite(ARTICLE, 'lang: en', 'lang: en\nauthor: x'),
      '“author”',
      'no field of this name',
      'author',
    ],
    ['no text', rewrite(ARTICLE, TEXT, ' '), 'no text', 'paragraphs after the front matter'],
  ])('an article with %s', async (_, change, found, expected, field) => {
    const { problems } = await openFixture(change);
    const where = field === undefined ? { file: ARTICLE } : { file: ARTICLE, field };
    expect(problems.filter(({ file }) => file === ARTICLE)).toEqual([
      { ...where, found, expected },
    ]);
  });
});

describe('all problems of a dossier are told at once:', () => {
  it('those of several features, with the sound ones shown', async () => {
    const opened = await openFixture(
      all(
        feature('power-plant', 'properties.citations', []),
        feature('car-factory', 'geometry.coordinates', [63, 47]),
        feature('border-agreement', 'properties.sector', 'borders'),
        feature('youth-congress', 'properties.citations.0.exact', 'a Youth Kongress was held'),
      ),
    );
    expect(opened.problems.map(({ feature, field }) => [feature, field])).toEqual([
      ['power-plant', 'properties.citations'],
      ['car-factory', 'geometry'],
      ['border-agreement', 'properties.sector'],
      ['youth-congress', 'properties.citations.0.exact'],
    ]);
    expect(projectIds(opened)).toEqual(['grain-trade', 'salt-lake', 'city-fair']);
  });

  it('those of one feature: its shape, id, sector, place and quotations', async () => {
    const opened = await openFixture(
      all(
        feature('car-factory', 'properties.kind', 'idea'),
        feature('car-factory', 'properties.name.en', ''),
        feature('car-factory', 'properties.aliases', ['old-power-plant']),
        feature('car-factory', 'properties.sector', 'cars'),
        feature('car-factory', 'geometry.coordinates', [63, 47]),
        feature('car-factory', 'properties.citations.0.exact', 'a cars factory in Oldtown'),
        feature('car-factory', 'properties.citations.1.suffix', ''),
        feature('car-factory', 'properties.citations.2', { exact: 'x' }),
      ),
    );
    expect(opened.problems.every(({ feature }) => feature === 'car-factory')).toBe(true);
    expect(opened.problems.map(({ field }) => field)).toEqual([
      'properties.name.en',
      'properties.kind',
      'properties.citations.2',
      'properties.sector',
      'properties.citations.0.exact',
      'properties.citations.1.exact',
      'properties.aliases',
      'geometry',
    ]);
    expect(projectIds(opened)).toEqual(without('car-factory'));
  });

  it('those of dossier.json beside those of the projects and the article', async () => {
    const { dossier, problems } = await openFixture(
      all(
        edit(DOSSIER, 'view.bounds', [59, 53, 71, 37]),
        edit(DOSSIER, 'title', undefined),
        rewrite(ARTICLE, 'lang: en', 'lang: en\nnot a key'),
        feature('power-plant', 'properties.sector', 'power'),
        feature('salt-lake', 'properties.citations.0.exact', 'the sweet lake'),
      ),
    );
    expect(problems.map(({ file, feature, field }) => [file, feature, field])).toEqual([
      [DOSSIER, undefined, 'title'],
      [DOSSIER, undefined, 'view.bounds'],
      [ARTICLE, undefined, 'line 5'],
      [PROJECTS, 'power-plant', 'properties.sector'],
      [PROJECTS, 'salt-lake', 'properties.citations.0.exact'],
    ]);
    expect(dossier?.title).toEqual({ en: 'two-countries' });
  });

  it('those of the features of a collection that is broken itself', async () => {
    const opened = await openFixture(
      all(
        edit(PROJECTS, 'crs', {}),
        feature('power-plant', 'properties.citations.0.exact', 'a power station'),
      ),
    );
    expect(opened.problems.map(({ field }) => field)).toEqual([
      'crs',
      'properties.citations.0.exact',
    ]);
    expect(projectIds(opened)).toEqual([]);
  });

  it('without blaming the projects for a dossier.json that can’t be read', async () => {
    const { problems } = await openFixture(
      all(remove(DOSSIER), feature('power-plant', 'properties.kind', 'idea')),
    );
    expect(problems.map(({ file, field }) => [file, field])).toEqual([
      [DOSSIER, undefined],
      [PROJECTS, 'properties.kind'],
    ]);
  });
});

describe('the index of dossiers', () => {
  const index = (change: Change = () => {}) => {
    const files = soundFiles();
    change(files);
    return readSourceIndex(readFrom(files));
  };

  it('names the dossiers published', async () => {
    expect(await index()).toEqual({ ids: [ID], problems: [] });
  });

  it.each<[...Row, field?: string]>([
    ['missing', remove(INDEX), `404 Not Found: ${INDEX}`, 'a file that can be read'],
    ['null', write(INDEX, 'null'), 'null', 'an object: { … }'],
    ['empty', edit(INDEX, 'dossiers', []), '[]', 'at least one dossier', 'dossiers'],
    ['with a path for an id', edit(INDEX, 'dossiers.0', '../x'), '“../x”', ID_FORM, 'dossiers.0'],
    [
      'with another field',
      edit(INDEX, 'default', ID),
      '“default”',
      'no field of this name',
      'default',
    ],
  ])('is told where it is %s', async (_, change, found, expected, field) => {
    const where = field === undefined ? { file: INDEX } : { file: INDEX, field };
    expect(await index(change)).toEqual({ ids: [], problems: [{ ...where, found, expected }] });
  });

  it('gives a dossier named twice once, and tells it', async () => {
    expect(await index(edit(INDEX, 'dossiers', [ID, 'other', ID]))).toEqual({
      ids: [ID, 'other'],
      problems: [
        { file: INDEX, field: 'dossiers', found: `“${ID}” twice`, expected: 'each dossier once' },
      ],
    });
  });
});

describe('a problem', () => {
  it('is one line that says where, what was found and what was expected', () => {
    expect(
      describeProblem({
        file: PROJECTS,
        feature: 'power-plant',
        field: 'properties.kind',
        found: '“idea”',
        expected: 'another',
      }),
    ).toBe(`${PROJECTS} › power-plant › properties.kind: found “idea”; expected another`);
    expect(describeProblem({ file: INDEX, found: 'null', expected: 'a list' })).toBe(
      `${INDEX}: found null; expected a list`,
    );
  });

  it('shows a long value shortened, with its quotation marks and no half characters', () => {
    expect(excerpt('x'.repeat(121))).toBe(`“${'x'.repeat(120)}…”`);
    expect(excerpt('x'.repeat(120))).toBe(`“${'x'.repeat(120)}”`);
    expect(excerpt(`${'x'.repeat(119)}😀😀`)).toBe(`“${'x'.repeat(119)}…”`);
    expect(excerpt(['x'.repeat(200)])).toBe(`["${'x'.repeat(118)}…`);
    expect(excerpt(undefined)).toBe('nothing');
  });
});
