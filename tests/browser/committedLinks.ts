import links from '../links.json' with { type: 'json' };
import { expect, type AtlasPage } from './atlas.ts';

/** A link, and what it must always show. */
export type CommittedLink = (typeof links)[number];
export { links };

const TABS: Readonly<Record<string, string>> = {
  article: 'Article',
  projects: 'Projects',
  table: 'Table',
};

/** Expects the page, at a link, to show what that always showed. */
export async function expectShown(atlas: AtlasPage, { link, shows }: CommittedLink): Promise<void> {
  const { page } = atlas;
  await expect(atlas.sectors.locator('[aria-pressed=true]')).toHaveCount(shows.sectors.length);
  if (shows.theme !== undefined)
    await expect(page.locator('html')).toHaveAttribute('data-theme', shows.theme);
  if (shows.project === null) await expect(atlas.dialog).toHaveCount(0);
  else await expect(atlas.popup(shows.project)).toBeVisible();
  const tabs = page.getByRole('group', { name: 'Reading' });
  if (link.endsWith('&embed')) await expect(tabs).toHaveCount(0);
  else {
    const open = tabs.getByRole('button', { pressed: true });
    await expect(open).toHaveText(new RegExp(`^\s*${TABS[shows.pane]}`));
    await expect(tabs.getByRole('button', { name: 'Projects' })).toHaveText(
      `Projects ${shows.count}`,
    );
  }
  if (shows.passage !== undefined) await expect(atlas.passage(shows.passage)).toBeInViewport();
  const notice = page.getByRole('status').filter({ hasText: /Part of this link|This link asks/ });
  await expect(notice.getByRole('listitem')).toHaveCount(shows.problems.length);
  for (const key of shows.problems) await expect(notice).toContainText(key);
  // What was sent stays as it was sent until the reader changes something.
  expect(atlas.fragment()).toBe(link);
}
