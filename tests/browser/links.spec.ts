import { expect, test } from './atlas.ts';
import { expectShown, links } from './committedLinks.ts';

for (const committed of links)
  test(
    `${committed.link || 'the plainest link'} shows what it always showed`,
    { tag: '@once' },
    async ({ atlas }) => {
      await atlas.open(committed.link);
      await expectShown(atlas, committed);
    },
  );

test('an unreadable part is told in a notice that can be dismissed, the rest honoured', async ({
  atlas,
  page,
}) => {
  await atlas.open('#sector=energy,steel&map=99/0/0');
  const notice = page.getByRole('status').filter({ hasText: 'Part of this link couldn’t be read' });
  await expect(notice).toContainText('map=99/0/0: it is out of range');
  await expect(notice).toContainText('sector=steel: there is no such sector in this dossier');
  await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
});

test(
  'each unreadable part is told with what is wrong with it',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open(
      '#country=ZZ&when=2022-10,2023&frame=50/45/60/40&passage=nope:the%20words&embed=0',
    );
    const notice = page
      .getByRole('status')
      .filter({ hasText: 'Part of this link couldn’t be read' });
    await expect(notice.getByRole('listitem')).toHaveText([
      'when=2023: left out, as only one span is read',
      'frame=50/45/60/40: its south is north of its north',
      'country=ZZ: no country has this code',
      'passage=nope:the words: there is no such article in this dossier',
    ]);
  },
);

test(
  'what one types in another case, or as true, is read',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#sector=Energy&embed=true');
    await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('link', { name: /^Full atlas/ })).toBeVisible();
    const notice = page.getByRole('status').filter({ hasText: 'Part of this link' });
    await expect(notice).toHaveCount(0);
    // It is written in its one form once something changes.
    expect(atlas.fragment()).toBe('#sector=Energy&embed=true');
    await atlas.sector('Automotive').click();
    await atlas.hasFragment(/^#sector=automotive,energy&embed$/);
    await expect(notice).toHaveCount(0);
  },
);

test('reload, Back, Forward and a fresh browser give the same view', async ({
  atlas,
  page,
  browser,
}) => {
  await atlas.open();
  await atlas.sector('Energy').click();
  await atlas.hasFragment(/^#sector=energy$/);
  await atlas.passage('the construction of a thermal power plant in Samarkand region').click();
  const popup = atlas.popup('Thermal power plant in Samarkand region');
  await atlas.hasFragment(/map=.*&sector=energy&project=samarkand-thermal-power-plant/);
  // Its rows may arrive late, and it moves the map to have room for them.
  await expect(popup).toContainText(
    '“the construction of a thermal power plant in Samarkand region”',
  );
  await atlas.stillMap();
  const link = atlas.fragment();

  await page.reload();
  await atlas.drawn();
  await expect(popup).toBeVisible();
  expect(atlas.fragment()).toBe(link);

  await page.goBack();
  await expect(popup).toHaveCount(0);
  await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'false');
  await page.goForward();
  await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
  await page.goForward();
  await expect(popup).toBeVisible();
  expect(atlas.fragment()).toBe(link);

  const fresh = await browser.newPage();
  await fresh.goto(page.url());
  await expect(
    fresh.getByRole('dialog', { name: 'Thermal power plant in Samarkand region' }),
  ).toBeVisible();
  await expect(
    fresh.getByRole('group', { name: 'Sector' }).getByRole('button', { name: 'Energy' }),
  ).toHaveAttribute('aria-pressed', 'true');
  expect(new URL(fresh.url()).hash).toBe(link);
  await fresh.close();
});

test('a fragment pasted into the open tab moves the view', async ({ atlas }) => {
  await atlas.open();
  await atlas.follow('#sector=culture&project=abay-events');
  await expect(atlas.popup('Events dedicated to Abay Kunanbayev')).toBeVisible();
  await expect(atlas.sector('Culture and people')).toHaveAttribute('aria-pressed', 'true');
});

test(
  'moving the map writes the camera without a new history entry',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=5/44/66');
    const entries = await page.evaluate(() => history.length);
    await atlas.map.focus();
    await page.keyboard.press('ArrowRight');
    await atlas.hasFragment(/^#map=5\/44\/(?!66$)/);
    expect(await page.evaluate(() => history.length)).toBe(entries);
  },
);

test('“Copy link” in the popup copies the view as it is', async ({ atlas, page }) => {
  await atlas.open('#project=kostanay-cars');
  for (const button of await page.getByRole('button', { name: 'Copy link' }).all()) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    if (!(await button.isVisible())) continue;
    await button.click();
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).not.toHaveCount(0);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(atlas.sentLink());
  }
});

test(
  'a link that names no camera stays so, and fits the window, whatever its size',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#project=kostanay-cars');
    for (const size of [
      { width: 1000, height: 700 },
      { width: 1300, height: 850 },
    ]) {
      await page.setViewportSize(size);
      // The canvas has taken the new size once the map has.
      await expect.poll(async () => (await atlas.map.boundingBox())?.height).toBe(size.height);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(atlas.fragment()).toBe('#project=kostanay-cars');
    await atlas.map.focus();
    await page.keyboard.press('ArrowRight');
    await atlas.hasFragment(/^#map=/);
  },
);

test('a link to a project and a camera is shown as sent, pasted or opened', async ({ atlas }) => {
  const link = '#map=6/41/64&project=samarkand-thermal-power-plant';
  await atlas.open();
  await atlas.sector('Energy').click();
  await atlas.follow(link);
  await expect(atlas.popup('Thermal power plant in Samarkand region')).toBeVisible();
  await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'false');
  expect(atlas.fragment()).toBe(link);
});

test(
  'with a passage in the link, moving the map keeps the focus on the map',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=5/44/66&passage=2022-12-24-allied-relations:geological');
    await atlas.map.focus();
    await page.keyboard.press('ArrowRight');
    await atlas.hasFragment(/^#map=5\/44\/(?!66&)/);
    await expect(atlas.map).toBeFocused();
  },
);
