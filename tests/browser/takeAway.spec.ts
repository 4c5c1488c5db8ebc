import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { expect, test, type AtlasPage } from './atlas.ts';
import { pixelsOf } from './pictures.ts';

const NAME = 'uzbekistan-and-kazakhstan-december-2022-2026-11-23';

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Take away' }).click();
  return page.getByRole('dialog', { name: 'Take away what is shown' });
}

/** The file that a button saves. */
async function saved(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const download = await coming;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

const Collection = v.object({
  link: v.string(),
  features: v.array(v.object({ properties: v.looseObject({ sector: v.string() }) })),
});

test(
  'saves what the filter shows and no more, with the link to it',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#sector=energy');
    const dialog = await openDialog(page);
    const { name, content } = await saved(
      page,
      dialog.getByRole('button', { name: 'Save GeoJSON' }),
    );
    expect(name).toBe(`${NAME}.geojson`);
    const { link, features } = v.parse(Collection, JSON.parse(content.toString()));
    expect(new URL(link).hash).toBe('#sector=energy');
    expect(new Set(features.map(({ properties }) => properties.sector))).toEqual(
      new Set(['energy']),
    );
    await expect(dialog.getByRole('status')).toHaveText(`Saved as ${name}.`);
  },
);

test('saves each format, and says what it lacks', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open();
  const dialog = await openDialog(page);
  for (const [format, extension] of [
    ['CSV', 'csv'],
    ['KML', 'kml'],
    ['Linked Places', 'lpf.json'],
    ['Web Annotations', 'annotations.jsonld'],
  ]) {
    const button = dialog.getByRole('button', { name: `Save ${format}` });
    const { name, content } = await saved(page, button);
    expect(name).toBe(`${NAME}.${extension}`);
    expect(content.toString()).toContain('the construction of a thermal power plant');
    await expect(dialog.getByRole('status')).toContainText(`Saved as ${name}.`);
  }
  await expect(dialog.getByRole('list')).toContainText(
    /\d+ projects not placed by the article, and so not in this file/,
  );
});

/** How many colours a PNG has above its middle, where the map is, and how wide it is. */
async function looks(page: Page, png: Buffer): Promise<{ width: number; colors: number }> {
  const pixels = await pixelsOf(page, png);
  return pixels.evaluate(({ data, width, height }) => {
    const all = width * height;
    const colors = new Set(new Uint32Array(data.buffer).subarray(all / 4, all / 2));
    return { width, colors: colors.size };
  });
}

/** The size of the map's canvas, in pixels of its own and of the page. */
function sizeOf({ map }: AtlasPage) {
  return map.evaluate((canvas: HTMLCanvasElement) => {
    const { width, height, clientWidth, clientHeight, style } = canvas;
    return [width, height, clientWidth, clientHeight, style.width, style.height];
  });
}

test('saves the picture of the map, once more as fine for print', async ({ atlas, page }) => {
  const link = '#map=5.2/53.21/63.63/20/30&theme=light';
  await atlas.open(link);
  const before = await atlas.stillMap();
  const size = await sizeOf(atlas);
  const dialog = await openDialog(page);
  const screen = await saved(page, dialog.getByRole('button', { name: /1×/ }));
  const print = await saved(page, dialog.getByRole('button', { name: /2×/ }));
  expect([screen.name, print.name]).toEqual([`${NAME}.png`, `${NAME}.2x.png`]);
  const [coarse, fine] = [await looks(page, screen.content), await looks(page, print.content)];
  expect(coarse.colors).toBeGreaterThan(100);
  expect(fine.colors).toBeGreaterThan(100);
  expect(fine.width).toBe(2 * coarse.width);
  // The map on the screen is as it was, and nothing of it was written into the link.
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await sizeOf(atlas)).toEqual(size);
  await atlas.looksAs(before, [await atlas.middle(15)]);
  expect(atlas.fragment()).toBe(link);
});

const onPaper = { type: 'moves', description: 'it is laid out for paper, and then for the screen' };

test(
  'prints map and list on A4 and Letter, and leaves the page as it was',
  { annotation: onPaper },
  async ({ atlas, page }) => {
    await atlas.open('#theme=dark');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printing', '');
    });
    const dialog = await openDialog(page);
    for (const [paper, size] of [
      ['A4', '595 842'],
      ['Letter', '612 792'],
    ] as const) {
      await dialog.getByLabel('Paper').selectOption(paper);
      await dialog.getByRole('button', { name: 'Print…' }).click();
      await expect(page.locator('body')).toHaveAttribute('data-printing');

      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('img', { name: 'The map as it was shown' })).toBeVisible();
      await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toHaveCount(39);
      await expect(page.getByRole('main')).toBeHidden();

      // Tells the page when it is done, as printing does.
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(2);
      for (const [, width, height] of boxes)
        expect(`${Math.round(Number(width))} ${Math.round(Number(height))}`).toBe(size);
      await page.emulateMedia({ media: 'screen' });
      await expect(page.getByRole('main')).toBeVisible();
      await expect(dialog.getByRole('status')).toHaveText('Handed to the browser’s print dialog.');
      const sheet = page.getByText('The projects, and the words that name them');
      await expect(sheet).toHaveCount(0);
      await page.locator('body').evaluate((body) => body.removeAttribute('data-printing'));
    }
  },
);

test('prints in the order that the list has', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open('#sector=culture&sort=-place&pane=table');
  const cells = atlas.table.getByRole('row').getByRole('cell').getByRole('button');
  await expect(cells).toHaveCount(7);
  const listed = await cells.allTextContents();
  const headings = (await printed(page)).getByRole('heading', { level: 3 });
  await expect(headings).toHaveText(listed.map((name) => name.trim()));
});

/** The sheet that is printed, shown on the screen. */
async function printed(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printing', '');
  });
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printing');
  await page.emulateMedia({ media: 'print' });
  return page.getByRole('article');
}

const KOSTANAY = '#map=9/53.21/63.63&sector=energy,automotive';

test('says what a picture shows: the filters, how much is in it, and the legend of that', async ({
  atlas,
  page,
}) => {
  await atlas.open(KOSTANAY);
  const sheet = await printed(page);
  await expect(sheet).toContainText('Automotive and Energy: 5 of 39 projects');
  const figure = sheet.getByRole('figure');
  await expect(figure).toContainText(
    '1 of 5 projects in this picture, 1 elsewhere, 3 not placed by the article',
  );
  await expect(figure).toContainText('Automotive');
  await expect(figure).not.toContainText('Energy');
  await expect(figure).not.toContainText('A ring with a number');
  await expect(sheet).toContainText('All 5 that are shown, also those that aren’t in the picture.');
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveCount(5);
});

test('tells who saves a picture what isn’t in it', { tag: '@once' }, async ({ atlas, page }) => {
  await atlas.open(KOSTANAY);
  const dialog = await openDialog(page);
  await saved(page, dialog.getByRole('button', { name: /1×/ }));
  await expect(dialog.getByRole('status')).toContainText('1 project lies outside this picture');
});

test('takes a picture of what is seen of the map, and not of what is covered', async ({
  atlas,
  page,
}) => {
  await atlas.open(KOSTANAY);
  const map = await atlas.map.boundingBox();
  const raise = page.getByRole('button', { name: 'Raise the pane' });
  const cover = (await raise.count()) > 0 ? await page.locator('.sheet').boundingBox() : null;
  const sheet = await printed(page);
  const canvas = sheet.getByRole('img', { name: 'The map as it was shown' }).locator('canvas');
  const height = await canvas.evaluate((element: HTMLCanvasElement) => element.height / 2);
  expect(Math.abs(height - ((cover?.y ?? map?.height ?? 0) - (map?.y ?? 0)))).toBeLessThan(2);
});

test(
  'prints the scale, or why there is none, and where the north is',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=5.2/44.1/66.9');
    const straight = (await printed(page)).getByRole('figure');
    await expect(straight).toContainText(/\d+ km/);
    await expect(straight.getByRole('img', { name: 'Arrow to the north' })).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });

    await page.goto('about:blank');
    await atlas.open('#map=5.2/44.1/66.9/20/30');
    const tilted = (await printed(page)).getByRole('figure');
    await expect(tilted).toContainText('No one scale holds: the map is tilted.');
    await expect(tilted.getByRole('img', { name: 'Arrow to the north' })).toBeVisible();
  },
);

test(
  'has nothing to take away where nothing is shown',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#sector=energy&kind=institution');
    const dialog = await openDialog(page);
    await expect(dialog).toContainText('Nothing is shown, so there is nothing to take away.');
    await expect(dialog.getByRole('button', { name: /Save/ })).toHaveCount(0);
  },
);
