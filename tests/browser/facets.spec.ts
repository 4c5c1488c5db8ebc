import type { Locator } from '@playwright/test';
import { expect, test, type AtlasPage } from './atlas.ts';

class Filters {
  readonly panel: Locator;
  readonly chips: Locator;
  readonly open: Locator;

  constructor(readonly atlas: AtlasPage) {
    this.panel = atlas.page.getByRole('dialog', { name: 'Filters' });
    this.chips = atlas.page.getByRole('list', { name: 'Active filters' });
    this.open = atlas.page.getByRole('button', { name: 'Filters', exact: true });
  }

  choice(facet: string, name: RegExp): Locator {
    return this.panel.getByRole('group', { name: facet }).getByRole('button', { name });
  }
}

test('facets narrow the atlas down together, and each choice tells how many it would show', async ({
  atlas,
  page,
}) => {
  await atlas.open('#pane=projects');
  const filters = new Filters(atlas);
  await filters.open.click();
  await expect(filters.choice('Kind', /^Event 13$/)).toBeVisible();
  await filters.choice('Country', /^Kazakhstan 6$/).click();
  await expect(filters.choice('Kind', /^Event 2$/)).toBeVisible();
  await filters.choice('Kind', /^Event/).click();
  await atlas.hasFragment(/^#kind=event&country=KZ&pane=projects$/);
  await expect(atlas.projects.getByRole('button')).toHaveCount(2);
  // What would give nothing is shown so, and can be chosen all the same.
  await filters.choice('Status', /^Signed 0$/).click();
  await expect(atlas.projects).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(filters.panel).toHaveCount(0);
  await expect(filters.open).toBeFocused();
});

test('active filters stand as chips that can be removed, one by one or all', async ({
  atlas,
  page,
}) => {
  await atlas.open('#sector=energy&kind=project&status=planned,none&when=none&pane=projects');
  const { chips } = new Filters(atlas);
  await expect(chips.getByRole('button')).toHaveText([
    'Energy',
    'Project',
    'No status given',
    'Planned',
    'No date given',
    'Clear all filters',
  ]);
  await chips.getByRole('button', { name: 'Remove Status: Planned' }).press('Enter');
  // The focus goes on to the next.
  await expect(chips.getByRole('button', { name: 'Remove Time: No date given' })).toBeFocused();
  await atlas.hasFragment(/&status=none&/);
  await chips.getByRole('button', { name: 'Clear all filters' }).click();
  await atlas.hasFragment(/^#pane=projects$/);
  await page.goBack();
  await expect(chips.getByRole('button', { name: 'Remove Sector: Energy' })).toBeVisible();
});

test('once no filter is left, the focus goes to the button that opens them', async ({
  atlas,
  page,
}) => {
  await atlas.open('#sector=energy&kind=event');
  const { chips, open } = new Filters(atlas);
  await chips.getByRole('button', { name: 'Clear all filters' }).press('Enter');
  await expect(chips).toHaveCount(0);
  await expect(open).toBeFocused();
  await page.goBack();
  await chips.getByRole('button', { name: 'Remove Sector: Energy' }).press('Enter');
  await chips.getByRole('button', { name: 'Remove Kind: Event' }).press('Enter');
  await expect(open).toBeFocused();
});

test('in a frame, it goes to the first sector', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open('#sector=energy&embed');
  const { chips } = new Filters(atlas);
  await chips.getByRole('button', { name: 'Clear all filters' }).press('Enter');
  await expect(atlas.sectors.getByRole('button').first()).toBeFocused();
});

test('a long search leaves its chip a cross to hit, and its description in the dialog', async ({
  atlas,
  page,
}) => {
  await atlas.open(`#q=${'w'.repeat(2000)}&pane=projects`);
  const chip = new Filters(atlas).chips.getByRole('button', { name: /^Remove Search/ });
  const cross = await chip.locator('svg').boundingBox();
  expect(cross?.width).toBe(13);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this view' });
  await expect(dialog.getByText(/wwww…”/)).toBeVisible();
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('two codes of one country are two chips', { tag: '@once' }, async ({ atlas }) => {
  await atlas.open('#country=GB,UK');
  await expect(
    new Filters(atlas).chips.getByRole('button', { name: 'Remove Country: United Kingdom' }),
  ).toHaveCount(2);
});

test('when nothing is left, the page says which filter to loosen', async ({ atlas, page }) => {
  await atlas.open('#kind=event&country=KZ&status=signed&pane=projects');
  await expect(page.getByText('No project passes the filters.')).toBeVisible();
  await page.getByRole('button', { name: /^Status: Signed – without it, 2 projects$/ }).click();
  await expect(atlas.projects.getByRole('button')).toHaveCount(2);
  await atlas.hasFragment(/^#kind=event&country=KZ&pane=projects$/);
});

test('a span of time is dragged or typed, and things without a date are a choice', async ({
  atlas,
  page,
}) => {
  await atlas.open('#pane=projects');
  const filters = new Filters(atlas);
  await filters.open.click();
  const time = filters.panel.getByRole('group', { name: 'Time' });
  await time.scrollIntoViewIfNeeded();
  const bars = time.getByRole('img', { name: /October 2022: 2 projects/ });
  const box = await bars.boundingBox();
  if (box === null) throw new Error('The bars have no size.');
  // From the tenth of the twenty-four months to the twelfth.
  await page.mouse.move(box.x + (box.width * 9.5) / 24, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + (box.width * 11.5) / 24, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await atlas.hasFragment(/when=2022-10\/2022-12/);
  await expect(atlas.projects.getByRole('button')).toHaveCount(4);

  await time.getByRole('button', { name: /^No date given 31$/ }).click();
  await atlas.hasFragment(/when=2022-10\/2022-12,none/);
  await expect(atlas.projects.getByRole('button')).toHaveCount(35);

  await time.getByLabel('From').fill('2023');
  await time.getByLabel('to', { exact: true }).fill('2022');
  await time.getByRole('button', { name: 'Show' }).click();
  await expect(time.getByText('The span ends before it begins.')).toBeVisible();
  await atlas.hasFragment(/when=2022-10\/2022-12,none/);
  await time.getByLabel('to', { exact: true }).fill('');
  await time.getByRole('button', { name: 'Show' }).click();
  await atlas.hasFragment(/when=2023\/\.%2E,none/);
});

test(
  'a span without a project is seen and said, and what has no date stays a choice',
  { tag: '@once' },
  async ({ atlas }) => {
    await atlas.open('#country=KZ&status=signed&when=2022-02/2022-04');
    const filters = new Filters(atlas);
    await filters.open.click();
    const time = filters.panel.getByRole('group', { name: 'Time' });
    await expect(time.getByText('Chosen: February 2022 – April 2022')).toBeVisible();
    const bars = time.getByRole('img', { name: 'Chosen: February 2022 – April 2022', exact: true });
    const band = bars.locator('.band');
    await expect(band).toHaveCount(3);
    const widths = await band.evaluateAll((bars) => bars.map((bar) => bar.clientWidth));
    expect(Math.min(...widths)).toBeGreaterThan(0);
    await expect(time.getByRole('button', { name: /^No date given 0$/ })).toBeVisible();
  },
);
