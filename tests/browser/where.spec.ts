import { expect, test, type AtlasPage } from './atlas.ts';

/** The frame in the address bar: west, south, east, north. */
function frameOf(atlas: AtlasPage): number[] {
  const [, frame = ''] = /[#&]frame=([^&]*)/.exec(atlas.fragment()) ?? [];
  return frame.split('/').map(Number);
}

test('only what the map shows: the frame is in the link, and follows the map once it is moved', async ({
  atlas,
  page,
}) => {
  await atlas.open('#map=6/53.2/63.6&pane=projects');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('button', { name: 'Only what the map shows' }).click();
  await atlas.hasFragment(/&frame=[\d.]+\/[\d.]+\/[\d.]+\/[\d.]+&/);
  await expect(atlas.projects.getByText('Car production in Kostanay')).toBeVisible();
  await expect(atlas.projects.getByText('Thermal power plant')).toHaveCount(0);
  const before = atlas.fragment();
  await page.keyboard.press('Escape');
  await atlas.map.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => atlas.fragment()).not.toBe(before);
  await atlas.hasFragment(/&frame=/);
  await page.getByRole('button', { name: /^Remove Map’s frame/ }).click();
  await expect(atlas.projects.getByText('Thermal power plant')).toBeVisible();
});

test(
  'only what the map shows: pressed again it is gone, and a drawn area stays',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=5/45/66&area=1Ei2l4KozskFAgp3Eop_EAA_o3E&pane=projects');
    const before = atlas.fragment();
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    const toggle = page.getByRole('button', { name: 'Only what the map shows' });
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await atlas.hasFragment(/&frame=.*&area=1/);
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => atlas.fragment()).toBe(before);
  },
);

test(
  'the map’s frame follows the map as that changes its size',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=5/48/66&pane=projects');
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('button', { name: 'Only what the map shows' }).click();
    await page.keyboard.press('Escape');
    await atlas.hasFragment(/frame=/);
    const list = frameOf(atlas);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await expect.poll(() => frameOf(atlas)).not.toEqual(list);
    const table = frameOf(atlas);
    await page.setViewportSize({ width: 780, height: 700 });
    await expect.poll(() => frameOf(atlas)).not.toEqual(table);
    await expect(page.getByRole('button', { name: /: In the map’s frame$/ })).toBeVisible();
  },
);

test('the frame of a link stays as it was sent until the map is moved', async ({ atlas, page }) => {
  const frame = 'frame=67.4322/40.914/81.5392/48.8703';
  await atlas.open(`#map=5.67/45.03/74.486&${frame}&pane=projects`);
  await expect(page.getByRole('button', { name: /: In the frame of the link$/ })).toBeVisible();
  await page.setViewportSize({ width: 780, height: 700 });
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await atlas.hasFragment(/pane=table/);
  expect(atlas.fragment()).toContain(frame);
  await atlas.map.focus();
  await atlas.pan('ArrowRight');
  expect(atlas.fragment()).not.toContain(frame);
  await expect(page.getByRole('button', { name: /: In the map’s frame$/ })).toBeVisible();
});

test('a link with a frame and no camera opens at the frame', async ({ atlas, page }) => {
  const link = '#sector=energy&frame=10/10/20/20&pane=projects';
  await atlas.open(link);
  expect(atlas.fragment()).toBe(link);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const toggle = page.getByRole('button', { name: 'Only what the map shows' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.click();
  await expect.poll(() => atlas.fragment()).not.toBe(link);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = frameOf(atlas);
  expect(west).toBeLessThan(10);
  expect(south).toBeLessThan(10);
  expect(east).toBeGreaterThan(20);
  expect(north).toBeGreaterThan(20);
  expect(Math.min(east - west, north - south)).toBeLessThan(16);
});

test(
  'a frame takes regions and countries that it only touches',
  { tag: '@once' },
  async ({ atlas }) => {
    // In a corner of Samarkand region, far from its mark.
    await atlas.open('#frame=65.6/39.9/65.8/40.1&pane=projects');
    await expect(atlas.projects.getByText('Thermal power plant in Samarkand region')).toBeVisible();
    await expect(atlas.projects.getByText('Car production in Kostanay')).toHaveCount(0);
  },
);

test('an area is drawn corner by corner, and is in the link; Escape gives it up', async ({
  atlas,
  page,
}) => {
  await atlas.open('#map=4/45/66&pane=projects');
  const filters = page.getByRole('button', { name: 'Filters', exact: true });
  const draw = page.getByRole('button', { name: 'Draw an area' });
  await filters.click();
  await draw.click();
  const begun = page.getByText('Choose the corners on the map.', { exact: false });
  await expect(begun).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(draw).toBeVisible();
  expect(atlas.fragment()).not.toContain('area=');

  // The words come when the map takes corners, and not before.
  await draw.click();
  await expect(begun).toBeVisible();
  await expect(atlas.map).toBeFocused();
  const { x, y } = await atlas.mapCentre();
  for (const [right, down, corners] of [
    [-60, -50, '1 corner'],
    [60, -50, '2 corners'],
    [60, 50, '3 corners'],
    [-60, 50, '4 corners'],
  ] as const) {
    await page.mouse.click(x + right, y + down);
    await expect(page.getByRole('status').getByText(corners, { exact: true })).toBeAttached();
  }
  await page.keyboard.press('Enter');
  await atlas.hasFragment(/area=1[\w-]+/);
  const link = atlas.fragment();
  await expect(atlas.projects.getByRole('button')).not.toHaveCount(39);
  const shown = await atlas.projects.getByRole('button').count();
  expect(shown).toBeGreaterThan(0);
  await page.goto('about:blank');
  await atlas.open(link);
  await expect(atlas.projects.getByRole('button')).toHaveCount(shown);
});

test('an area is drawn by keys alone', async ({ atlas, page }) => {
  await atlas.open('#map=4/45/66&pane=projects');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const draw = page.getByRole('button', { name: 'Draw an area' });
  await draw.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Space sets a corner', { exact: false })).toBeVisible();
  await expect(page.getByText('N and P step', { exact: false })).toHaveCount(0);
  await expect(atlas.map).toBeFocused();
  const corners = (words: string) => page.getByText(words, { exact: true });
  await page.keyboard.press('Space');
  await expect(corners('1 corner')).toBeAttached();
  await expect(page.locator('.crosshair')).toHaveCSS('display', 'block');
  await atlas.pan('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('An area has at least three corners.');

  await atlas.pan('ArrowDown');
  await page.keyboard.press('Space');
  await expect(corners('3 corners')).toBeAttached();
  await atlas.pan('ArrowLeft', 'ArrowUp', 'ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.getByRole('alert')).toContainText('The lines would cross.');
  await expect(corners('3 corners')).toBeAttached();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(corners('2 corners')).toBeAttached();
  await atlas.pan('ArrowDown', 'ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await atlas.hasFragment(/area=1D[\w-]+/);
  await expect(page.locator('.crosshair')).toHaveCount(0);
  await expect(atlas.map).toBeFocused();
});

test('an area is drawn by taps and buttons', async ({ atlas, page }) => {
  await atlas.open('#map=4/45/66&pane=projects');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('button', { name: 'Draw an area' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(page.getByText('Choose the corners on the map.', { exact: false })).toBeVisible();
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await expect(atlas.map).toBeFocused();
  const { x, y } = await atlas.mapCentre();
  const corners = [
    [-60, -30],
    [60, -30],
    [60, 60],
    [-60, 60],
  ] as const;
  for (const [number, [right, down]] of corners.entries()) {
    await page.mouse.click(x + right, y + down);
    await expect(
      page.getByText(number === 0 ? '1 corner' : `${number + 1} corners`, { exact: true }),
    ).toBeAttached();
  }
  await undo.click();
  await expect(page.getByText('3 corners', { exact: true })).toBeAttached();
  await page.getByRole('button', { name: 'Finish' }).click();
  // Of three corners: the fourth was taken back.
  await atlas.hasFragment(/area=1D[\w-]+/);
});

test(
  'a card tells what is near, as exactly as it is known',
  { tag: '@once' },
  async ({ atlas }) => {
    await atlas.open('#project=samarkand-thermal-power-plant');
    const popup = atlas.popup('Thermal power plant in Samarkand region');
    await popup.getByText('Near this').click();
    await expect(popup.getByText(/^at least \d+ km/).first()).toBeVisible();
    await expect(popup.getByText(/on a sphere of 6,371 km radius/)).toBeVisible();
  },
);

test(
  'an area in the link that can’t be is told of, and the rest is honoured',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#sector=energy&area=abc_-9&pane=projects');
    await expect(page.getByRole('status').filter({ hasText: 'area=abc_-9' })).toBeVisible();
    await expect(atlas.projects.getByRole('button')).toHaveCount(4);
  },
);
