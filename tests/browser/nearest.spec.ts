import type { Locator, Page } from '@playwright/test';
import { expect, test } from './atlas.ts';

const POWER = 'Thermal power plant in Samarkand region';

function noticeOf(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: 'there is no such project in this dossier' });
}

test('an unknown project is told of, and the nearest by name opens in its place', async ({
  atlas,
  page,
}) => {
  await atlas.open('#project=samarkand-power-plant&theme=dark&colour=red');
  const notice = noticeOf(page);
  await expect(notice).toContainText('project=samarkand-power-plant');
  const offers = notice.getByRole('list', { name: 'Nearest by name' });
  const offer = offers.getByRole('link', { name: POWER });
  await expect(offer).toBeVisible();
  expect(atlas.fragment()).toBe('#project=samarkand-power-plant&theme=dark&colour=red');
  // A link like any other: it can be copied, and opened elsewhere.
  await expect(offer).toHaveAttribute('href', /#project=samarkand-thermal-power-plant&theme=dark$/);

  const entries = await page.evaluate(() => history.length);
  await offer.focus();
  await page.keyboard.press('Enter');
  await expect(atlas.popup(POWER)).toBeFocused();
  await atlas.hasFragment(/project=samarkand-thermal-power-plant&theme=dark$/);
  await expect(noticeOf(page)).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'colour=red' })).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);

  await page.goBack();
  await atlas.hasFragment(/^#project=samarkand-power-plant&/);
  await expect(atlas.dialog).toHaveCount(0);
  await expect(offer).toBeVisible();
  await page.goForward();
  await expect(atlas.popup(POWER)).toBeVisible();
  await expect(noticeOf(page)).toHaveCount(0);
});

test('what is offered comes after the notice and leaves the focus where it is', async ({
  atlas,
  page,
}) => {
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/nearestNames*.js', async (route) => {
    await late;
    await route.continue();
  });
  await atlas.open('#project=samarkand-power-plant');
  const notice = noticeOf(page);
  await expect(notice).toBeVisible();
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.focus();
  await expect(notice.getByRole('link')).toHaveCount(0);
  arrive();
  await expect(notice.getByRole('link', { name: POWER })).toBeVisible();
  await expect(field).toBeFocused();
  // What is added is announced, and not all of the notice again.
  await expect(notice).toHaveAttribute('aria-atomic', 'false');
});

test(
  'where nothing is near, or the search doesn’t arrive, only the notice is shown',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#project=lisbon-metro-line');
    await expect(noticeOf(page)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search' }).fill('kostanay');
    await expect(atlas.projects.getByRole('button')).toHaveCount(1);
    await expect(noticeOf(page).getByRole('link')).toHaveCount(0);

    await page.route('**/searchEngine*.js', (route) => route.abort());
    await page.goto('./#theme=dark');
    await page.reload();
    await page.goto('./#project=samarkand-power-plant');
    await expect(noticeOf(page)).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: 'code that can be fetched' }),
    ).toHaveCount(1);
    await expect(noticeOf(page).getByRole('link')).toHaveCount(0);
  },
);

test(
  'an endless id of control characters is told of in short',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open(`#project=${'%00-%07'.repeat(14_000)}`);
    await expect(noticeOf(page)).toContainText('…: there is no such project');
    await expect(noticeOf(page).getByRole('link')).toHaveCount(0);
  },
);

test('the compact atlas offers them, too', { tag: '@once' }, async ({ page }) => {
  await page.goto('./#project=kostanay-car-plant&embed');
  const offer = noticeOf(page).getByRole('link', { name: /^Car production in Kostanay/ });
  const entries = await page.evaluate(() => history.length);
  await offer.click();
  await expect(page.getByRole('dialog', { name: 'Car production in Kostanay' })).toBeVisible();
  await expect(noticeOf(page)).toHaveCount(0);
  // It is written once the view has rested.
  await expect(page).toHaveURL(/project=kostanay-cars&embed$/);
  // Within another page, Back belongs to that page.
  expect(await page.evaluate(() => history.length)).toBe(entries);
});
