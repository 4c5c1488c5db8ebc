import { expect, test } from './atlas.ts';

test(
  'each sector says how many projects it has, and together they are all',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#pane=projects');
    const buttons = await atlas.sectors.getByRole('button').allTextContents();
    const counts = buttons.map((text) => Number(/\d+$/.exec(text.trim())?.[0]));
    expect(counts.reduce((sum, count) => sum + count)).toBe(39);
    await expect(page.getByRole('group', { name: 'Reading' })).toContainText('39');
  },
);

test('map, list and article agree on the sectors chosen', async ({ atlas, page }) => {
  await atlas.open('#pane=projects');
  await atlas.sector('Energy').click();
  await atlas.sector('Automotive').click();
  await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
  await atlas.hasFragment(/^#sector=automotive,energy&pane=projects$/);
  await expect(page.getByRole('status').filter({ hasText: '5 of 39 projects shown' })).toHaveCount(
    1,
  );
  await expect(atlas.projects.getByRole('button')).toHaveText([
    /Car production in Kostanay/,
    /Thermal power plant/,
    /Construction and modernization of energy facilities/,
    /Deep processing of natural gas/,
    /Geological exploration/,
  ]);
});

test('on the map and in the article, what the filter hides is gone or faded', async ({
  atlas,
  page,
}) => {
  await atlas.open('#map=6/43.25/76.92');
  await atlas.clickMapCentre();
  await expect(atlas.popup('“The Pearl of the Aral Sea” exhibition')).toBeVisible();
  await page.keyboard.press('Escape');
  await atlas.sector('Automotive').click();
  await atlas.filtered(1);
  await atlas.clickMapCentre();
  // Had anything been there, it would have opened by the time that another thing has.
  await atlas.passage('the production of cars in Kostanay').click();
  await expect(atlas.dialog).toHaveCount(1);
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
  await expect(atlas.passage('the production of cars in Kostanay').locator('..')).not.toHaveClass(
    /faded/,
  );
  await expect(atlas.passage('a Youth Congress was held in December').locator('..')).toHaveClass(
    /faded/,
  );
});

test(
  'only a changed filter is measured and draws the map anew, not a pan or a selection',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=6/53.21/63.63');
    await atlas.sector('Energy').click();
    await atlas.filtered(1);
    await atlas.map.focus();
    await page.keyboard.press('ArrowRight');
    await atlas.hasFragment(/^#map=6\/53\.21\d*\/(?!63\.63&)/);
    await atlas.passage('the production of cars in Kostanay').click();
    await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
    await atlas.sector('Automotive').click();
    await atlas.filtered(2);
  },
);

test('“Clear” shows everything again', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open('#sector=energy&pane=projects');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(atlas.projects.getByRole('button')).toHaveCount(39);
  await atlas.hasFragment(/^#pane=projects$/);
  await expect(page.getByRole('button', { name: 'Clear all filters' })).toHaveCount(0);
});

test('a selected project that the filter hides stays selected, with a notice', async ({
  atlas,
}) => {
  await atlas.open('#project=kostanay-cars');
  await atlas.sector('Energy').click();
  const popup = atlas.popup('Car production in Kostanay');
  await expect(
    popup.getByRole('status').filter({ hasText: 'The filters hide this project' }),
  ).toBeVisible();
  await popup.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(popup).toBeVisible();
  await expect(popup.getByText('The filters hide this project')).toHaveCount(0);
});

test('what passes the filter out of sight is told, and shown on request', async ({
  atlas,
  page,
}) => {
  await atlas.open('#map=6.5/53.38/63.625');
  const note = page.getByRole('status').filter({ hasText: 'elsewhere' });
  await expect(note).toHaveCount(0);
  await atlas.sector('Energy').click();
  await expect(note).toContainText('1 project is elsewhere.');
  await note.getByRole('button', { name: 'Show on the map' }).click();
  await expect(note).toHaveCount(0);
  await atlas.hasFragment(/map=[^/]+\/39\./);
});

test('of what the article doesn’t place the list is offered', async ({ atlas, page }) => {
  await atlas.open('#sector=energy&status=planned');
  const note = page.getByRole('status').filter({ hasText: 'doesn’t place these 3 projects' });
  await note.getByRole('button', { name: 'See the list' }).click();
  await expect(atlas.projects).toBeVisible();
});
