import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from './atlas.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

for (const theme of ['light', 'dark'] as const) {
  for (const [state, link] of STATES) {
    test(`axe finds nothing: ${state}, ${theme}`, async ({ atlas, page }) => {
      await atlas.open(`${link || '#'}&theme=${theme}`);
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>(
        "axe.run(document, { resultTypes: ['violations'] })",
      );
      const found = results.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
      expect(found).toEqual([]);
    });
  }
}
