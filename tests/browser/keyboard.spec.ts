import type { Page } from '@playwright/test';
import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import ru from '../../src/i18n/messages/ru.json' with { type: 'json' };
import { OWN_NAMES } from '../../src/i18n/ownNames.ts';
import { expect, test, type AtlasPage } from './atlas.ts';

const { interface: words, settings, sharing, about, space, table, takeAway } = en;

/** Walks by keys alone; wherever it stops, the focus has to be seen. */
class Walk {
  constructor(
    readonly atlas: AtlasPage,
    readonly page: Page,
  ) {}

  /** Collects what polite live regions say from now on. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => {
      const live = '[role=status], [aria-live=polite]';
      const said = document.createElement('template');
      said.id = 'said';
      document.body.append(said);
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
          if (region == null || region.textContent.trim() === '') continue;
          const line = document.createElement('p');
          line.textContent = region.textContent.trim();
          said.append(line);
        }
      }).observe(document.querySelector('#atlas') ?? document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  }

  /** What was said since it was last asked for. */
  async said(): Promise<string[]> {
    return this.page.evaluate(() => {
      const lines = [...document.querySelectorAll('#said > p')];
      for (const line of lines) line.remove();
      return lines.map((line) => line.textContent);
    });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Steps on with a key until what has the focus is called so, and looks at each stop. */
  async to(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const focused = this.page.locator(':focus');
    for (let step = 0; step < 80; step++) {
      await this.page.keyboard.press(key);
      await this.seen();
      if (await focused.and(this.page.getByLabel(name)).count()) return;
      const named = ['button', 'link', 'checkbox', 'searchbox'] as const;
      for (const role of named)
        if (await focused.and(this.page.getByRole(role, { name })).count()) return;
    }
    throw new Error(`No key leads to ${String(name)}.`);
  }

  /** Expects what has the focus to show it, and to be covered by nothing. */
  async seen(): Promise<void> {
    const stop = async () =>
      this.page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return 'nothing has the focus';
        const what = `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent.trim()}`;
        const search = at.closest('[role=search]');
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        const isFramed =
          search !== null &&
          getComputedStyle(search).borderTopColor !==
            getComputedStyle(document.querySelector('header') ?? search).borderBottomColor;
        if (!isOutlined && !isFramed) return `${what}: the focus isn’t seen`;
        // The middle of the map is where a card stands, and on small screens the sheet.
        if (at instanceof HTMLCanvasElement) return 'seen';
        // A passage has several lines.
        const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
        const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return at.contains(hit) ? 'seen' : `${what}: covered by ${hit?.outerHTML.slice(0, 80)}`;
      });
    await expect.poll(stop).toBe('seen');
  }

  async focusIs(name: string | RegExp, role: 'button' | 'dialog' | 'region'): Promise<void> {
    await expect(this.page.getByRole(role, { name })).toBeFocused();
    await this.seen();
  }
}

test('the whole atlas is walked by keyboard alone', async ({ atlas, page }) => {
  test.slow();
  await atlas.open();
  const walk = new Walk(atlas, page);
  await walk.listen();

  await test.step('the map', async () => {
    await walk.to(words.skipToMap);
    await walk.press('Enter');
    await expect(atlas.map).toBeFocused();
    await walk.said();
    await walk.press('n');
    // Name, sector, place and position.
    await expect.poll(() => walk.said()).toEqual([expect.stringMatching(/.+, .+, .+, 1 of \d+$/)]);
    await walk.press('n', 'p');
    await expect.poll(() => walk.said()).toContainEqual(expect.stringMatching(/, 1 of \d+$/));
    await walk.press('Enter');
    await expect(atlas.dialog).toBeFocused();
    await walk.seen();
    await walk.press('Escape');
    await expect(atlas.dialog).toHaveCount(0);
    await expect(atlas.map).toBeFocused();
    const before = atlas.fragment();
    await walk.press('ArrowRight');
    await expect.poll(() => atlas.fragment()).not.toBe(before);
    await walk.press('?');
    await expect(atlas.popup(settings.shortcuts)).toBeVisible();
    await walk.seen();
    await walk.press('Escape');
    await expect(atlas.map).toBeFocused();
    await walk.to(words.map.locale['NavigationControl.ZoomIn']);
    await walk.press('Enter');
  });

  await test.step('filters', async () => {
    await walk.to(words.facet.title);
    await walk.press('Enter');
    await walk.focusIs(words.facet.title, 'dialog');
    await walk.to(/^Event 13$/);
    await walk.said();
    await walk.press('Space');
    await expect.poll(() => walk.said()).toEqual(['13 of 39 projects shown']);
    await walk.press('Space');
    await expect.poll(() => walk.said()).toEqual(['39 of 39 projects shown']);
    await walk.press('Escape');
    await walk.focusIs(words.facet.title, 'button');
    // All of the row, which may scroll.
    await walk.to(/^Energy 4$/);
    await walk.to(/^Diplomacy and law 14$/);
    await walk.press('Space');
    await expect.poll(() => walk.said()).toEqual(['14 of 39 projects shown']);
    await expect(page.getByRole('list', { name: words.facet.active })).toBeVisible();
    await walk.to(words.filter.clearAll);
    await walk.press('Enter');
    await walk.focusIs(words.facet.title, 'button');
    // The header stands before the map or after it.
    await walk.to(words.header.share, page.viewportSize()?.width === 390 ? 'Tab' : 'Shift+Tab');
  });

  await test.step('dialogs', async () => {
    const { share, settings: look, about: tell } = words.header;
    for (const [name, title] of [
      [share, sharing.title],
      [look, look],
      [tell, about.title],
    ] as const) {
      if (name !== share) await walk.to(name);
      await walk.press('Enter');
      await expect(atlas.popup(title)).toBeVisible();
      await walk.seen();
      await walk.press('Escape');
      await expect(atlas.dialog).toHaveCount(0);
      await walk.focusIs(name, 'button');
    }
  });

  await test.step('search, list and table', async () => {
    await walk.to(words.search.label);
    await page.keyboard.type('kostanay');
    await atlas.hasFragment(/q=kostanay/);
    await walk.to(/^Projects/);
    await walk.press('Enter');
    await expect(atlas.projects).toBeVisible();
    await walk.to(/^Car production in Kostanay/);
    await walk.press('Enter');
    await walk.focusIs('Car production in Kostanay', 'dialog');
    await walk.press('Escape');
    await walk.focusIs(/^Car production in Kostanay/, 'button');
    await walk.to(words.pane.table, 'Shift+Tab');
    await walk.press('Enter');
    await expect(atlas.table).toBeVisible();
    await walk.to(table.column.status);
    // Back below the column of names, which stays in sight.
    await walk.to(table.column.sector, 'Shift+Tab');
    await walk.said();
    await walk.press('Enter');
    await expect(
      atlas.table.getByRole('columnheader', { name: table.column.sector }),
    ).toHaveAttribute('aria-sort', 'ascending');
    await walk.to(words.search.label, 'Shift+Tab');
    await walk.press('Escape');
  });
});

test('what is shown is taken away by keys', async ({ atlas, page }) => {
  await atlas.open('#sector=energy');
  const walk = new Walk(atlas, page);
  await walk.to(words.header.takeAway);
  await walk.press('Enter');
  const dialog = atlas.popup(takeAway.title);
  await expect(dialog).toBeVisible();
  await walk.seen();
  await walk.listen();
  const save = takeAway.saveLabel.replace('{name}', takeAway.formatName.kml);
  await walk.to(save);
  const coming = page.waitForEvent('download');
  await walk.press('Enter');
  const file = (await coming).suggestedFilename();
  await expect.poll(() => walk.said()).toContain(takeAway.saved.replace('{file}', file));
  await walk.focusIs(save, 'button');
  await walk.to(takeAway.print.paper);
  await walk.press('ArrowDown');
  await expect(dialog.getByRole('combobox')).toHaveValue('letter');
  await walk.to(takeAway.print.button);
  await walk.to(words.close, 'Shift+Tab');
  for (const key of ['Enter', 'Escape']) {
    await walk.press(key);
    await expect(atlas.dialog).toHaveCount(0);
    await walk.focusIs(words.header.takeAway, 'button');
    if (key === 'Escape') continue;
    await walk.press('Enter');
    await expect(dialog).toBeVisible();
  }
});

test('the colours and the language are chosen by keys', async ({ atlas, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await atlas.open();
  const walk = new Walk(atlas, page);
  const { settings: look } = words.header;
  await walk.to(look);
  await walk.press('Enter');
  await expect(atlas.popup(look)).toBeVisible();
  await walk.to(settings.theme.system);
  for (const [key, theme, colours] of [
    ['ArrowDown', 'light', 'light'],
    ['ArrowDown', 'dark', 'dark'],
    ['ArrowDown', 'system', 'light'],
    ['ArrowUp', 'dark', 'dark'],
  ] as const) {
    await walk.press(key);
    await expect(page.getByRole('radio', { name: settings.theme[theme] })).toBeChecked();
    await expect(page.locator('html')).toHaveAttribute('data-theme', colours);
    await walk.seen();
  }
  await walk.press('Escape');
  await walk.focusIs(look, 'button');
  await walk.press('Enter');
  await walk.to(OWN_NAMES.ru);
  await walk.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await atlas.hasFragment(/^#theme=dark&lang=ru$|^#lang=ru&theme=dark$/);

  const inRussian = atlas.in(ru);
  await inRussian.drawn();
  await walk.to(ru.interface.header.settings);
  await walk.press('Enter');
  await expect(atlas.popup(ru.interface.header.settings)).toBeVisible();
  await walk.to(ru.settings.theme.dark);
  await expect(page.getByRole('radio', { name: ru.settings.theme.dark })).toBeChecked();
});

test('an area is drawn by keys, corrected, and given up', async ({ atlas, page }) => {
  test.slow();
  await atlas.open('#map=4/45/66');
  const walk = new Walk(atlas, page);
  await walk.listen();
  const cross = page.locator('.crosshair');
  const canvas = atlas.map.and(page.locator('canvas'));
  const draw = async () => {
    await walk.to(space.draw, 'Shift+Tab');
    await walk.press('Enter');
    await expect(page.getByRole('status').getByText(space.drawing)).toBeVisible();
    await expect(canvas).toBeFocused();
    await walk.seen();
    await expect(canvas).toHaveAccessibleDescription(words.map.drawingKeys);
    // Who has come by keys needs no first step to see where the first corner would be.
    await expect(cross).toHaveCSS('display', 'block');
  };
  const says = (corners: string) => expect.poll(() => walk.said()).toContain(corners);

  await walk.to(words.facet.title);
  await walk.press('Enter');
  await walk.focusIs(words.facet.title, 'dialog');

  await test.step('given up', async () => {
    await draw();
    await walk.press('Space');
    await says('1 corner');
    await walk.press('Escape');
    await walk.focusIs(words.facet.title, 'dialog');
    await expect(cross).toHaveCount(0);
    await draw();
    await walk.to(space.cancel);
    await walk.press('Enter');
    await walk.focusIs(words.facet.title, 'dialog');
    expect(atlas.fragment()).not.toContain('area=');
    await walk.press('Escape');
    await walk.focusIs(words.facet.title, 'button');
  });

  await test.step('drawn', async () => {
    await walk.press('Enter');
    await walk.focusIs(words.facet.title, 'dialog');
    await draw();
    await walk.press('Space');
    await says('1 corner');
    await atlas.pan('ArrowRight');
    await walk.press('Space');
    await says('2 corners');
    await atlas.pan('ArrowRight');
    await walk.press('Space');
    await says('3 corners');
    await walk.press('Backspace');
    await says('2 corners');
    await walk.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(space.refused['few-corners']);
    await atlas.pan('ArrowLeft', 'ArrowDown');
    await walk.press('Space');
    await says('3 corners');
    await walk.press('Enter');
    await atlas.hasFragment(/area=1D[\w-]+/);
    await expect.poll(() => walk.said()).toContainEqual(expect.stringMatching(/ of 39 projects/));
    await expect(cross).toHaveCount(0);
    await expect(canvas).toBeFocused();
    await walk.seen();
    // What clears it arrives later; by then one may have walked past.
    await expect(page.getByRole('list', { name: words.facet.active })).toBeVisible();
    await walk.to(words.filter.clearAll);
    await walk.press('Enter');
    await expect.poll(() => atlas.fragment()).not.toContain('area=');
    await walk.focusIs(words.facet.title, 'button');
  });
});

test('a dialog opened right after another was closed stays open', async ({ atlas, page }) => {
  await atlas.open();
  const { settings: look, about: tell } = words.header;
  await page.getByRole('button', { name: tell }).press('Enter');
  for (const [name, title] of [
    [look, look],
    [tell, about.title],
    [tell, about.title],
  ] as const) {
    await expect(atlas.dialog).toBeVisible();
    // Before the page is drawn again, which is long where a device has much to do.
    await atlas.dialog.evaluate(async (dialog, name) => {
      dialog.querySelector<HTMLElement>('header button')?.click();
      const { port1, port2 } = new MessageChannel();
      await new Promise<void>((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
      const buttons = [...document.querySelectorAll<HTMLElement>('main header button')];
      buttons.find(({ title }) => title === name)?.click();
      // What browsers tell of it later has been told by then.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }, name);
    await expect(atlas.popup(title)).toBeVisible();
  }
});

test('what is said of a passage pointed at, one learns by a key too', async ({ atlas }) => {
  await atlas.open();
  const passages = atlas.article.getByRole('link');
  const prefix = words.article.citedBy.replace('{names}', '');
  const named = await passages.evaluateAll((links, prefix) => {
    const names = links.map((link) => link.getAttribute('title')?.replace(prefix, '').split(', '));
    return [1, 2].map((number) => names.findIndex((some) => some?.length === number));
  }, prefix);
  for (const [several, number] of named.entries()) {
    const passage = passages.nth(number);
    const names = (await passage.getAttribute('title'))?.replace(prefix, '').split(', ') ?? [];
    await passage.press('Enter');
    await expect(atlas.dialog).toBeFocused();
    if (several === 0) await expect(atlas.popup(names[0] ?? 'no name')).toBeVisible();
    const rows = atlas.dialog.getByRole('list').getByRole('button');
    if (several === 1) await expect(rows).toContainText(names);
    await atlas.page.keyboard.press('Escape');
    await expect(passage).toBeFocused();
  }
});
