import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import { expect, test } from './atlas.ts';
import { axeFindsNothing } from './axe.ts';

const STATES = [
  ['opening', ''],
  ['list', '#pane=projects'],
  ['table', '#sort=-when&pane=table'],
  ['article, filtered', '#sector=energy'],
  ['popup', '#project=samarkand-thermal-power-plant'],
  ['card of an unplaced project', '#project=youth-congress'],
  ['filter and notice', '#sector=energy,nothing&project=kostanay-cars&pane=projects'],
  ['in a frame', '#sector=energy&project=samarkand-thermal-power-plant&embed'],
  ['filtered to nothing', '#sector=automotive&kind=event'],
  ['popup, in Kazakh', '#project=samarkand-thermal-power-plant&lang=kk'],
  ['list, in Russian', '#pane=projects&lang=ru'],
  ['marked passage', '#passage=2022-12-24-allied-relations:the%20construction%20of%20a%20thermal'],
] as const;

for (const [state, link] of STATES)
  test(`axe finds nothing, light or dark: ${state}`, async ({ atlas, page }) => {
    await atlas.open(link);
    await axeFindsNothing(page, 'html');
  });

test('axe finds nothing, light or dark: settings, shortcuts and About, one after the other', async ({
  atlas,
  page,
}) => {
  const { header } = en.interface;
  await atlas.open();
  for (const name of [header.settings, header.about]) {
    await page.getByRole('button', { name }).click();
    await expect(atlas.dialog).toHaveCount(1);
    const keys = atlas.dialog.getByRole('button', { name: en.settings.shortcuts });
    if (name === header.settings) await keys.click();
    await axeFindsNothing(page, 'html');
    expect(
      await atlas.dialog.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth)),
      'nothing is wider than its dialog',
    ).toEqual(name === header.settings ? [0, 0] : [0]);
    while ((await atlas.dialog.count()) > 0) await page.keyboard.press('Escape');
  }
});

test('axe finds nothing, light or dark: choice of overlapping marks', async ({ atlas, page }) => {
  await atlas.open('#map=9/41.265/69.216');
  await atlas.clickMapCentre();
  await expect(atlas.popup('2 projects here')).toBeVisible();
  await axeFindsNothing(page, 'html');
});
