import kk from '../../src/i18n/messages/kk.json' with { type: 'json' };
import links from '../links.json' with { type: 'json' };
import { AtlasPage, expect } from './atlas.ts';

/** A link, and what it must always show. */
export type CommittedLink = (typeof links)[number];
export { links };

/** Expects the page, at a link, to show what that always showed. */
export async function expectShown(
  { page }: AtlasPage,
  { link, shows }: CommittedLink,
): Promise<void> {
  const atlas = link.includes('lang=kk') ? new AtlasPage(page, kk.interface) : new AtlasPage(page);
  const { words } = atlas;
  const names: Readonly<Record<string, string>> = words.pane;
  await expect(atlas.sectors.locator('[aria-pressed=true]')).toHaveCount(shows.sectors.length);
  if (shows.theme !== undefined)
    await expect(page.locator('html')).toHaveAttribute('data-theme', shows.theme);
  if (shows.project === null) await expect(atlas.dialog).toHaveCount(0);
  else await expect(atlas.popup(shows.project)).toBeVisible();
  const tabs = page.getByRole('group', { name: words.pane.label });
  if (link.endsWith('&embed')) await expect(tabs).toHaveCount(0);
  else {
    const open = tabs.getByRole('button', { pressed: true });
    await expect(open).toHaveText(new RegExp(`^\\s*${names[shows.pane]}`));
    await expect(tabs.getByRole('button', { name: words.pane.projects })).toHaveText(
      `${words.pane.projects} ${shows.count}`,
    );
  }
  if (shows.passage !== undefined) await expect(atlas.passage(shows.passage)).toBeInViewport();
  const notice = page.getByRole('status').filter({ hasText: words.link.title });
  await expect(notice.getByRole('listitem')).toHaveCount(shows.problems.length);
  for (const key of shows.problems) await expect(notice).toContainText(key);
  // What was sent stays as it was sent until the reader changes something.
  expect(atlas.fragment()).toBe(link);
}
