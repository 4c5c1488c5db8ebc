import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DOSSIERS } from '../../geodata/check.ts';
import { expect, test } from './atlas.ts';
import { ID } from './republished.ts';

/**
 * Every place of the dossier: a camera with its mark in the middle, how many projects stand there
 * together, what opens, and the words that put it there.
 */
const PLACES = [
  {
    map: '6/39.815/66.535',
    name: 'Thermal power plant in Samarkand region',
    quotation: 'the construction of a thermal power plant in Samarkand region',
    place: /Samarkand region\s*placed in this region, no closer/,
  },
  {
    map: '8.5/41.172/69.865',
    name: 'Logistics center in Tashkent region',
    quotation: 'the creation of a logistics center in Tashkent region',
    place: /Tashkent region\s*placed in this region, no closer/,
  },
  {
    map: '9/41.265/69.216',
    together: 2,
    name: 'Residential and commercial infrastructure in Tashkent',
    quotation: 'the construction of residential and commercial infrastructure in Tashkent',
    place: /Tashkent\s*placed in this town, no closer/,
  },
  {
    map: '9/41.265/69.216',
    together: 2,
    name: 'First meeting of the Inter-Parliamentary Council',
    quotation:
      'The first meeting of the Inter-Parliamentary Council will be held in Tashkent next year',
    place: /Tashkent\s*placed in this town, no closer/,
  },
  {
    map: '6/53.21/63.63',
    name: 'Car production in Kostanay',
    quotation: 'the production of cars in Kostanay',
    place: /Kostanay\s*placed in this town, no closer/,
  },
  {
    map: '7/49.802/73.102',
    name: 'Household appliance production in Karaganda',
    quotation: 'household appliances in Karaganda',
    place: /Karaganda\s*placed in this town, no closer/,
  },
  {
    map: '6/43.25/76.92',
    name: '“The Pearl of the Aral Sea” exhibition',
    quotation:
      '\u2009“The Pearl of the Aral Sea” exhibition was successfully held in Almaty in October',
    place: /Almaty\s*placed in this town, no closer/,
  },
  {
    map: '7/51.18/71.45',
    name: 'Uzbekistan Culture Days in Astana',
    quotation: 'Uzbekistan Culture Days were held in Astana in November',
    place: /Astana\s*placed in this town, no closer/,
  },
  {
    map: '6/40.7/64.2',
    together: 3,
    name: 'Events dedicated to Abay Kunanbayev',
    quotation:
      'Uzbekistan hosts events dedicated to the outstanding son of the Kazakh people, Abay Kunanbayev',
    place: /Uzbekistan\s*placed in this country, no closer/,
  },
  {
    map: '6/40.7/64.2',
    together: 3,
    name: 'State visit of the President of Kazakhstan to Uzbekistan',
    quotation: 'today’s state visit of the President of Kazakhstan to Uzbekistan',
    place: /Uzbekistan\s*placed in this country, no closer/,
  },
  {
    map: '6/50.2/64.6',
    name: 'Cultivation and mutual supply of agricultural products',
    quotation:
      'agreements have been reached on the cultivation of various agricultural products in the territories of the two countries',
    place: /placed in these countries, no closer/,
  },
  {
    map: '7/46.35/60.6',
    name: 'Mitigating the consequences of the Aral tragedy',
    quotation: 'strengthen cooperation to mitigate the negative consequences of the Aral tragedy',
    place: /Aral Sea\s*placed at this water, no closer/,
  },
];

for (const { map, together, name, quotation, place } of PLACES)
  test(`${name}: opens with its quotation, by mouse and by keyboard`, async ({ atlas, page }) => {
    await atlas.open(`#map=${map}`);
    const choice = atlas.popup(`${together} projects here`);
    const popup = atlas.popup(name);

    await atlas.clickMapCentre();
    if (together !== undefined) await choice.getByRole('button', { name }).click();
    await expect(popup).toContainText(`“${quotation}`);
    await expect(popup).toContainText(place);
    await expect(popup).toContainText(
      'Uzbekistan, Kazakhstan strengthen allied relations, December 24, 2022',
    );
    await atlas.hasFragment(/project=/);
    await page.keyboard.press('Escape');
    await expect(atlas.dialog).toHaveCount(0);

    // The popup may have moved the map; the list tells that it is back.
    await atlas.follow(`#map=${map}&pane=projects`);
    await expect(atlas.projects).toBeVisible();
    await atlas.map.focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    if (together !== undefined) await choice.getByRole('button', { name }).press('Enter');
    await expect(popup).toContainText(`“${quotation}`);
    await expect(popup).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(atlas.dialog).toHaveCount(0);
    await expect(atlas.map).toBeFocused();
  });

test('the border opens by a click on its line, and by keyboard from its mark', async ({
  atlas,
  page,
}) => {
  await atlas.open('#map=8/45/56');
  await atlas.clickMapCentre();
  const popup = atlas.popup(
    'Agreement on the Demarcation of the Uzbekistan–Kazakhstan State Border',
  );
  await expect(popup).toContainText('placed along this border');
  await page.keyboard.press('Escape');
  await expect(popup).toHaveCount(0);

  await atlas
    .passage('the Agreement on the Demarcation of the Uzbekistan – Kazakhstan State Border')
    .press('Enter');
  await expect(popup).toBeFocused();
});

test('what overlaps at the opening view is all offered, and each within reach', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await atlas.map.focus();
  const choice = atlas.popup('3 projects here');
  // Steps from mark to mark until the one over Tashkent is reached.
  for (let step = 0; step < 12 && !(await choice.isVisible()); step++) {
    await page.keyboard.press('n');
    if (await page.getByText(/^(Residential|First meeting|Logistics).*Tashkent/).count())
      await page.keyboard.press('Enter');
  }
  const inChoice = choice.getByRole('button');
  await expect(
    inChoice.filter({ hasText: 'Residential and commercial infrastructure in Tashkent' }),
  ).toBeVisible();
  await expect(
    inChoice.filter({ hasText: 'First meeting of the Inter-Parliamentary Council' }),
  ).toBeVisible();
  await inChoice.filter({ hasText: 'Logistics center in Tashkent region' }).click();
  await expect(atlas.popup('Logistics center in Tashkent region')).toBeVisible();
});

test('a region opens by a click anywhere in it', async ({ atlas }) => {
  await atlas.open('#map=8/39.6/66');
  await atlas.clickMapCentre();
  await expect(atlas.popup('Thermal power plant in Samarkand region')).toBeVisible();
});

test('a status is shown as of the article’s date', async ({ atlas }) => {
  await atlas.open('#project=inter-parliamentary-council-first-meeting');
  await expect(atlas.dialog).toContainText('Planned, as of December 24, 2022');
  await expect(atlas.dialog).toContainText('2023');
});

test('choosing a passage selects its project and takes the map there', async ({ atlas }) => {
  await atlas.open();
  await atlas.passage('the production of cars in Kostanay').click();
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
  await atlas.hasFragment(/map=6\.5\/53\.\d+\/63\.\d+.*project=kostanay-cars/);
});

test('a passage that several projects cite offers the choice', async ({ atlas }) => {
  await atlas.open();
  await atlas.passage('launching several large-scale projects').press('Enter');
  const choice = atlas.popup('6 projects of this passage');
  await expect(choice).toBeFocused();
  await choice.getByRole('button', { name: /Car production in Kostanay/ }).press('Enter');
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
});

test('“Read in article” scrolls to the passage, marks it and puts it in the link', async ({
  atlas,
}) => {
  await atlas.open('#project=uzbekistan-culture-days-astana&pane=projects');
  await atlas.dialog.getByRole('button', { name: 'Read in article' }).click();
  const passage = atlas.passage('Uzbekistan Culture Days were held in Astana in November');
  await expect(passage).toBeInViewport();
  await expect(passage).toBeFocused();
  await atlas.hasFragment(/passage=2022-12-24-allied-relations:Uzbekistan%20Culture%20Days/);
});

test('pointing at a passage lights up its mark, and the map shows it', async ({ atlas, page }) => {
  await atlas.open('#map=6/53.21/63.63');
  const dark = await atlas.stillMap();
  const mark = await atlas.middle(20);
  await atlas.passage('the production of cars in Kostanay').hover();
  await expect
    .poll(async () => (await atlas.changeSince(dark, [mark])).parts[0])
    .toBeGreaterThan(0.1);
  await page.mouse.move(0, 0);
  await atlas.looksAs(dark, [mark]);
});

test('pointing at a mark lights up its passage', async ({ atlas, page }) => {
  await atlas.open('#map=6/53.21/63.63');
  const { x, y } = await atlas.mapCentre();
  await page.mouse.move(x + 2, y);
  await page.mouse.move(x, y);
  const lit = atlas.article.locator('mark.lit');
  await expect(lit.filter({ hasText: 'the production of cars in Kostanay' })).toHaveCount(1);
});

test('“Follow along” takes the map to what is being read', async ({ atlas }) => {
  await atlas.open();
  await atlas.page.getByRole('checkbox', { name: 'Follow along' }).check();
  // “Household appliances in Karaganda” stands on the same line or the next: stop at the passage before.
  await atlas
    .passage('the construction of residential and commercial infrastructure in Tashkent')
    .evaluate((passage) => {
      const pane = passage.closest('section');
      if (pane === null) throw new Error('The passage stands in no pane.');
      const line = pane.getBoundingClientRect().top + pane.clientHeight * 0.4;
      pane.scrollBy(0, passage.getBoundingClientRect().top - line + 2);
    });
  await atlas.hasFragment(/map=6\.5\/41\.\d+\/69\./);
  expect(atlas.fragment()).not.toContain('project=');
});

test('the list sets apart what the article doesn’t place, and opens it in the pane', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await page
    .getByRole('group', { name: 'Reading' })
    .getByRole('button', { name: /Projects/ })
    .click();
  const apart = atlas.projects.getByRole('list', { name: 'Not placed by the article' });
  await apart.getByRole('button', { name: /Youth Congress/ }).click();
  const card = atlas.popup('Youth Congress');
  await expect(card).toContainText('Not placed by the article');
  await expect(card).toContainText('“a Youth Congress was held in December”');
});

test('the article is shown word for word', async ({ atlas }) => {
  await atlas.open();
  const file = path.join(DOSSIERS, ID, 'articles/2022-12-24-allied-relations.txt');
  const text = (await readFile(file, 'utf8')).split('\n---\n')[1]?.trim().split('\n\n');
  const paragraphs = atlas.article.getByRole('article').locator('p:not(.byline)');
  expect(await paragraphs.allTextContents()).toEqual(text);
});

test('the legend explains sectors, kinds and how exactly a thing is placed', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await page.getByText('Legend', { exact: true }).click();
  await expect(page.getByText('A border: the whole line')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Shape: what it is' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Colour and icon: its sector' })).toBeVisible();
});

test('About tells how a thing gets on the map, and gives the focus back', async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const about = page.getByRole('button', { name: 'About' });
  await about.click();
  const dialog = atlas.popup('About this atlas');
  await expect(dialog).toContainText('Natural Earth, public domain');
  await expect(dialog).toContainText('CC BY 4.0');
  await expect(dialog).toContainText('Last revised');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(about).toBeFocused();
});

test('the map credits its sources and disclaims opinions', async ({ atlas, page }) => {
  await atlas.open();
  await expect(page.getByText('Natural Earth; towns: GeoNames, CC BY 4.0')).toBeVisible();
  await expect(page.getByText(/Borders and names imply no opinion/)).toBeVisible();
});

test('a filter, a pane or Escape in mid-flight lets the map fly on', async ({ atlas, page }) => {
  await atlas.open('#map=4.5/45/60');
  await atlas.passage('household appliances in Karaganda').click();
  await atlas.sector('Energy').click();
  await page.keyboard.press('Escape');
  await atlas.hasFragment(/^#map=6\.5\/(49|50)\.\d+\/73\.\d+&sector=energy$/);
});

test('a choice that becomes a card stays wholly on the map', async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1200, height: 640 });
  await atlas.open('#map=9/41.265/69.216');
  await atlas.clickMapCentre();
  await atlas
    .popup('2 projects here')
    .getByRole('button', { name: /^Residential/ })
    .click();
  const popup = atlas.popup('Residential and commercial infrastructure in Tashkent');
  await expect(popup.getByRole('button', { name: 'Close' })).toBeInViewport();
  await expect(popup.getByRole('button', { name: 'Copy link' })).toBeInViewport();
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the map jumps instead of flying, and the link knows where to', async ({ atlas, page }) => {
    await atlas.open();
    await atlas.passage('the production of cars in Kostanay').click();
    await atlas.hasFragment(/map=6\.5\/53\.\d+\/63\.\d+.*project=kostanay-cars/);
    const link = atlas.fragment();
    await page.reload();
    await atlas.drawn();
    await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
    expect(atlas.fragment()).toBe(link);
  });
});

test('a map that one comes nearer to shows what one opened there does', async ({ atlas, page }) => {
  const NEAR = '#map=5/41/66&pane=projects';
  await atlas.open(NEAR);
  const opened = await atlas.stillMap();
  await page.goto('about:blank');
  await atlas.open('#map=1/41/66&pane=projects');
  await atlas.follow(NEAR);
  // Rivers, regions and towns come only now: some of the Syr Darya, of a region’s border, and a dot.
  await atlas.looksAs(opened, [
    { x: 388, y: 190, width: 80, height: 40 },
    { x: 590, y: 176, width: 60, height: 14 },
    { x: 483, y: 250, width: 9, height: 9 },
  ]);
});
