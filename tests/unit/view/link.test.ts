import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLink, parseLink } from '../../../src/view/link.ts';
import { decode } from '../../../src/view/linkText.ts';
import { canonicalView, DEFAULT_VIEW, type View } from '../../../src/view/view.ts';
import { arbitraryView } from './arbitraryView.ts';

const RUNS = { numRuns: 10_000 };

describe('any view', () => {
  test('is what is read from the link it is written as', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(parseLink(formatLink(view))).toEqual({ view, problems: [] });
      }),
      RUNS,
    );
  });

  test('is written in characters that chat, mail and Markdown leave alone', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(formatLink(view)).toMatch(/^([\w~:/,.=&%-]*[\w~:/,=%-])?$/);
      }),
      RUNS,
    );
  });

  test('has one canonical form', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(canonicalView(view)).toEqual(view);
      }),
    );
  });
});

describe('any text as a link', () => {
  const keys = fc.constantFrom(
    'map',
    'dossier',
    'sector',
    'kind',
    'country',
    'status',
    'when',
    'place',
    'q',
    'frame',
    'area',
    'sort',
    'project',
    'passage',
    'lang',
    'theme',
    'pane',
    'embed',
    'colour',
    '',
  );
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '%',
      '%E0%A4%A',
      '1/2',
      'NaN/0/0',
      '1e3/0/0',
      '0x1/0/0',
      '//',
      ':',
      '-',
      ',',
      '../..',
      '9999-99',
    ),
    fc.array(fc.double(), { maxLength: 7 }).map((numbers) => numbers.join('/')),
  );
  const links = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.tuple(keys, values), { maxLength: 6 })
      .map((parts) => parts.map((part) => part.join('=')).join('&')),
  );

  test('is read without throwing, into a view that can be written', () => {
    fc.assert(
      fc.property(links, (text) => {
        const { view } = parseLink(text);
        expect(parseLink(formatLink(view)).view).toEqual(view);
      }),
      RUNS,
    );
  });

  test('of which a part is lost, says so', () => {
    fc.assert(
      fc.property(keys, values, (key, value) => {
        const { view, problems } = parseLink(`${key}=${value}`);
        const isDefault = formatLink(view) === '';
        const isSilent = problems.length === 0;
        const isPlain =
          (key === 'pane' && value.toLowerCase() === 'article') ||
          (key === 'q' && value.trim() === '') ||
          (key === 'embed' && /^(0|false)$/i.test(value));
        if (isDefault && isSilent)
          expect(isPlain || value.includes('&') || key + value === '').toBe(true);
      }),
      RUNS,
    );
  });
});

describe('the grammar', () => {
  test('leaves defaults out', () => {
    expect(formatLink(DEFAULT_VIEW)).toBe('');
  });

  test.each<[string, Partial<View>]>([
    ['map=5.2/44.1/66.9', { camera: { zoom: 5.2, lat: 44.1, lng: 66.9, bearing: 0, pitch: 0 } }],
    [
      'map=5.2/44.1/66.9/30',
      { camera: { zoom: 5.2, lat: 44.1, lng: 66.9, bearing: 30, pitch: 0 } },
    ],
    ['dossier=other', { dossier: 'other' }],
    ['sort=-when', { sort: { key: 'when', descending: true } }],
    ['project=kostanay-cars', { project: 'kostanay-cars' }],
    ['passage=a:some%20words', { passage: { article: 'a', words: 'some words' } }],
    ['lang=kk', { lang: 'kk' }],
    ['theme=dark', { theme: 'dark' }],
    ['pane=projects', { pane: 'projects' }],
    ['embed', { embed: true }],
  ])('reads and writes %s', (link, part) => {
    expect(parseLink(`#${link}`)).toEqual({ view: { ...DEFAULT_VIEW, ...part }, problems: [] });
    expect(formatLink({ ...DEFAULT_VIEW, ...part })).toBe(link);
  });

  test('writes every filter back as it was read', () => {
    const link =
      'kind=event&country=KZ,UZ&status=planned&when=2022-10/2022-12&place=placed&q=aral&frame=60/40/70/45&area=1DCCAEGA&sort=name';
    expect(formatLink(parseLink(link).view)).toBe(link);
  });
});

test.each([
  ['pane=projects).', 'pane=projects'],
  ['kind=event&theme=dark.', 'kind=event&theme=dark'],
  ['sort=-when,', 'sort=-when'],
  ['frame=60/40/70/45)', 'frame=60/40/70/45'],
])('“%s”, with what a sentence left on it, is read as meant', (written, meant) => {
  expect(parseLink(written)).toEqual({ view: parseLink(meant).view, problems: [] });
  expect(formatLink(parseLink(written).view)).toBe(meant);
});

test('an open end of a span stays open', () => {
  expect(parseLink('when=2022-11/..').view.filters.when?.span).toBe('2022-11/..');
});

test('an area is written in its one form, and read with a full stop behind it', () => {
  const { view, problems } = parseLink('area=1DCGGAFD.');
  expect(problems).toEqual([]);
  expect(formatLink(view)).toBe('area=1DCCAEGA');
});

describe('a link that was damaged on its way', () => {
  const sent = { ...DEFAULT_VIEW, pane: 'projects' as const, theme: 'dark' as const };
  test.each([
    '#theme=dark&amp;pane=projects',
    '##theme=dark&pane=projects',
    '#/theme=dark&pane=projects',
    '#?theme=dark&pane=projects',
    ' #theme=dark&pane=projects\n',
  ])('%j is read as it was meant', (link) => {
    expect(parseLink(link)).toEqual({ view: sent, problems: [] });
  });

  test.each(['.', ')', '),', '”', ' '])('a camera with “%s” behind it is read', (sign) => {
    expect(parseLink(`#map=5.2/44.1/66.9${sign}`).problems).toEqual([]);
  });

  test('the first readable of repeated keys counts', () => {
    const { view, problems } = parseLink('theme=blue&theme=dark&theme=light');
    expect(view.theme).toBe('dark');
    expect(problems.map(({ reason }) => reason)).toEqual(['unknown-value', 'repeated-key']);
  });

  test('a list of thousands of commas is one problem', () => {
    expect(parseLink(`sector=${','.repeat(30_000)}`).problems).toHaveLength(1);
  });

  test('a time of 80,000 characters is refused at once', () => {
    expect(parseLink(`when=[${'2022,'.repeat(16_000)}2022]`).problems).toHaveLength(1);
  });
});

describe('a part as one types it', () => {
  test.each([
    ['sector=a,,b,', 'sector=a,b'],
    ['kind=Event&country=kz,None', 'kind=event&country=KZ,none'],
    ['theme=Dark&sort=-When', 'sort=-when&theme=dark'],
    ['when=,none', 'when=none'],
    ['when=2022-10,,none,', 'when=2022-10,none'],
    ['embed=1', 'embed'],
    ['embed=true', 'embed'],
    ['embed=false', ''],
    ['embed=0&embed', 'embed'],
    ['q=100%', 'q=100%25'],
    ['q=%E0%A4%A', 'q=%25E0%25A4%25A'],
    ['q=5%20%%20steel', 'q=5%20%25%20steel'],
    ['passage=a:100%', 'passage=a:100%25'],
  ])('%s is read as %s', (typed, meant) => {
    const { view, problems } = parseLink(typed);
    expect(problems).toEqual([]);
    expect(formatLink(view)).toBe(meant);
  });

  test('is read in part where only a part can be', () => {
    expect(parseLink('when=2022-10,2023').view.filters.when?.span).toBe('2022-10');
    expect(parseLink('when=2023/2022,none').view.filters.when).toEqual({
      span: null,
      undated: true,
    });
  });
});

describe('percent-encoding', () => {
  const wellFormed = fc.string({ unit: 'grapheme' });

  test('is undone as the browser does', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(decode(encodeURIComponent(text))).toBe(text);
      }),
      RUNS,
    );
  });

  test('stays where it is broken, and what is sound around it is undone', () => {
    const broken = fc.constantFrom('%', '%4', '%zz', '%80', '%E0', '%E0%A4', '%C3%28', '%FF');
    fc.assert(
      fc.property(wellFormed, broken, wellFormed, (before, part, after) => {
        const written = `${encodeURIComponent(before)}${part} ${encodeURIComponent(after)}`;
        expect(decode(written)).toBe(`${before}${part.replace('%28', '(')} ${after}`);
      }),
      RUNS,
    );
  });
});

describe('a part that can’t be read', () => {
  test.each([
    ['colour=red', 'unknown-key', 'red'],
    ['sector=a&sector=b', 'repeated-key', 'b'],
    ['map=5/44', 'malformed', '5/44'],
    ['map=5/44/abc', 'malformed', '5/44/abc'],
    ['map=1e1/44/66', 'malformed', '1e1/44/66'],
    ['map=5/44/66/0/0/0', 'malformed', '5/44/66/0/0/0'],
    ['map=15/44/66', 'out-of-range', '15/44/66'],
    ['map=5/91/66', 'out-of-range', '5/91/66'],
    ['map=5/44/181', 'out-of-range', '5/44/181'],
    ['map=5/44/66/0/61', 'out-of-range', '5/44/66/0/61'],
    ['dossier=', 'malformed', ''],
    ['sector=,', 'malformed', ','],
    ['kind=event,party', 'unknown-value', 'party'],
    ['country=uzb', 'unknown-value', 'uzb'],
    ['status=lost', 'unknown-value', 'lost'],
    ['when=someday', 'malformed', 'someday'],
    ['when=', 'malformed', ''],
    ['when=2023/2022', 'reversed-span', '2023/2022'],
    ['when=2022-12-24/2022-12-23', 'reversed-span', '2022-12-24/2022-12-23'],
    ['when=2022-10,2023', 'second-span', '2023'],
    ['when=none,2022-10,2023,2024', 'second-span', '2023,2024'],
    ['when=someday,none', 'malformed', 'someday'],
    ['place=here', 'unknown-value', 'here'],
    ['frame=1/2/3', 'malformed', '1/2/3'],
    ['frame=1/2/3/91', 'out-of-range', '1/2/3/91'],
    ['frame=1/2/181/3', 'out-of-range', '1/2/181/3'],
    ['frame=1/5/3/2', 'reversed-frame', '1/5/3/2'],
    ['frame=50/40/50/45', 'flat-frame', '50/40/50/45'],
    ['frame=50/40/60/40', 'flat-frame', '50/40/60/40'],
    ['frame=50/40/60/40.00004', 'flat-frame', '50/40/60/40.00004'],
    ['area=a|b', 'malformed', 'a|b'],
    ['area=abc_-9', 'malformed', 'abc_-9'],
    ['area=1CAACC', 'few-corners', '1CAACC'],
    ['area=1DAACCCC', 'flat-area', '1DAACCCC'],
    ['area=1EAAEEADDE', 'crossing-area', '1EAAEEADDE'],
    ['area=1DABCCCC', 'out-of-range', '1DABCCCC'],
    ['area=1pG', 'many-corners', '1pG'],
    ['sort=size', 'unknown-value', 'size'],
    ['project=', 'malformed', ''],
    ['passage=words', 'malformed', 'words'],
    ['passage=a:', 'malformed', 'a:'],
    ['lang=fr', 'unknown-value', 'fr'],
    ['theme=blue', 'unknown-value', 'blue'],
    ['pane=map', 'unknown-value', 'map'],
  ])('%s is reported, and the rest honoured', (part, reason, value) => {
    const { view, problems } = parseLink(`${part}&pane=projects`);
    const key = part.slice(0, part.indexOf('='));
    expect(problems).toEqual([{ reason, key, value }]);
    expect(view.pane).toBe('projects');
  });
});
