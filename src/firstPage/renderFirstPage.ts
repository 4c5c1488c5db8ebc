import { render } from 'svelte/server';
import { localized } from '../dossier/localized.ts';
import { openDossier } from '../dossier/open.ts';
import type { ReadBytes } from '../dossier/piece.ts';
import { isAnchored, type Article, type Place, type PlaceGeometry } from '../dossier/types.ts';
import { firstPage } from '../i18n/firstPage.ts';
import { m } from '../i18n/index.ts';
import { LANGUAGE } from '../i18n/language.ts';
import { rowsShown } from '../view/filter.ts';
import { resolveLink } from '../view/honour.ts';
import { ViewStore } from '../view/store.svelte.ts';
import FirstPage from './FirstPage.svelte';

/** A page lists so many projects, and links to the rest. */
const MOST_LISTED = 100;

/** A page as it is before any script runs. */
export interface RenderedPage {
  /** What stands in the body: HTML. */
  readonly body: string;
  readonly title: string;
  readonly description: string;
  readonly articles: readonly ArticleOfPage[];
}

export interface ArticleOfPage extends Pick<Article, 'title' | 'date' | 'lang' | 'source'> {
  /** Where the listed projects are that it tells of, each place once. */
  readonly places: readonly PlaceOfPage[];
}

export interface PlaceOfPage {
  readonly name: string;
  /** ISO 3166-1 alpha-2 codes. */
  readonly countries: readonly string[];
  /** Longitude and latitude, degrees; `null` for what has an extent. */
  readonly point: readonly [number, number] | null;
}

/**
 * Renders a published dossier in the language that the module was loaded for. Throws where the
 * dossier can't be opened.
 */
export async function renderFirstPage(id: string, read: ReadBytes): Promise<RenderedPage> {
  const { dossier, problems } = await openDossier(id, read);
  if (dossier === null) throw new Error(`“${id}” can’t be opened: ${JSON.stringify(problems)}`);
  const store = new ViewStore(dossier, await resolveLink('', dossier));
  const { size: count } = dossier.index;
  // As the atlas lists them.
  const { placed, unplaced } = rowsShown(store.filtered, dossier.index);
  const projects = await dossier.details.all([...placed, ...unplaced].slice(0, MOST_LISTED));
  const title = localized(dossier.title, LANGUAGE);
  const [first] = dossier.articles;
  return {
    body: plain(render(FirstPage, { props: { store, projects } }).body),
    title: `${title} · ${m.appName}`,
    description: first
      ? firstPage.description({ article: sentence(first.title), number: count })
      : firstPage.noArticle({ number: count }),
    articles: dossier.articles.map(({ id, title, date, lang, source }) => ({
      title,
      date,
      lang,
      source,
      places: uniquePlaces(
        projects
          .filter(({ citations }) =>
            citations.some(
              (citation) => isAnchored(citation) && citation.passage.article.id === id,
            ),
          )
          .flatMap(({ location }) => location ?? []),
      ),
    })),
  };
}

function sentence(title: string): string {
  return /[.?!…]$/.test(title) ? title : `${title}.`;
}

/**
 * Without the comments that are for scripts, and without styles, which the page's policy forbids here.
 * What doesn't work before the script does is inert.
 */
function plain(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<div (?=class="(?:actions|search|row)\b)/g, '<div inert ')
    .replaceAll(/<\w[^>]*>/g, (tag) => tag.replace(/ style="[^"]*"/, ''));
}

function uniquePlaces(
  locations: readonly { readonly place: Place; readonly geometry: PlaceGeometry }[],
): PlaceOfPage[] {
  const places = locations.map(({ place, geometry }): [string, PlaceOfPage] => {
    const name = localized(place.name, LANGUAGE);
    const [lng, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
    const isSpot = place.level === 'site' || place.level === 'settlement';
    const point = isSpot && lng !== undefined && lat !== undefined ? ([lng, lat] as const) : null;
    return [
      place.id ?? JSON.stringify([name, place.countries, point]),
      { name, countries: place.countries, point },
    ];
  });
  return [...new Map(places).values()];
}
