import type { Page } from '@playwright/test';
import { expect, test } from './atlas.ts';

const DOSSIER = 'uzbekistan-kazakhstan-2022';
const KOSTANAY = 'the production of cars in Kostanay';

/** Keeps the atlas's program away until it is let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/assets/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Where the parts of the pane stand, pixels, and how far its article is scrolled. */
async function layout(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    boxes: ['h1', 'input[type=search]', '[data-pane] h2', '[data-pane] p'].map((part) => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return [box?.x, box?.y, box?.width, box?.height].map((length) => Math.round(length ?? NaN));
    }),
    scrolled: document.querySelector('[data-pane]')?.scrollTop,
  }));
}

test('before the script there is the article, and the atlas takes over without a jump', async ({
  atlas,
  page,
}) => {
  const letGo = await holdScripts(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./', { waitUntil: 'commit' });
  await expect(page.getByText('The most important outcome of the visit')).toBeAttached();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(atlas.article).toBeVisible();
  await atlas.article.evaluate((pane) => (pane.scrollTop = 300));
  await page.getByRole('link', { name: KOSTANAY }).focus();
  const before = await layout(page);
  letGo();
  await atlas.drawn();
  await expect(page.locator('#first')).toHaveCount(0);
  expect(await layout(page)).toEqual(before);
  await expect(atlas.passage(KOSTANAY)).toBeFocused();

  // And nothing moves as one goes on.
  await atlas.sector('Energy').click();
  await page.getByRole('button', { name: /^Projects/ }).click();
  await atlas.projects.getByRole('button', { name: /Thermal power plant/ }).click();
  const card = atlas.popup('Thermal power plant');
  await expect(card).toContainText('“the construction of');
  await card.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(atlas.table).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(atlas.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('searchbox').fill('samarkand');
  await expect(atlas.table.getByText('Thermal power plant')).toBeVisible();
});

for (const link of ['#embed', '#pane=projects', '#dossier=another'])
  test(
    `what ${link} doesn’t ask for isn’t shown before the script`,
    { tag: '@once' },
    async ({ page }) => {
      await holdScripts(page);
      await page.goto(`./${link}`, { waitUntil: 'commit' });
      await expect(page.getByText('The most important outcome of the visit')).toBeAttached();
      await expect(page.getByText('The most important outcome of the visit')).toBeHidden();
    },
  );

test(
  'each language has a page of its own, which opens the atlas in it',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await page.goto(`./${DOSSIER}/ru/#sector=energy`);
    await atlas.drawn();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Узбекистан и Казахстан, декабрь 2022 года',
    );
    await page.getByRole('button', { name: /^Проекты/ }).click();
    await expect(page).toHaveURL(`/${DOSSIER}/ru/#sector=energy&pane=projects`);
    await expect(page.getByRole('list', { name: 'Проекты' }).getByRole('button')).toHaveCount(4);
  },
);

test('a program that doesn’t arrive leaves a page to read', { tag: '@once' }, async ({ page }) => {
  await page.route('**/assets/atlas-*.js', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByText('need scripts, which don’t run here')).toBeVisible();
  await expect(page.getByText('Car production in Kostanay')).toBeVisible();
  await expect(page.getByText('Drawing the map')).toBeHidden();
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is an article and a list to read, and says what is missing', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('./');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(22, 27, 32)');
    await expect(page).toHaveTitle('Uzbekistan and Kazakhstan, December 2022 · Cited Atlas');
    await expect(page.getByText('need scripts, which don’t run here')).toBeVisible();
    await expect(page.getByText('The most important outcome of the visit')).toBeVisible();
    const items = page.getByRole('listitem');
    await expect(items).toHaveCount(39);
    const cars = items.filter({ hasText: 'Car production in Kostanay' });
    await expect(cars).toContainText('Project · Kostanay');
    await expect(cars).toContainText('“the production of cars in Kostanay”');
    await expect(cars.getByRole('link')).toHaveAttribute('href', '#project=kostanay-cars');
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByText('Drawing the map')).toBeHidden();
  });
});
