import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPage, type PageContent } from '../../../build/fillPage.ts';

const TEMPLATE = `<!doctype html>
<html lang="en">
  <head>
    <meta
      name="description"
      content="An atlas."
    />
    <title>Cited Atlas</title>
    <script src="./early.js"></script>
    <script type="module" crossorigin src="./assets/atlas.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/atlas.css">
    <link rel="modulepreload" crossorigin href="./assets/map.js">
  </head>
  <body>
    <div id="atlas"></div>
  </body>
</html>`;

const PAGE: PageContent = {
  dossier: 'visit',
  language: 'kk',
  rendered: {
    body: '<h1>Сапар</h1>',
    title: 'Сапар',
    description: 'Сапар туралы.',
    articles: [
      {
        title: 'A visit',
        date: '2022-12-24',
        lang: 'en',
        source: 'https://example.org/a',
        places: [
          { name: 'Қостанай', countries: ['KZ'], point: [63.63, 53.21] },
          { name: 'Арал теңізі', countries: ['KZ', 'UZ'], point: null },
        ],
      },
    ],
  },
  early: ['dossiers/visit/manifest.json'],
  picture: 'visit/preview.png',
};

const SITE = new URL('https://example.org/atlas/');

describe('a page', () => {
  test('has its language, title, description and first state, and leads to files above it', () => {
    const page = fillPage(TEMPLATE, PAGE, null, 2);
    expect(page).toContain('<html lang="kk" data-root="../../" data-dossier="visit">');
    expect(page).toContain('<title>Сапар</title>');
    expect(page).toContain('<meta name="description" content="Сапар туралы.">');
    expect(page).toContain('<div id="first"><h1>Сапар</h1></div>');
    expect(page).toContain('src="../../assets/atlas.js"');
    expect(page).toContain('href="../../geodata/dossiers/visit/manifest.json"');
    expect(page).not.toContain('"./');
  });

  test('of the folder itself leads to files beside it', () => {
    const page = fillPage(TEMPLATE, PAGE, null, 0);
    expect(page).toContain('data-root="./"');
    expect(page).toContain('src="./assets/atlas.js"');
  });

  test('has its styles before its scripts, and what is fetched early after its text', () => {
    const page = fillPage(TEMPLATE, PAGE, null, 0);
    const places = ['rel="stylesheet"', '<script', 'id="first"', 'modulepreload', 'rel="preload"'];
    const found = places.map((part) => page.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  test('has full addresses where it will be served at one, and none else', () => {
    const page = fillPage(TEMPLATE, PAGE, SITE, 2);
    expect(page).toContain('<link rel="canonical" href="https://example.org/atlas/visit/kk/">');
    for (const language of ['en', 'uz', 'kk', 'ru'])
      expect(page).toContain(
        `<link rel="alternate" hreflang="${language}" href="https://example.org/atlas/visit/${language}/">`,
      );
    expect(page).toContain('hreflang="x-default" href="https://example.org/atlas/visit/en/"');
    expect(page).toContain(
      '<meta property="og:image" content="https://example.org/atlas/visit/preview.png">',
    );
    expect(page).toContain('<meta property="og:locale" content="kk_KZ">');
    expect(fillPage(TEMPLATE, PAGE, null, 2)).not.toMatch(/canonical|hreflang|og:(url|image)/);
    expect(fillPage(TEMPLATE, { ...PAGE, picture: null }, SITE, 2)).not.toContain('og:image');
  });

  test('tells of the article and its places, each as exactly as it is known', () => {
    const [, json = ''] =
      /ld\+json">(.*?)<\/script>/s.exec(fillPage(TEMPLATE, PAGE, null, 2)) ?? [];
    expect(JSON.parse(json)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: 'A visit',
      datePublished: '2022-12-24',
      inLanguage: 'en',
      url: 'https://example.org/a',
      contentLocation: [
        {
          '@type': 'Place',
          name: 'Қостанай',
          address: { '@type': 'PostalAddress', addressCountry: 'KZ' },
          geo: { '@type': 'GeoCoordinates', longitude: 63.63, latitude: 53.21 },
        },
        { '@type': 'Place', name: 'Арал теңізі' },
      ],
    });
  });

  test('takes any words as words', () => {
    const shell = fillPage(TEMPLATE, PAGE, SITE, 2).match(/<\w+/g)?.length;
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('</script><script>', '"><b>', '<!--', "$&$'", '</title>'),
    );
    fc.assert(
      fc.property(text, text, text, (title, description, name) => {
        const page = fillPage(
          TEMPLATE,
          {
            ...PAGE,
            rendered: {
              ...PAGE.rendered,
              title,
              description,
              articles: [
                {
                  title: name,
                  date: '2022-12-24',
                  lang: 'en',
                  source: null,
                  places: [{ name, countries: [], point: null }],
                },
              ],
            },
          },
          SITE,
          2,
        );
        expect(page.match(/<\w+/g)?.length).toBe(shell);
        const [, json = ''] = /ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
        expect(JSON.parse(json)).toMatchObject({ headline: name });
      }),
    );
  });

  test('a built page of another kind is refused', () => {
    expect(() => fillPage('<html></html>', PAGE, null, 0)).toThrow('The built page has no');
  });
});
