import { expect, test } from './atlas.ts';

test('a search finds as one types, marks what it found, and is in the link', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.pressSequentially('kustan');
  const rows = atlas.projects.getByRole('button');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Car production in Kostanay');
  await atlas.hasFragment(/^#q=kustan&pane=projects$/);
  await field.fill('Қостанай');
  await expect(rows).toHaveCount(1);
  await field.fill('car');
  await expect(rows.first().locator('mark')).toHaveText('Car');
  await expect(atlas.sector('Automotive')).toContainText('1');
  // Typing on is one step back, and not one for each letter.
  await page.goBack();
  await expect(field).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Article' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test(
  'what is typed just before a filter is chosen is there again when one goes back',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open();
    const field = page.getByRole('searchbox', { name: 'Search' });
    await field.fill('c');
    await atlas.hasFragment(/^#q=c&/);
    const sector = await atlas.sector('Automotive').elementHandle();
    // Sooner than a hand: the address waits for what is typed to rest.
    await field.evaluate(async (input: HTMLInputElement, sector) => {
      input.value = 'car';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      if (sector instanceof HTMLElement) sector.click();
    }, sector);
    await atlas.hasFragment(/^#sector=automotive&q=car&/);
    await page.goBack();
    await expect(field).toHaveValue('car');
    await atlas.hasFragment(/^#q=car&/);
  },
);

test(
  'words are typed with blanks between them, in the table, too',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#pane=table');
    const field = page.getByRole('searchbox', { name: 'Search' });
    await field.pressSequentially('car production');
    await expect(field).toHaveValue('car production');
    await atlas.hasFragment(/^#q=car%20production&pane=table$/);
    await expect(page.getByRole('row')).toHaveCount(2);
    // Deleting back to the blank leaves it, too.
    for (let letter = 0; letter < 'production'.length; letter++) await field.press('Backspace');
    await expect(field).toHaveValue('car ');
  },
);

test('a link with a search shows what it finds; words that nothing has, say so', async ({
  atlas,
  page,
}) => {
  await atlas.open('#q=qostanay&pane=projects');
  await expect(atlas.projects.getByRole('button')).toHaveCount(1);
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('qostanay');
  await page.goto('./#q=zzzzzz&sector=energy&pane=projects');
  await expect(page.getByText('No project passes the filters.')).toBeVisible();
  await page.getByRole('button', { name: /^Search: “zzzzzz” – without it, 4 projects$/ }).click();
  await expect(atlas.projects.getByRole('button')).toHaveCount(4);
});

test(
  'a place found by another of its names is marked by the one shown',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open();
    const field = page.getByRole('searchbox', { name: 'Search' });
    const marks = atlas.projects.getByRole('button').locator('mark');
    await field.fill('kustanai');
    await expect(marks).toHaveText(['Kostanay', 'Kostanay']);
    await field.fill('samarqand');
    await expect(marks).toHaveText(['Samarkand region', 'Samarkand region']);
    await page.getByRole('button', { name: 'Article' }).click();
    await expect(atlas.article.locator('mark mark')).toHaveText(['Samarkand region']);
  },
);

test('from passage to passage in which something was found', async ({ atlas }) => {
  await atlas.open('#q=aral');
  const marks = atlas.article.locator('mark[data-found]');
  const next = atlas.article.getByRole('button', { name: 'Next passage found' });
  const status = atlas.article.getByRole('status');
  const told = await atlas.article.getByText(/^\d+ passages$/).textContent();
  const all = Number.parseInt(told ?? '', 10);
  expect(all).toBeGreaterThan(1);
  await next.press('Enter');
  await expect(status).toContainText(`1 of ${all}: `);
  await expect(marks.first()).toBeInViewport();
  for (let number = 1; number < all; number++) await next.press('Enter');
  await expect(status).toContainText(`${all} of ${all}: `);
  await expect(marks.last()).toBeInViewport();
  await expect(next).toBeFocused();
  await next.press('Enter');
  await expect(status).toContainText(`1 of ${all}: `);
});

test(
  'matches are marked in the article’s passages, too',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#q=kostanay');
    await expect(atlas.article.locator('mark mark').first()).toHaveText('Kostanay');
    await page.getByRole('searchbox', { name: 'Search' }).fill('x'.repeat(100_000));
    await expect(page.getByText('No project passes the filters.')).toBeVisible();
  },
);
