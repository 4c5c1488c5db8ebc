import { expect, test } from './atlas.ts';
import { serveDist } from './servers.ts';

test(
  'the built folder works from any path of any static server',
  { tag: '@once' },
  async ({ atlas, page }) => {
    const server = await serveDist('/some/folder/');
    try {
      await page.goto(
        `http://localhost:${server.port}/some/folder/?from=mail#project=kostanay-cars`,
      );
      await atlas.drawn();
      await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
      await atlas.sector('Energy').click();
      await expect(page).toHaveURL(
        /\/some\/folder\/\?from=mail#sector=energy&project=kostanay-cars$/,
      );
      await page.getByRole('button', { name: 'Share' }).click();
      const link = page.getByRole('textbox', { name: 'Link' });
      await expect(link).toHaveValue(
        /\/some\/folder\/uzbekistan-kazakhstan-2022\/en\/#sector=energy&project=kostanay-cars$/,
      );
      await page.goto(await link.inputValue());
      await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
      await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
    } finally {
      server.close();
    }
  },
);
