import { expect, test as base, type Locator, type Page } from '@playwright/test';
import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import { changeBetween, type Change, type Part } from './pictures.ts';
import { largestBurst, watchShifts } from './shifts.ts';

/** The words of the interface, as any language has them. */
type Words = (typeof en)['interface'];

/** The landmarks of the atlas, by role and accessible name in a language. */
export class AtlasPage {
  readonly map: Locator;
  readonly article: Locator;
  readonly projects: Locator;
  readonly table: Locator;
  readonly sectors: Locator;
  readonly dialog: Locator;

  constructor(
    readonly page: Page,
    readonly words: Words = en.interface,
  ) {
    const { map, pane, filter } = words;
    this.map = page.getByRole('region', { name: map.locale['Map.Title'], exact: true });
    this.article = page.getByRole('region', { name: pane.article });
    this.projects = page.getByRole('list', { name: pane.projects });
    this.table = page.getByRole('table', { name: pane.projects });
    this.sectors = page.getByRole('group', { name: filter.label });
    this.dialog = page.getByRole('dialog');
  }

  /** The same page, whose interface is in another language. */
  in({ interface: words }: { readonly interface: Words }): AtlasPage {
    return new AtlasPage(this.page, words);
  }

  /** Opens a link in the page and waits for the map to be drawn. */
  async open(link = ''): Promise<void> {
    await this.page.goto(`./${link}`);
    await this.drawn();
  }

  /** Follows a link in the page that is open, as one that is pasted into the address bar. */
  async follow(link: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, link);
  }

  async drawn(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
  }

  popup(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  sector(name: string): Locator {
    return this.sectors.getByRole('button', { name });
  }

  passage(words: string): Locator {
    return this.article.getByRole('link', { name: words, exact: true });
  }

  /** What is seen of the map, once it doesn't change any more. */
  async stillMap(): Promise<Buffer> {
    let seen = await this.map.screenshot();
    const isStill = async () => {
      const earlier = seen;
      seen = await this.map.screenshot();
      const { whole } = await changeBetween(this.page, earlier, seen);
      return whole < 0.0005;
    };
    await expect.poll(isStill).toBe(true);
    return seen;
  }

  /** The part of a picture of the map that reaches so far from the middle of what is seen. */
  async middle(reach: number): Promise<Part> {
    const map = await this.map.boundingBox();
    const { x, y } = await this.mapCentre();
    const size = 2 * reach;
    return {
      x: Math.round(x - (map?.x ?? 0)) - reach,
      y: Math.round(y - (map?.y ?? 0)) - reach,
      width: size,
      height: size,
    };
  }

  /**
   * Waits until the map looks as in a picture of it, and in these parts just so. Elsewhere a town's
   * name may stand at its other side: where there is room depends on what was drawn before.
   */
  async looksAs(picture: Buffer, parts: readonly Part[]): Promise<void> {
    await expect(async () => {
      const change = await this.changeSince(picture, parts);
      expect(change.whole, 'all of the map').toBeLessThan(0.02);
      for (const [number, share] of change.parts.entries())
        expect(share, `part ${number + 1}`).toBeLessThan(0.01);
    }).toPass({ timeout: 20_000 });
  }

  /** How much the map differs from a picture of it, and each of these parts. */
  async changeSince(picture: Buffer, parts: readonly Part[]): Promise<Change> {
    return changeBetween(this.page, picture, await this.map.screenshot(), parts);
  }

  /** The middle of what is seen of the map, between the filter and, on small screens, the sheet. */
  async mapCentre(): Promise<{ x: number; y: number }> {
    const map = await this.map.boundingBox();
    const filter = await this.sectors.locator('..').boundingBox();
    if (map === null || filter === null) throw new Error('The map or the filter has no size.');
    const sheets = this.page.locator('.sheet');
    const sheet = (await sheets.count()) > 0 ? await sheets.boundingBox() : null;
    const top = filter.y + filter.height + 8;
    const bottom = Math.max(sheet?.y ?? map.y + map.height, sheet === null ? 0 : map.height / 2);
    return { x: map.x + map.width / 2, y: (top + bottom) / 2 };
  }

  async clickMapCentre(): Promise<void> {
    const { x, y } = await this.mapCentre();
    await this.page.mouse.click(x, y);
  }

  /** Presses keys on the map, each once the map has come to rest. */
  async pan(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const before = this.fragment();
      await this.page.keyboard.press(key);
      await expect.poll(() => this.fragment()).not.toBe(before);
    }
  }

  /** Waits until the map has shown the results of just so many changed filters. */
  async filtered(times: number): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(() => performance.getEntriesByName('atlas:filter', 'measure').length),
      )
      .toBe(times);
  }

  fragment(): string {
    return new URL(this.page.url()).hash;
  }

  /** What is sent of a view: its link, on the page of the dossier and the language. */
  sentLink(fragment = this.fragment(), language = 'en'): string {
    return new URL(`/uzbekistan-kazakhstan-2022/${language}/${fragment}`, this.page.url()).href;
  }

  /** Waits until the address bar holds what a pattern says. */
  async hasFragment(pattern: RegExp): Promise<void> {
    await expect.poll(() => this.fragment()).toMatch(pattern);
  }
}

export const test = base.extend<{ atlas: AtlasPage; policy: undefined; stability: undefined }>({
  // Whatever a test is about: Chromium tells so of all tabs and frames, those of opaque origin too.
  policy: [
    async ({ context }, use) => {
      const violations: string[] = [];
      context.on('console', (message) => {
        const text = message.text();
        if (/Content Security Policy|Trusted(HTML|Script)/.test(text)) violations.push(text);
      });
      await use(undefined);
      expect(violations, 'nothing against the page’s policy').toEqual([]);
    },
    { auto: true },
  ],
  // A test whose page has to move says so by an annotation “moves”, with the reason.
  stability: [
    async ({ context }, use, info) => {
      const shifts = await watchShifts(context);
      await use(undefined);
      if (info.annotations.some(({ type }) => type === 'moves')) return;
      const largest = largestBurst(shifts);
      const moved = shifts.flatMap(({ moved, value }) => [value.toFixed(3), ...moved]);
      expect(largest, ['nothing moves by itself', ...moved].join('\n')).toBeLessThanOrEqual(0.02);
    },
    { auto: true },
  ],
  atlas: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await use(new AtlasPage(page));
    expect(errors, 'no uncaught error').toEqual([]);
  },
});

export { expect };
