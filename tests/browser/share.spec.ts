import type { Locator, Page } from '@playwright/test';
import { readQrCode, type Modules } from '../readQrCode.ts';
import { expect, test, type AtlasPage } from './atlas.ts';
import { axeFindsNothing } from './axe.ts';
import { pixelsOf } from './pictures.ts';

/** Opens the dialog of the view that is shown. */
async function share(atlas: AtlasPage): Promise<Locator> {
  const raise = atlas.page.getByRole('button', { name: 'Raise the pane' });
  // On small screens an open card leaves the rest of the pane below the edge.
  if (await raise.isVisible()) await raise.click();
  await atlas.page.getByRole('button', { name: 'Share' }).click();
  const dialog = atlas.popup('Share this view');
  await expect(dialog).toBeVisible();
  return dialog;
}

async function openDialog(atlas: AtlasPage, link = ''): Promise<Locator> {
  await atlas.open(link);
  return share(atlas);
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the dialog tells what the link shows, and copies it', async ({ atlas, page }) => {
  const dialog = await openDialog(atlas, '#sector=energy&pane=projects');
  await expect(dialog).toContainText('Energy, 4 projects; the list of projects.');
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(atlas.sentLink());
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  expect(await copied(page)).toBe(atlas.sentLink());
});

test('it works by keyboard alone, and gives the focus back', async ({ atlas, page }) => {
  await atlas.open('#project=kostanay-cars');
  const share = page.getByRole('button', { name: 'Share' });
  await share.focus();
  await page.keyboard.press('Enter');
  const dialog = atlas.popup('Share this view');
  await expect(dialog).toBeVisible();
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  expect(
    await link.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    ),
  ).toBe(atlas.sentLink());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(share).toBeFocused();
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
});

/** The modules of a QR code without its quiet zone, as they are seen on the screen. */
async function modulesOn(page: Page, code: Locator): Promise<Modules> {
  const [, , size = 0] = ((await code.getAttribute('viewBox')) ?? '').split(' ').map(Number);
  const pixels = await pixelsOf(page, await code.screenshot());
  return pixels.evaluate(({ data, width, height }, size) => {
    const middle = (at: number, length: number) => Math.floor(((4.5 + at) * length) / size);
    const isDark = (x: number, y: number) =>
      (data[4 * (middle(y, height) * width + middle(x, width)) + 1] ?? 0) < 128;
    const along = Array.from({ length: size - 8 }, (_, at) => at);
    return along.map((y) => along.map((x) => isDark(x, y)));
  }, size);
}

test('a QR code holds the link, unless that is too long', async ({ atlas, page }) => {
  const dialog = await openDialog(atlas, '#sector=energy');
  await dialog.getByText('QR code', { exact: true }).click();
  const code = dialog.getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeVisible();
  await code.scrollIntoViewIfNeeded();
  const { width = 0, height = 0 } = (await code.boundingBox()) ?? {};
  expect(width).toBeCloseTo(height, 0);
  expect(width).toBeGreaterThan(200);
  expect(readQrCode(await modulesOn(page, code))).toBe(atlas.sentLink());
  // Another view has another.
  await atlas.follow('#kind=event');
  await expect
    .poll(async () => readQrCode(await modulesOn(page, code)))
    .toBe(atlas.sentLink('#kind=event'));

  await atlas.follow(`#sector=energy&q=${'a'.repeat(900)}`);
  await expect(code).toHaveCount(0);
  await expect(dialog).toContainText('too long for a QR code');
});

test('the code to embed has the chosen size, and its preview is an atlas', async ({
  atlas,
  page,
}) => {
  const dialog = await openDialog(atlas, '#sector=energy&theme=light');
  await dialog.getByText('Embed in a page').click();
  const code = dialog.getByRole('textbox', { name: 'HTML' });
  await expect(code).toHaveValue(
    /#sector=energy&amp;theme=light&amp;embed" .*width="600" height="400"/,
  );
  await dialog.getByRole('spinbutton', { name: 'Width' }).fill('100');
  await dialog.getByRole('spinbutton', { name: 'Height' }).fill('300');
  await code.focus();
  await expect(code).toHaveValue(/width="320" height="300"/);
  await dialog.getByRole('checkbox', { name: 'As wide as the page' }).check();
  await expect(code).toHaveValue(/width="100%" height="300"/);
  await dialog.getByRole('button', { name: 'Copy HTML' }).click();
  expect(await copied(page)).toBe(await code.inputValue());
  const preview = dialog.locator('iframe').contentFrame();
  await expect(preview.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await expect(preview.getByRole('button', { name: /^Energy/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a sentence can be cited and linked to, from its card and from the dialog', async ({
  atlas,
  page,
}) => {
  await atlas.open('#project=kostanay-cars');
  const card = atlas.popup('Car production in Kostanay');
  const cite = async (within: Locator) => {
    await within.getByRole('button', { name: 'Copy citation' }).click();
    await expect(within.getByRole('status').filter({ hasText: 'Citation copied' })).toBeAttached();
    return copied(page);
  };
  const citation = await cite(card);
  expect(citation).toMatch(
    /^“the production of cars in Kostanay”, .+, December 24, 2022, http:\/\/localhost:\d+\/uzbekistan-kazakhstan-2022\/en\/#project=kostanay-cars&passage=2022-12-24-allied-relations:the%20production%20of%20cars%20in/,
  );
  const dialog = await share(atlas);
  await expect(dialog).toContainText('The project Car production in Kostanay.');
  expect(await cite(dialog)).toBe(citation);
  await dialog.getByRole('button', { name: 'Link to this sentence' }).click();
  await expect.poll(() => copied(page)).toBe(citation.slice(citation.indexOf('http')));

  await page.goto(await copied(page));
  await expect(atlas.passage('the production of cars in Kostanay')).toBeInViewport();
});

test.describe('where the system has a share sheet', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const shared: ShareData[] = [];
      const outcomes = [
        () => Promise.resolve(),
        () => Promise.reject(new DOMException('closed', 'AbortError')),
        () => Promise.reject(new DOMException('denied', 'NotAllowedError')),
      ];
      Object.assign(window, { shared });
      Object.assign(Navigator.prototype, {
        canShare: () => true,
        share: (data: ShareData) => outcomes[shared.push(data) - 1]?.(),
      });
    });
  });

  test('it gets title, words and link; only what fails is told', async ({ atlas, page }) => {
    const dialog = await openDialog(atlas, '#sector=energy');
    const send = dialog.getByRole('button', { name: 'Send with an app' });
    const failure = dialog.getByRole('status').filter({ hasText: 'didn’t take the link' });
    const shared = () => page.evaluate<ShareData[]>('shared');
    await send.click();
    expect(await shared()).toEqual([
      {
        title: 'Uzbekistan and Kazakhstan, December 2022',
        text: 'Energy, 4 projects',
        url: atlas.sentLink(),
      },
    ]);
    await send.click();
    await expect.poll(async () => (await shared()).length).toBe(2);
    await expect(failure).toHaveCount(0);
    await send.click();
    await expect(failure).toBeVisible();
  });
});

test('axe finds nothing in the dialog, light or dark, and it is no wider than the screen', async ({
  atlas,
  page,
}) => {
  const dialog = await openDialog(atlas, '#project=kostanay-cars');
  await dialog.getByText('QR code', { exact: true }).click();
  await dialog.getByText('Embed in a page').click();
  await axeFindsNothing(page, 'dialog');
  expect(
    await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  ).toBeLessThanOrEqual(0);
});
