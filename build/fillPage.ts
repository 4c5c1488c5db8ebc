import { pagePath } from '../src/dossier/files.ts';
import { LANGUAGES, type Language } from '../src/dossier/localized.ts';
import type { ArticleOfPage, RenderedPage } from '../src/firstPage/renderFirstPage.ts';

/** A page to be made of the built one. */
export interface PageContent {
  readonly dossier: string;
  readonly language: Language;
  readonly rendered: RenderedPage;
  /** What to fetch before the script asks for it, below `geodata/`. */
  readonly early: readonly string[];
  /** Where its picture lies, below the page of all; `null` if it has none. */
  readonly picture: string | null;
}

/** As Open Graph writes languages: with the country that most speak them in. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en_GB',
  uz: 'uz_UZ',
  kk: 'kk_KZ',
  ru: 'ru_RU',
};

/**
 * The page with its first state, `depth` folders below the built one. Throws where the built page
 * lacks what is to be filled.
 */
export function fillPage(
  template: string,
  content: PageContent,
  site: URL | null,
  depth: number,
): string {
  const { dossier, language, rendered, early } = content;
  const root = '../'.repeat(depth);
  const EARLY = /\s*<link rel="(?:module)?preload"[^>]*>/g;
  const STYLES = /\s*<link rel="stylesheet"[^>]*>/g;
  const fetched = [...template.matchAll(EARLY)].join('');
  const styles = [...template.matchAll(STYLES)].join('');
  const data = early.map(
    (file) => `<link rel="preload" as="fetch" crossorigin href="./geodata/${file}">`,
  );
  const replace = (text: string, part: RegExp, by: string): string => {
    if (!part.test(text)) throw new Error(`The built page has no ${part.source}.`);
    return text.replace(part, () => by);
  };
  let page = template.replaceAll(EARLY, '').replaceAll(STYLES, '');
  // The text waits for the styles, and they mustn't wait for the script before them.
  page = replace(page, /(?=\s*<script)/, styles);
  page = replace(
    page,
    /<html lang="en">/,
    `<html lang="${language}" data-root="./" data-dossier="${escaped(dossier)}">`,
  );
  page = replace(page, /<title>.*?<\/title>/s, `<title>${escaped(rendered.title)}</title>`);
  page = replace(
    page,
    /<meta\s+name="description"[^>]*>/,
    meta('name', 'description', rendered.description),
  );
  page = replace(page, /<\/head>/, `${[...head(content, site), ''].join('\n    ')}</head>`);
  page = replace(
    page,
    /<div id="atlas"><\/div>/,
    `<div id="first"></div>\n    <div id="atlas"></div>\n    ` +
      // After the text, which mustn't wait for them.
      `${fetched}\n    ${data.join('\n    ')}`,
  );
  page = page.replaceAll(/((?:href|src|data-root)=")\.\//g, `$1${root === '' ? './' : root}`);
  // At last, as none of its words are addresses of this page.
  return replace(page, /(?<=<div id="first">)/, rendered.body);
}

function head({ dossier, language, rendered, picture }: PageContent, site: URL | null): string[] {
  const { title, description, articles } = rendered;
  const address = (of: Language) => new URL(pagePath(dossier, of), site ?? undefined).href;
  const others = LANGUAGES.filter((other) => other !== language);
  const link = (rel: string, href: string, lang?: string) =>
    `<link rel="${rel}"${lang === undefined ? '' : ` hreflang="${lang}"`} href="${escaped(href)}">`;
  return [
    meta('property', 'og:type', articles.length > 0 ? 'article' : 'website'),
    meta('property', 'og:site_name', 'Cited Atlas'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:locale', LOCALES[language]),
    ...others.map((other) => meta('property', 'og:locale:alternate', LOCALES[other])),
    ...(site === null
      ? []
      : [
          link('canonical', address(language)),
          ...LANGUAGES.map((other) => link('alternate', address(other), other)),
          link('alternate', address('en'), 'x-default'),
          meta('property', 'og:url', address(language)),
          ...(picture === null
            ? []
            : [
                meta('property', 'og:image', new URL(picture, site).href),
                meta('name', 'twitter:card', 'summary_large_image'),
              ]),
        ]),
    ...articles.map(
      (article) => `<script type="application/ld+json">${inScript(articleData(article))}</script>`,
    ),
  ];
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escaped(content)}">`;
}

/** An article and its places by the words of https://schema.org. */
function articleData({ title, date, lang, source, places }: ArticleOfPage): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    datePublished: date,
    inLanguage: lang,
    ...(source === null ? {} : { url: source }),
    contentLocation: places.map(({ name, countries, point }) => ({
      '@type': 'Place',
      name,
      ...(countries.length === 1
        ? { address: { '@type': 'PostalAddress', addressCountry: countries[0] } }
        : {}),
      ...(point === null
        ? {}
        : { geo: { '@type': 'GeoCoordinates', longitude: point[0], latitude: point[1] } }),
    })),
  };
}

/** JSON that ends no script, whatever stands in it. */
function inScript(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands in HTML, also in an attribute. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
