import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './atlas.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Expects axe to find nothing in what a CSS selector names, first in light colours, then in dark, or
 * only in those that the page was opened in.
 */
export async function axeFindsNothing(
  page: Page,
  selector: string,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  await page.evaluate(axe);
  for (const colorScheme of schemes) {
    // Half-way from one to the other, colours are neither's.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run('${selector}', { resultTypes: ['violations'], iframes: false })`,
    );
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
    );
    expect(found, colorScheme).toEqual([]);
  }
}
