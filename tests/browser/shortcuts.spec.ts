import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import { expect, test } from './atlas.ts';

const { settings } = en;

test('“?” lists the shortcuts, unless it is switched off', async ({ atlas, page }) => {
  await atlas.open();
  await atlas.map.focus();
  await page.keyboard.press('?');
  const list = atlas.popup(settings.shortcuts);
  for (const does of Object.values(settings.does)) await expect(list).toContainText(does);
  await list.getByRole('checkbox', { name: settings.singleKeys }).uncheck();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(atlas.map).toBeFocused();
  await page.keyboard.press('?');
  await page.keyboard.press('n');
  await expect(page.getByText(/, 1 of \d+$/)).toBeAttached();
  await expect(list).toHaveCount(0);

  // By button it is there all the same, and gives the focus back to that.
  await page.getByRole('button', { name: en.interface.header.settings }).click();
  const button = page.getByRole('button', { name: settings.shortcuts });
  await button.click();
  await list.getByRole('checkbox', { name: settings.singleKeys }).check();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(atlas.dialog).toHaveCount(0);

  // What is typed is typed.
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('searchbox')).toHaveValue('?');
  await expect(atlas.dialog).toHaveCount(0);
});

test(
  'each mark is announced by name, sector and place, on any keyboard',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=6/53.21/63.63');
    await atlas.map.focus();
    // The key of N, as a keyboard with Cyrillic letters tells of it.
    await atlas.map.dispatchEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true });
    await expect(
      page.getByText(/^Car production in Kostanay, Automotive, Kostanay, 1 of \d+$/),
    ).toBeAttached();
  },
);
