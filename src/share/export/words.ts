import { localized, type Language } from '../../dossier/localized.ts';
import { asOf, type Article, type Dossier, type Project } from '../../dossier/types.ts';
import { about } from '../../i18n/about.ts';
import { m } from '../../i18n/index.ts';
import { levelWords } from '../../i18n/levelWords.ts';
import { takeAway } from '../../i18n/takeAway.ts';
import type { Shape } from './shapes.ts';

/** What files say to their readers, in words. */

/** Where a project is, and how exactly. */
export function placeWords({ location }: Pick<Project, 'location'>, language: Language): string {
  if (location === null) return m.card.notPlaced;
  const { place } = location;
  return takeAway.placed({ place: localized(place.name, language), exactness: levelWords(place) });
}

/** A status and when it was so; `null` where the article gives none. */
export function statusWords(project: Pick<Project, 'status' | 'citations'>): string | null {
  if (project.status === null) return null;
  const date = asOf(project);
  const status = m.status[project.status];
  return date === null ? status : m.card.asOf({ status, date });
}

/** Who is to be credited, and for what. */
export function creditWords({
  articles,
  publisher,
}: Pick<Dossier, 'articles' | 'publisher'>): string[] {
  return [
    ...(publisher === null ? [] : [about.publisher({ name: publisher })]),
    ...articles.map(articleWords),
    m.map.credits,
    m.map.disclaimer,
  ];
}

function articleWords({ title, date, source }: Article): string {
  return titleWith(title, [date, ...(source === null ? [] : [source])].join(', '));
}

/** A title with where and when it appeared, which may be nothing. */
export function titleWith(title: string, where: string): string {
  return where === '' ? title : `${title} (${where})`;
}

/** What a project's geometry in a file stands for; `null` where it says no more than its place. */
export function shapeWords({ kind }: Shape): string | null {
  return kind === 'not-placed' ? null : takeAway.shape[kind];
}
