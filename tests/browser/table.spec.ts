import type { Page } from '@playwright/test';
import { expect, test, type AtlasPage } from './atlas.ts';
import { ALL, serveMany } from './manyProjects.ts';

const column = (atlas: AtlasPage, name: string) => atlas.table.getByRole('columnheader', { name });
const sortButton = (atlas: AtlasPage, name: string) =>
  column(atlas, name).getByRole('button', { name });
/** The rows of projects, without that of the heads. */
const rows = (atlas: AtlasPage) =>
  atlas.table.getByRole('row').filter({ has: atlas.page.getByRole('cell') });
/** What stands in a column of the rows that are drawn. */
const texts = (atlas: AtlasPage, number: number) =>
  rows(atlas).evaluateAll(
    (rows, number) =>
      rows.map((row) => row.querySelectorAll('[role=cell]')[number]?.textContent.trim() ?? ''),
    number,
  );
const NAME = 0;
const PLACE = 3;
const WHEN = 5;

const tab = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Reading' }).getByRole('button', { name });

test('a column sorts one way, the other, and no longer; the link holds it', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await tab(page, /Table/).click();
  await atlas.hasFragment(/^#pane=table$/);
  await expect(rows(atlas)).toHaveCount(39);
  const usual = await texts(atlas, NAME);
  expect(usual).toEqual(usual.toSorted(new Intl.Collator('en', { numeric: true }).compare));

  await sortButton(atlas, 'When').click();
  await atlas.hasFragment(/^#sort=when&pane=table$/);
  await expect(column(atlas, 'When')).toHaveAttribute('aria-sort', 'ascending');
  const dates = ['2022', 'October 2022', 'November 2022', 'December 2022', '2023'];
  expect((await texts(atlas, WHEN)).slice(0, 6)).toEqual([...dates, '2023']);

  await sortButton(atlas, 'When').click();
  await atlas.hasFragment(/^#sort=-when&pane=table$/);
  await expect(column(atlas, 'When')).toHaveAttribute('aria-sort', 'descending');
  const backwards = await texts(atlas, WHEN);
  expect(backwards.slice(3, 8)).toEqual(dates.toReversed());
  // What has no date comes last either way.
  expect(new Set(backwards.slice(8))).toEqual(new Set(['–not said']));

  await sortButton(atlas, 'When').click();
  await atlas.hasFragment(/^#pane=table$/);
  await expect(column(atlas, 'When')).toHaveAttribute('aria-sort', 'none');
  expect(await texts(atlas, NAME)).toEqual(usual);
});

test(
  'a sorted table is the same for who opens its link, and Back undoes',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#pane=table');
    await sortButton(atlas, 'Place').click();
    await expect(column(atlas, 'Place')).toHaveAttribute('aria-sort', 'ascending');
    const sorted = await texts(atlas, NAME);
    const places = await texts(atlas, PLACE);
    expect(places[0]).toBe('Almaty town');
    expect(places.at(-1)).toBe('Not placed');
    const link = atlas.fragment();

    await page.reload();
    await expect(column(atlas, 'Place')).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => texts(atlas, NAME)).toEqual(sorted);
    expect(atlas.fragment()).toBe(link);

    await sortButton(atlas, 'Name').click();
    await atlas.hasFragment(/sort=name/);
    await page.goBack();
    await expect(column(atlas, 'Place')).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => texts(atlas, NAME)).toEqual(sorted);
  },
);

test('the table is used by keyboard alone', async ({ atlas, page }) => {
  await atlas.open();
  await tab(page, /Table/).press('Enter');
  await expect(rows(atlas).first().getByRole('button')).toBeVisible();
  await sortButton(atlas, 'Name').focus();
  for (const name of ['Sector', 'Kind', 'Place', 'Country', 'When']) {
    await page.keyboard.press('Tab');
    await expect(sortButton(atlas, name)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(column(atlas, 'When')).toHaveAttribute('aria-sort', 'ascending');
  await expect(
    page.getByRole('status').filter({ hasText: 'Sorted by “When”, ascending' }),
  ).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(sortButton(atlas, 'Status')).toBeFocused();
  const first = rows(atlas).first().getByRole('button');
  await expect(first).toHaveText('30th anniversary of diplomatic relations');
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(atlas.popup('30th anniversary of diplomatic relations')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(atlas.dialog).toHaveCount(0);
  await expect(first).toBeFocused();
});

test('a project chosen in the table is shown on the map, which stays in sight', async ({
  atlas,
  page,
}) => {
  await atlas.open('#pane=table');
  await atlas.table.getByRole('button', { name: 'Car production in Kostanay' }).click();
  await expect(atlas.popup('Car production in Kostanay')).toBeInViewport();
  await atlas.hasFragment(/project=kostanay-cars&pane=table$/);
  // Free of the table, the pane and the filter.
  const { x, y } = await atlas.mapCentre();
  const isMap = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y)?.closest('[role=table]') === null,
    [x, y] as const,
  );
  expect(isMap).toBe(true);
});

test('the table says what isn’t known, and is no wider than the screen', async ({
  atlas,
  page,
}) => {
  await atlas.open('#pane=table');
  const row = rows(atlas).filter({ hasText: 'Youth Congress' });
  await expect(row).toContainText('Not placed');
  await expect(row.getByText('not said')).not.toHaveCount(0);
  await expect(atlas.table).toHaveAccessibleDescription('Status as of December 24, 2022');
  const widths = page.viewportSize()?.width === 1440 ? [1440, 1000] : [390, 320];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    // The names stay in sight while the rest is scrolled to the side.
    await column(atlas, 'Status').scrollIntoViewIfNeeded();
    await expect(column(atlas, 'Status')).toBeInViewport();
    await expect(rows(atlas).first().getByRole('button')).toBeInViewport();
  }
});

test('the list is sorted as the table is', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open('#sort=-when&pane=projects');
  const select = page.getByLabel('Sort by');
  await expect(select).toHaveValue('when');
  const first = atlas.projects.getByRole('listitem').first();
  await expect(first).toContainText('First meeting of the Inter-Parliamentary Council');
  await page.getByRole('button', { name: 'Descending', pressed: true }).click();
  await atlas.hasFragment(/sort=when&/);
  await expect(first).toContainText('The Pearl of the Aral Sea');
  await select.selectOption('Kind');
  await expect(first).toContainText('Agreement');
  await select.selectOption('Default (name)');
  await atlas.hasFragment(/^#pane=projects$/);
});

test(
  'an order that doesn’t arrive is told of, and fetched again on request',
  { tag: '@once' },
  async ({ atlas, page }) => {
    const folder = 'geodata/dossiers/uzbekistan-kazakhstan-2022';
    const response = await page.request.get(`./${folder}/manifest.json`);
    const manifest: { orders: { name: { en: [string] } } } = await response.json();
    const [name] = manifest.orders.name.en;
    await page.route(`**/${name}.bin`, (route) => route.fulfill({ status: 503 }), { times: 1 });
    await atlas.open('#sort=-name&pane=table');
    const notice = page.getByRole('status').filter({ hasText: 'The order didn’t arrive' });
    await expect(notice).toBeVisible();
    await expect(column(atlas, 'Name')).toHaveAttribute('aria-sort', 'none');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(column(atlas, 'Name')).toHaveAttribute('aria-sort', 'descending');
    await expect(rows(atlas).first()).toContainText('Youth Congress');
    await expect(notice).toHaveCount(0);
  },
);

test.describe('of many projects', () => {
  test.beforeEach(({ page }) => serveMany(page));

  test('the rows that are seen are drawn, sorted by name across all', async ({ atlas }) => {
    await atlas.open('#pane=table');
    await expect(atlas.table).toHaveAttribute('aria-rowcount', String(ALL + 1));
    const first = rows(atlas).first().getByRole('button');
    await sortButton(atlas, 'Name').click();
    await expect(first).toHaveText('Project 1');
    const expected = Array.from({ length: 12 }, (_, at) => `Project ${at + 1}`);
    await expect.poll(async () => (await texts(atlas, NAME)).slice(0, 12)).toEqual(expected);
    expect(await rows(atlas).count()).toBeLessThan(80);

    const last = rows(atlas).last();
    // Rows are measured as they are seen, so that the end may lie farther down than was thought.
    await expect(async () => {
      await first.press('End');
      await expect(last).toHaveAttribute('aria-rowindex', String(ALL + 1), { timeout: 1000 });
    }).toPass();
    await expect(last.getByRole('button')).toHaveText(`Project ${ALL}`);
    expect(await rows(atlas).count()).toBeLessThan(80);
    // The head stays in sight, and sorting begins at the top.
    await sortButton(atlas, 'Name').click();
    await expect(first).toHaveText(`Project ${ALL}`);
    await expect(first).toBeInViewport();
    await atlas.hasFragment(/^#sort=-name&pane=table$/);
  });

  test('a filter leaves the table sorted', { tag: '@once' }, async ({ atlas }) => {
    await atlas.open('#sort=name&pane=table&sector=water');
    const expected = Array.from({ length: 6 }, (_, at) => `Project ${1 + 3 * at}`);
    await expect.poll(async () => (await texts(atlas, NAME)).slice(0, 6)).toEqual(expected);
  });
});
