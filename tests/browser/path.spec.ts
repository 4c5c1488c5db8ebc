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
    } finally {
      server.close();
    }
  },
);
