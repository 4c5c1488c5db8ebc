import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import { expect, test } from './atlas.ts';
import { expectShown, links } from './committedLinks.ts';

test('a tap on a mark opens it at the head of the sheet', async ({ atlas, page }) => {
  await atlas.open('#map=5/53.21/63.63');
  const { x, y } = await atlas.mapCentre();
  await page.touchscreen.tap(x, y);
  const card = atlas.popup('Car production in Kostanay');
  await expect(card).toContainText('“the production of cars in Kostanay”');
  await card.getByRole('button', { name: 'Close' }).tap();
  await expect(card).toHaveCount(0);
});

test('the sheet has three heights, by buttons', async ({ atlas, page }) => {
  await atlas.open();
  const raise = page.getByRole('button', { name: 'Raise the pane' });
  const lower = page.getByRole('button', { name: 'Lower the pane' });
  const top = async () => (await raise.boundingBox())?.y ?? 0;
  const middle = await top();
  await raise.tap();
  await expect.poll(top).toBeLessThan(middle - 200);
  await expect(raise).toBeDisabled();
  await lower.tap();
  await expect.poll(top).toBeCloseTo(middle, 0);
  await lower.tap();
  await expect.poll(top).toBeGreaterThan(middle + 200);
  await expect(lower).toBeDisabled();
});

test('a raised sheet tells what it would cover, and what was dismissed stays so', async ({
  atlas,
  page,
}) => {
  await page.route('**/basemap/**', (route) => route.fulfill({ status: 404, body: '' }));
  await atlas.open();
  const notice = page.getByRole('status').filter({ hasText: en.faults.basemap });
  await expect(notice).toBeVisible();
  const raise = page.getByRole('button', { name: 'Raise the pane' });
  await raise.tap();
  await expect(page.locator('.sheet').getByText(en.faults.basemap)).toBeInViewport({ ratio: 1 });
  await notice.getByRole('button', { name: 'Dismiss' }).tap();
  await page.getByRole('button', { name: 'Lower the pane' }).tap();
  await expect(raise).toBeEnabled();
  await expect(notice).toHaveCount(0);
});

test('the sheet follows a drag and settles at the nearest height', async ({ atlas, page }) => {
  await atlas.open();
  const lower = page.getByRole('button', { name: 'Lower the pane' });
  const top = async () => (await lower.boundingBox())?.y ?? 0;
  const before = await top();
  await page.mouse.move(195, before);
  await page.mouse.down();
  await page.mouse.move(195, 500);
  await page.mouse.move(195, 790);
  await page.mouse.up();
  await expect(lower).toBeDisabled();
  await expect.poll(top).toBeGreaterThan(before + 200);
});

test('“Read in article” makes way for the article', async ({ atlas }) => {
  await atlas.open('#project=uzbekistan-culture-days-astana');
  await atlas.dialog.getByRole('button', { name: 'Read in article' }).tap();
  await expect(atlas.dialog.getByRole('button', { name: 'Show details' })).toBeVisible();
  await expect(
    atlas.passage('Uzbekistan Culture Days were held in Astana in November'),
  ).toBeInViewport();
});

test('filter, list and link work by touch', async ({ atlas, page }) => {
  await atlas.open('#pane=projects');
  await atlas.sector('Energy').tap();
  await expect(atlas.projects.getByRole('button')).toHaveCount(4);
  await atlas.projects.getByRole('button', { name: /Thermal power plant/ }).tap();
  await expect(atlas.popup('Thermal power plant in Samarkand region')).toBeVisible();
  await atlas.hasFragment(/sector=energy&project=samarkand-thermal-power-plant&pane=projects/);
  await page.goBack();
  await expect(atlas.dialog).toHaveCount(0);
});

test('nothing is wider than the screen, at 390 and at 320 pixels', async ({ atlas, page }) => {
  await atlas.open('#project=kostanay-cars');
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
});

test('the sheet can be lowered while a card is open, and what it hides takes no focus', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await atlas.passage('the production of cars in Kostanay').tap();
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
  const lower = page.getByRole('button', { name: 'Lower the pane' });
  await lower.tap();
  await expect(lower).toBeDisabled();
  expect(await atlas.article.evaluate((pane) => pane.closest('[inert]') !== null)).toBe(true);
});

test('the map’s credits, scale and buttons stay clear of the sheet', async ({ atlas, page }) => {
  await atlas.open();
  const sheet = await page.getByRole('button', { name: 'Lower the pane' }).boundingBox();
  for (const control of [
    page.getByText(/GeoNames, CC BY 4.0/),
    page.getByRole('button', { name: 'Zoom out' }),
  ]) {
    const box = await control.boundingBox();
    expect(box && sheet && box.y + box.height).toBeLessThan(sheet?.y ?? 0);
  }
});

test('the legend fits between the filter and the sheet', async ({ atlas, page }) => {
  await atlas.open();
  await page.getByText('Legend', { exact: true }).tap();
  const last = page.getByRole('listitem').filter({ hasText: 'Diplomacy and law' }).last();
  await last.scrollIntoViewIfNeeded();
  const box = await last.boundingBox();
  const sheet = await page.getByRole('button', { name: 'Lower the pane' }).boundingBox();
  expect(box && box.y + box.height).toBeLessThan(sheet?.y ?? 0);
  const words = page.getByText('A region, country or water', { exact: false });
  const line = await words.boundingBox();
  expect(line && line.x + line.width).toBeLessThanOrEqual(390);
});

test('links followed one after another show what they always showed', async ({ atlas }) => {
  test.slow();
  await atlas.open('#sector=culture');
  for (const committed of links)
    await test.step(committed.link || 'the plainest link', async () => {
      await atlas.follow(committed.link);
      await expectShown(atlas, committed);
    });
});
