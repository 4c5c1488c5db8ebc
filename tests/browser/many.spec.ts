import { expect, test, type AtlasPage } from './atlas.ts';
import {
  ALL,
  CROWD,
  CROWD_AT,
  EVERYWHERE,
  FEW,
  FEW_AT,
  IN_REGION,
  serveMany,
} from './manyProjects.ts';

test.beforeEach(({ page }) => serveMany(page));

const at = ([lng, lat]: readonly [number, number], zoom: number) => `#map=${zoom}/${lat}/${lng}`;
const zoomOf = (atlas: AtlasPage) => Number(/map=([\d.]+)/.exec(atlas.fragment())?.[1] ?? 0);

test('many projects are gathered, and a click opens them from nearer', async ({ atlas, page }) => {
  await atlas.open('#map=2/10/20');
  await atlas.map.focus();
  await page.keyboard.press('n');
  const announced = page.getByText(/projects close together: .*The energy sector \d+/);
  await expect(announced).toContainText('Enter comes closer');
  await page.keyboard.press('Enter');
  await expect.poll(() => zoomOf(atlas)).toBeGreaterThan(2.5);
});

test('from near, each stands by itself and opens with its quotation', async ({ atlas, page }) => {
  await atlas.open('#map=9/10.8859/-42.492');
  await atlas.clickMapCentre();
  await expect(atlas.popup('Project 2')).toContainText('“they agreed on project 2”');
  await atlas.hasFragment(/project=project-2$/);
  await page.reload();
  await expect(atlas.popup('Project 2')).toContainText('Bulletin 2');
});

test('the projects at one spot fan out around it, and are listed', async ({ atlas, page }) => {
  await atlas.open(at(FEW_AT, 6));
  await atlas.clickMapCentre();
  const choice = atlas.popup(`${FEW} projects here`);
  await expect(choice.getByRole('listitem')).toHaveCount(FEW);
  // Each is in reach on the map, too, on its own leg: the first of them straight above the spot.
  const { x, y } = await atlas.mapCentre();
  await expect(async () => {
    await page.mouse.click(x, y - 46);
    await expect(atlas.popup(/^Project 300\d$/)).toBeVisible({ timeout: 2000 });
  }).toPass();
});

test('a crowd at one spot is listed as far as it is seen', async ({ atlas }) => {
  await atlas.open(at(CROWD_AT, 6));
  await atlas.clickMapCentre();
  const choice = atlas.popup('1,500 projects here');
  await expect(choice.getByRole('button', { name: /Crowded Place/ }).first()).toBeVisible();
  expect(await choice.getByRole('listitem').count()).toBeLessThan(200);
  await choice
    .getByRole('button', { name: /Crowded Place/ })
    .first()
    .click();
  await expect(atlas.dialog).toContainText('they agreed on project');
  expect(CROWD).toBe(1500);
});

test(
  'a region counts the projects that are placed in it, no closer',
  { tag: '@once' },
  async ({ atlas }) => {
    await atlas.open('#map=7/39.8/66.5');
    await atlas.clickMapCentre();
    await expect(atlas.popup(new RegExp(`^${IN_REGION} projects here`))).toBeVisible();
  },
);

test('the list draws the rows that are seen, and fetches these', async ({ atlas, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (/many\/.*\.bin$/.test(request.url())) fetched.push(request.url());
  });
  await atlas.open();
  const rows = atlas.projects.getByRole('button');
  await expect(rows.first()).toHaveText(/Project \d+/);
  expect(await rows.count()).toBeLessThan(100);
  const item = atlas.projects.getByRole('listitem').first();
  await expect(item).toHaveAttribute('aria-setsize', String(ALL));
  // One index, and the details of few: they are in pieces of 500.
  expect(new Set(fetched).size).toBeLessThan(5);

  const last = atlas.projects.getByRole('listitem').last();
  // Rows are measured as they are seen, so that the end may lie farther down than was thought.
  await expect(async () => {
    await rows.first().press('End');
    await expect(last).toHaveAttribute('aria-posinset', String(ALL), { timeout: 1000 });
  }).toPass();
  // What has the focus stays where it is, however far one scrolls.
  await expect(rows.first()).toBeFocused();
  expect(await rows.count()).toBeLessThan(100);
  await rows.last().click();
  await expect(atlas.dialog).toContainText('they agreed on project');
});

test(
  'map, list and counts agree on the sectors chosen',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await atlas.open('#map=2/10/20');
    await atlas.sector('The water sector').click();
    const count = Math.floor((ALL + 1) / 3).toLocaleString('en');
    await expect(atlas.sector('The water sector')).toContainText(count);
    await expect(
      page.getByText(`${count} of ${ALL.toLocaleString('en')} projects shown`),
    ).toHaveCount(1);
    await expect(atlas.projects.getByRole('listitem').first()).toHaveAttribute(
      'aria-setsize',
      count.replace(',', ''),
    );
    await atlas.filtered(1);
    await atlas.map.focus();
    await page.keyboard.press('n');
    await expect(page.getByText(/close together: The water sector [\d,]+\. Enter/)).toHaveCount(1);
  },
);

test(
  'a link opens its project, wherever in the dossier it stands',
  { tag: '@once' },
  async ({ atlas }) => {
    await atlas.open(`#project=project-${EVERYWHERE}`);
    const shown = atlas.popup(`Project ${EVERYWHERE}`);
    await expect(shown).toContainText(`“they agreed on project ${EVERYWHERE}”`);
  },
);
