import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** The landmarks of the atlas, by role and accessible name. */
export class AtlasPage {
  readonly map: Locator;
  readonly article: Locator;
  readonly projects: Locator;
  readonly table: Locator;
  readonly sectors: Locator;
  readonly dialog: Locator;

  constructor(readonly page: Page) {
    this.map = page.getByRole('region', { name: 'Map', exact: true });
    this.article = page.getByRole('region', { name: 'Article' });
    this.projects = page.getByRole('list', { name: 'Projects' });
    this.table = page.getByRole('table', { name: 'Projects' });
    this.sectors = page.getByRole('group', { name: 'Sector' });
    this.dialog = page.getByRole('dialog');
  }

  /** Opens a link in the page and waits for the map to be drawn. */
  async open(link = ''): Promise<void> {
    await this.page.goto(`./${link}`);
    await this.drawn();
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
      return seen.equals(earlier);
    };
    await expect.poll(isStill).toBe(true);
    return seen;
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

  /** Waits until the address bar holds what a pattern says. */
  async hasFragment(pattern: RegExp): Promise<void> {
    await expect.poll(() => this.fragment()).toMatch(pattern);
  }
}

export const test = base.extend<{ atlas: AtlasPage; policy: undefined }>({
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
  atlas: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await use(new AtlasPage(page));
    expect(errors, 'no uncaught error').toEqual([]);
  },
});

export { expect };
