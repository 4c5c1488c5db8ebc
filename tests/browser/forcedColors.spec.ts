import { expect, test } from './atlas.ts';

test(
  'in forced colours what is chosen, and what stands on the map, is seen',
  {
    tag: '@once',
  },
  async ({ atlas, page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await atlas.open('#sector=automotive&project=kostanay-cars&theme=dark');
    await expect(atlas.sector('Automotive')).toHaveCSS('outline-style', 'solid');
    await expect(atlas.sector('Energy')).toHaveCSS('outline-style', 'none');
    // As MapLibre has it for these colours, not inverted once more.
    await expect(page.getByRole('button', { name: 'Zoom in' }).locator('span')).toHaveCSS(
      'filter',
      'none',
    );
    const legend = page.getByRole('group').filter({ hasText: 'Legend' }).last();
    await expect(legend).toHaveCSS('border-top-style', 'solid');
    await page.evaluate(() => {
      location.hash = '#project=kostanay-cars&pane=projects';
    });
    const rows = atlas.projects.getByRole('button');
    await expect(rows.filter({ hasText: 'Car production' })).toHaveCSS('outline-style', 'solid');
    await expect(rows.first()).toHaveCSS('outline-style', 'none');
  },
);
