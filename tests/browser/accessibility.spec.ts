import { test } from './atlas.ts';
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
  ['marked passage', '#passage=2022-12-24-allied-relations:the%20construction%20of%20a%20thermal'],
] as const;

for (const [state, link] of STATES)
  test(`axe finds nothing, light or dark: ${state}`, async ({ atlas, page }) => {
    await atlas.open(link);
    await axeFindsNothing(page, 'html');
  });
