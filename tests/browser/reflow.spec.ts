import type { Page } from '@playwright/test';
import kk from '../../src/i18n/messages/kk.json' with { type: 'json' };
import { AtlasPage, expect, test } from './atlas.ts';

const words = kk.interface;

/**
 * Expects the page to be no wider than the screen, and everything in it that one can press to be
 * 24 pixels large and, scrolled to, in sight and under nothing else; what the pane or the card
 * covers is reached by closing it.
 */
async function allWithinReach(page: Page, within = 'main'): Promise<void> {
  const faults = async () =>
    page.evaluate((within) => {
      const root = document.querySelector(within);
      const found: string[] = [];
      const { scrollWidth } = document.documentElement;
      if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide`);
      const controls = root?.querySelectorAll('button, a[href], input, select, summary') ?? [];
      if (controls.length === 0) found.push(`${within} has no controls`);
      for (const control of controls) {
        const isSkip = control.textContent.trim() !== '' && control.closest('.skip') !== null;
        if (isSkip || control.closest('[inert]') !== null) continue;
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        const name = control.getAttribute('aria-label') ?? control.textContent.trim();
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        // A label is pressed as what it labels is; a link in a sentence is as high as its line.
        const target = (control.closest('label') ?? control).getBoundingClientRect();
        const isInSentence = control.closest('[role=article], article') !== null;
        if (!isInSentence && Math.min(target.width, target.height) < 23.9)
          found.push(`${name}: ${target.width} × ${target.height} px`);
        const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
        // A sector's name may be longer than the row that it is scrolled in.
        const x = Math.min(box.x + box.width / 2, innerWidth - 20);
        const y = box.y + Math.min(box.height / 2, 40);
        const hit = document.elementFromPoint(x, y);
        if (hit === null || !(control.contains(hit) || hit.contains(control)))
          found.push(`${name}: at ${x}, ${y} is ${hit?.outerHTML.slice(0, 120) ?? 'no page'}`);
      }
      return found;
    }, within);
  await expect.poll(faults).toEqual([]);
}

const resized = {
  type: 'moves',
  description: 'letters and screen change their size in the open page',
};

test(
  'letters twice as large, and a screen half as large, lose nothing',
  { annotation: resized },
  async ({ page }) => {
    test.slow();
    const atlas = new AtlasPage(page, words);
    const isNarrow = page.viewportSize()?.width === 390;
    const pane = isNarrow ? '.sheet' : '.side';
    await atlas.open('#lang=kk&sector=energy');
    await allWithinReach(page);

    const letters = async (size: string) =>
      page.evaluate((size) => {
        const sheet = new CSSStyleSheet();
        // An inline style is against the policy of the page.
        sheet.replaceSync(`html { font-size: ${size} }`);
        document.adoptedStyleSheets = [sheet];
      }, size);
    const look = async () => {
      await atlas.follow('#lang=kk&project=kostanay-cars&pane=projects');
      await expect(atlas.dialog).toBeVisible();
      await allWithinReach(page, isNarrow ? pane : '[role=dialog]');
      await atlas.follow('#lang=kk&sector=energy&pane=projects');
      await expect(atlas.dialog).toHaveCount(0);
      await allWithinReach(page);
      const open = page.getByRole('button', { name: words.facet.title, exact: true });
      await open.press('Enter');
      await expect(atlas.dialog).toBeVisible();
      await allWithinReach(page, '[role=dialog]');
      await page.keyboard.press('Escape');
      await expect(atlas.dialog).toHaveCount(0);
      for (const name of [words.header.share, words.header.takeAway, words.header.about]) {
        await page.getByRole('button', { name, exact: true }).press('Enter');
        await expect(atlas.dialog).toBeVisible();
        await allWithinReach(page, 'dialog');
        await page.keyboard.press('Escape');
        await expect(atlas.dialog).toHaveCount(0);
      }
    };
    await test.step('letters', async () => {
      await letters('200%');
      await look();
      await letters('100%');
    });
    await test.step('screen', async () => {
      // What 1440 × 900 is at 200 %, and 1280 × 2560 at 400 %.
      await page.setViewportSize(
        isNarrow ? { width: 320, height: 640 } : { width: 720, height: 450 },
      );
      await look();
    });

    await test.step('a notch, and a bar at the foot', async () => {
      const browser = await page.context().newCDPSession(page);
      const insets = isNarrow
        ? { left: 0, right: 0, top: 40, bottom: 34 }
        : { left: 44, right: 44, top: 0, bottom: 21 };
      await browser.send('Emulation.setSafeAreaInsetsOverride', { insets });
      const { left, right, top, bottom } = insets;
      const outside = async () =>
        page.evaluate(
          ([left, right, top, bottom]) =>
            [...document.querySelectorAll('main :is(button, input)')]
              .filter((control) => control.closest('.skip, .sheet, [role=list]') === null)
              .filter((control) => {
                const box = control.getBoundingClientRect();
                const isInRow = control.closest('[role=group], ul') !== null;
                return (
                  box.left < left ||
                  (!isInRow && box.right > innerWidth - right) ||
                  box.top < top ||
                  box.bottom > innerHeight - bottom
                );
              })
              .map((control) => control.getAttribute('aria-label') ?? control.textContent.trim()),
          [left, right, top, bottom] as const,
        );
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('main *')) row.scrollTo(0, 0);
      });
      await expect.poll(outside).toEqual([]);
      // The article and the list end above the bar, in a sheet that scrolls too.
      await page.locator(pane).evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
      const end = await page.locator('.content').boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(height - bottom + 0.5);
    });
  },
);
