import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { kml } from '../../../../src/share/export/kml.ts';
import { htmlText, xmlText } from '../../../../src/share/export/text.ts';
import {
  arbitraryProjects,
  arbitraryText,
  fileOf,
  publishedContent,
  type Published,
} from './content.ts';

/** How it is read by another program stands in `ogr.test.ts`. */

let published: Published;
let file: string;
beforeAll(async () => {
  published = await publishedContent();
  file = fileOf(kml, published.content, published.projects);
});

function placemark(id: string): string {
  const [found] = new RegExp(`<Placemark id="project-${id}">.*?</Placemark>`, 's').exec(file) ?? [];
  if (found === undefined) throw new Error(`There is no Placemark of ${id}.`);
  return found;
}

test('draws a region as its outline, says so, and tells its level and where its mark stands', () => {
  const plant = placemark('samarkand-thermal-power-plant');
  expect(plant).toContain('<Polygon>');
  expect(plant).not.toContain('<Point>');
  expect(plant).toContain('<Data name="level"><value>region</value></Data>');
  expect(plant).toContain('<Data name="marker"><value>66.535,39.815</value></Data>');
  expect(plant).toContain('placed in this region, no closer');
  expect(plant).toContain('somewhere in it');
  expect(plant).toContain('Launched, as of 2022-12-24');
});

test('lists what the article doesn’t place in a folder of its own, without a geometry', () => {
  const [, folder = ''] = file.split('<Folder>');
  const unplaced = published.projects.filter(({ location }) => location === null);
  expect(folder).toContain('<name>Not placed by the article</name>');
  expect(folder.match(/<Placemark /g)).toHaveLength(unplaced.length);
  expect(folder).not.toContain('<coordinates>');
});

test('tells a time as far as KML can, and else in the data only', () => {
  expect(placemark('youth-congress')).toContain('<TimeStamp><when>2022-12</when></TimeStamp>');
  const [plain] = published.projects;
  if (plain === undefined) throw new Error('There are no projects.');
  const timed = (when: string) => fileOf(kml, published.content, [{ ...plain, when }]);
  expect(timed('2022-10/2022-12')).toContain(
    '<TimeSpan><begin>2022-10</begin><end>2022-12</end></TimeSpan>',
  );
  expect(timed('../2022-12')).toContain('<TimeSpan><end>2022-12</end></TimeSpan>');
  expect(timed('2022~')).not.toContain('<Time');
  expect(timed('2022~')).toContain('<Data name="when"><value>2022~</value></Data>');
});

test('has the sector’s colour, as KML writes it', () => {
  expect(file).toContain('<Style id="sector-energy"><IconStyle><color>ff007ad4</color>');
});

test('of nothing is a document without placemarks', () => {
  expect(fileOf(kml, published.content, [])).not.toContain('<Placemark');
});

describe('whatever the words are', () => {
  /** XML 1.0 forbids these, https://www.w3.org/TR/xml/#charsets */
  const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

  test('the file has only characters that XML 1.0 has, and tags of its own', () => {
    fc.assert(
      fc.property(arbitraryProjects, (projects) => {
        const text = fileOf(kml, published.content, projects);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(FORBIDDEN);
        expect(text).not.toContain(']]>');
        expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|#13);)/);
        const tags = new Set([...text.matchAll(/<\/?([^\s>]+)/g)].map(([, tag]) => tag));
        for (const tag of tags) expect(tag).toMatch(/^[A-Za-z:?]+\/?$/);
        expect(text.match(/<Placemark /g)?.length ?? 0).toBe(projects.length);
      }),
      { numRuns: 200 },
    );
  });

  test('a text is read as it was, but for what XML can’t hold', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const read = xmlText(text)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#13;', '\r')
          .replaceAll('&amp;', '&');
        const letters = Array.from(text);
        expect(read).toHaveLength(text.length);
        expect(Array.from(read).filter((letter, at) => letter !== letters[at])).toEqual(
          letters
            .filter((letter) => !letter.isWellFormed() || FORBIDDEN.test(letter))
            .map(() => '\uFFFD'),
        );
      }),
    );
  });

  test('in the balloon, which is HTML, they are text', () => {
    expect(htmlText('<img onerror="x">')).toBe('&lt;img onerror=&quot;x&quot;&gt;');
    const [plain] = published.projects;
    if (plain === undefined) throw new Error('There are no projects.');
    const text = fileOf(kml, published.content, [
      { ...plain, citations: [{ exact: '<b>bold</b>', title: 'x', url: 'https://x.y' }] },
    ]);
    expect(text).toContain('&amp;lt;b&amp;gt;bold');
    expect(text).not.toContain('<b>');
  });
});
