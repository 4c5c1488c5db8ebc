import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { embedCode, type FrameSize } from '../../src/share/embedCode.ts';
import { expect, test } from './atlas.ts';
import { serveDist, servePage, type RunningServer } from './servers.ts';

/** A page of another site that shows the atlas in a frame, and scrolls. */
const hostOf = (frame: string) => `<!doctype html>
<html lang="en">
  <title>A newspaper</title>
  <script>
    const heard = [];
    addEventListener('message', ({ source, data }) => {
      if (source === document.querySelector('iframe').contentWindow) heard.push(data);
    });
  </script>
  <body style="margin: 0">
    <p>An article</p>
    ${frame}
    <p style="height: 3000px">More of the article</p>
  </body>
</html>`;

class EmbeddedAtlas {
  readonly inside: FrameLocator;
  readonly map: Locator;
  readonly sectors: Locator;
  readonly full: Locator;

  constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {
    this.inside = page.frameLocator('iframe');
    this.map = this.inside.getByRole('region', { name: 'Map', exact: true });
    this.sectors = this.inside.getByRole('group', { name: 'Sector' });
    this.full = this.inside.getByRole('link', { name: /^Full atlas/ });
  }

  popup(name: string): Locator {
    return this.inside.getByRole('dialog', { name });
  }

  sector(name: string): Locator {
    return this.sectors.getByRole('button', { name });
  }

  /** The middle of what is seen of the map, below the filter; in the page around. */
  async mapCentre(): Promise<{ x: number; y: number }> {
    const map = await this.map.boundingBox();
    const filter = await this.sectors.locator('..').boundingBox();
    if (map === null || filter === null) throw new Error('The map or the filter has no size.');
    const top = filter.y + filter.height + 8;
    return { x: map.x + map.width / 2, y: (top + map.y + map.height) / 2 };
  }

  /** What the page around has been told so far. */
  heard(): Promise<Record<string, unknown>[]> {
    return this.page.evaluate<Record<string, unknown>[]>('heard');
  }

  async lastHeard(): Promise<unknown> {
    return (await this.heard()).at(-1)?.['fragment'];
  }

  /** Sends a message from the page around. */
  send(message: unknown): Promise<void> {
    return this.page.evaluate((message) => window.frames[0]?.postMessage(message, '*'), message);
  }

  show(fragment: unknown): Promise<void> {
    return this.send({ type: 'cited-atlas:show', fragment });
  }
}

let host: RunningServer | null = null;
test.afterEach(() => host?.close());

/** Opens a page of another site with this HTML, and waits for the atlas in its frame. */
async function openHost(page: Page, frame: string): Promise<EmbeddedAtlas> {
  host = await servePage(hostOf(frame));
  // Another name of the machine is another site.
  await page.goto(`http://127.0.0.1:${host.port}/`);
  const element = await page.locator('iframe').first().elementHandle();
  const content = await element.contentFrame();
  if (!content) throw new Error('The page has no frame.');
  await content.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
  return new EmbeddedAtlas(page, content);
}

const MEDIUM: FrameSize = { width: 600, height: 400 };
const SMALLEST: FrameSize = { width: 320, height: 240 };

const codeOf = (baseURL: string | undefined, link: string, size = MEDIUM) =>
  embedCode(`${baseURL ?? ''}/${link}`, 'The visit on a map', size);

test('in a sandboxed frame of another site the map is drawn, filtered and opened', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#map=5/53.21/63.63&embed'));
  await expect(atlas.inside.getByRole('region', { name: 'Article' })).toHaveCount(0);
  await atlas.sector('Automotive').click();
  await expect(atlas.sector('Automotive')).toHaveAttribute('aria-pressed', 'true');
  const { x, y } = await atlas.mapCentre();
  await page.mouse.click(x, y);
  const popup = atlas.popup('Car production in Kostanay');
  await expect(popup).toContainText('“the production of cars in Kostanay”');
  await expect(atlas.full).toHaveAttribute(
    'href',
    /^http:\/\/localhost:\d+\/uzbekistan-kazakhstan-2022\/en\/#map=[\d./]+&sector=automotive&project=kostanay-cars$/,
  );
  await expect(atlas.full).toHaveAttribute('rel', 'noopener');
  await page.keyboard.press('Escape');
  await expect(popup).toHaveCount(0);
});

test('the full atlas opens in a tab of its own, free of the frame’s sandbox', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#project=kostanay-cars&embed'));
  const opening = page.waitForEvent('popup');
  await atlas.full.click();
  const full = await opening;
  await expect(full.getByRole('region', { name: 'Article' })).toBeVisible();
  await expect(full.getByRole('dialog', { name: 'Car production in Kostanay' })).toBeVisible();
  await full.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  expect(await full.evaluate(() => navigator.clipboard.readText())).toBe(full.url());
});

test('“Read in article” leads to the passage in the full atlas', async ({ page, baseURL }) => {
  const atlas = await openHost(page, codeOf(baseURL, '#project=kostanay-cars&embed'));
  const opening = page.waitForEvent('popup');
  await atlas.inside.getByRole('link', { name: 'Read in article' }).click();
  const full = await opening;
  await expect(
    full.getByRole('link', { name: 'the production of cars in Kostanay', exact: true }),
  ).toBeInViewport();
});

test('what the article doesn’t place is listed in the full atlas', async ({ page, baseURL }) => {
  const atlas = await openHost(
    page,
    codeOf(baseURL, '#sector=energy&status=planned&embed', SMALLEST),
  );
  const opening = page.waitForEvent('popup');
  await atlas.inside.getByRole('link', { name: 'See the list' }).click();
  const full = await opening;
  await expect(full.getByRole('list', { name: 'Not placed by the article' })).toBeVisible();
});

test('in the smallest frame a card takes all the room of the map, and can be read to its end', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#map=5/53.21/63.63&embed', SMALLEST));
  const { x, y } = await atlas.mapCentre();
  await page.mouse.click(x, y);
  const card = atlas.popup('Car production in Kostanay');
  const box = await card.boundingBox();
  const map = await atlas.map.boundingBox();
  expect(box).toEqual(map);
  await card.getByRole('button', { name: 'Copy link' }).scrollIntoViewIfNeeded();
  await expect(card.getByRole('button', { name: 'Copy link' })).toBeInViewport();
  await expect(card.getByRole('button', { name: 'Close' })).toBeInViewport();
  await expect(atlas.full).toBeInViewport();
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toHaveCount(0);
});

test('a card that a link opens is seen whole, and the link stays as it was', async ({
  page,
  baseURL,
}) => {
  const link = '#map=4.5/53/63&project=kostanay-cars';
  const atlas = await openHost(page, codeOf(baseURL, `${link}&embed`));
  const popup = atlas.popup('Car production in Kostanay');
  await expect(popup.getByRole('button', { name: 'Close' })).toBeInViewport();
  const map = await atlas.map.boundingBox();
  await expect
    .poll(async () => {
      const box = await popup.boundingBox();
      return box && map && box.y + box.height <= map.y + map.height;
    })
    .toBe(true);
  expect(await atlas.lastHeard()).toBe(link);
});

test('nothing in the smallest frame is wider than it', async ({ page, baseURL }) => {
  const atlas = await openHost(page, codeOf(baseURL, '#project=kostanay-cars&embed', SMALLEST));
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
  expect(
    await atlas.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('the page around is told what is shown, at once and after each change', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#sector=energy&embed'));
  expect((await atlas.heard())[0]).toEqual({
    type: 'cited-atlas:view',
    version: 1,
    fragment: '#sector=energy',
    description: 'Energy, 4 projects',
    count: 4,
  });
  await atlas.sector('Automotive').click();
  await expect.poll(() => atlas.lastHeard()).toBe('#sector=automotive,energy');
  await atlas.map.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => atlas.lastHeard()).toMatch(/^#map=[\d./]+&sector=automotive,energy$/);
  expect(await atlas.heard()).toHaveLength(3);
});

test('a filter or a selection leaves Back to the page around', async ({ page, baseURL }) => {
  const atlas = await openHost(page, codeOf(baseURL, '#embed'));
  const entries = await page.evaluate(() => history.length);
  await atlas.sector('Energy').click();
  await atlas.show('#project=kostanay-cars');
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('the page around can show any view, over and over', async ({ page, baseURL }) => {
  const atlas = await openHost(page, codeOf(baseURL, '#embed'));
  const popup = atlas.popup('Car production in Kostanay');
  for (const close of ['Escape', 'Escape']) {
    await atlas.show('#map=6/53.2/63.6&sector=automotive&project=kostanay-cars');
    await expect(popup).toBeVisible();
    await expect(atlas.sector('Automotive')).toHaveAttribute('aria-pressed', 'true');
    await expect
      .poll(() => atlas.lastHeard())
      .toBe('#map=6/53.2/63.6&sector=automotive&project=kostanay-cars');
    await atlas.map.focus();
    await page.keyboard.press(close);
    await expect(popup).toHaveCount(0);
  }
  await expect(atlas.full).toBeVisible();
  await atlas.show('#sector=steel');
  await expect(atlas.inside.getByRole('status').filter({ hasText: 'steel' })).toBeVisible();
});

test('the same view is shown anew after a choice was opened over it', async ({ page, baseURL }) => {
  const atlas = await openHost(page, codeOf(baseURL, '#map=9/41.265/69.216&embed'));
  const { x, y } = await atlas.mapCentre();
  await page.mouse.click(x, y);
  const choice = atlas.popup('2 projects here');
  await expect(choice).toBeVisible();
  await atlas.show('#map=9/41.265/69.216');
  await expect(choice).toHaveCount(0);
});

test('what isn’t a message for the atlas, or isn’t from the page around, is ignored', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#sector=energy&embed'));
  for (const message of [
    null,
    7,
    '#sector=culture',
    ['cited-atlas:show', '#sector=culture'],
    { type: 'cited-atlas:view', fragment: '#sector=culture' },
    { type: 'cited-atlas:show' },
    { type: 'cited-atlas:show', fragment: { href: '#sector=culture' } },
    { type: 'cited-atlas:show', fragment: 'javascript:document.title="run"' },
    { type: 'cited-atlas:show', fragment: 'https://elsewhere.example/#sector=culture' },
    { type: 'cited-atlas:show', fragment: `#sector=culture&q=${'a'.repeat(1_000_000)}` },
  ])
    await atlas.send(message);
  // Another frame of the same page, and the atlas itself, aren't the page around.
  await page.evaluate(async () => {
    const other = document.createElement('iframe');
    const sent = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    other.srcdoc = `<script>
      parent.frames[0].postMessage({ type: 'cited-atlas:show', fragment: '#sector=culture' }, '*');
      parent.postMessage('sent', '*');
    </script>`;
    document.body.append(other);
    await sent;
  });
  await atlas.frame.evaluate(() =>
    window.postMessage({ type: 'cited-atlas:show', fragment: '#sector=culture' }, '*'),
  );
  await atlas.show('#sector=automotive');
  await expect.poll(() => atlas.lastHeard()).toBe('#sector=automotive');
  expect((await atlas.heard()).map(({ fragment }) => fragment)).toEqual([
    '#sector=energy',
    '#sector=automotive',
  ]);
});

test('a link with a script in it is read like any link, and nothing of it runs', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#embed'));
  await atlas.show('#<img src=x onerror=document.title="run">&sector=<script>&sector=energy');
  await expect(
    atlas.inside.getByRole('status').filter({ hasText: 'Part of this link' }),
  ).toBeVisible();
  await expect(atlas.inside.locator('img')).toHaveCount(0);
  expect(await atlas.frame.title()).not.toBe('run');
});

test('scrolling over the frame scrolls the page around; with Ctrl it zooms the map', async ({
  page,
  baseURL,
}) => {
  const atlas = await openHost(page, codeOf(baseURL, '#map=5/44/66&embed'));
  const before = await atlas.mapCentre();
  await page.mouse.move(before.x, before.y);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  await expect(atlas.inside.getByText('Hold Ctrl while scrolling to zoom the map')).toBeAttached();
  expect(await atlas.heard()).toHaveLength(1);

  const { x, y } = await atlas.mapCentre();
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await expect.poll(() => atlas.lastHeard()).toMatch(/^#map=(5\.[1-9]|[6-9])/);
  expect(await page.evaluate(() => scrollY)).toBe(120);
});

test('where storage is denied to the frame, it works all the same', async ({ page }) => {
  const server = await serveDist('/', { 'Access-Control-Allow-Origin': '*' });
  try {
    const address = `http://localhost:${server.port}/#map=5/53.21/63.63&embed`;
    const atlas = await openHost(
      page,
      `<iframe src="${address}" title="The visit" width="600" height="400" sandbox="allow-scripts"></iframe>`,
    );
    expect(await atlas.frame.evaluate(() => origin)).toBe('null');
    await atlas.sector('Automotive').click();
    await expect.poll(() => atlas.lastHeard()).toBe('#map=5/53.21/63.63&sector=automotive');
    const { x, y } = await atlas.mapCentre();
    await page.mouse.click(x, y);
    await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
    await atlas.show('#sector=energy');
    await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
  } finally {
    server.close();
  }
});

test('without WebGL 2 the frame lists the projects', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value: new Proxy(Reflect.get(HTMLCanvasElement.prototype, 'getContext'), {
        apply: (getContext, canvas, args: unknown[]): unknown =>
          args[0] === 'webgl2' ? null : Reflect.apply(getContext, canvas, args),
      }),
    });
  });
  host = await servePage(hostOf(codeOf(baseURL, '#sector=energy&embed')));
  await page.goto(`http://127.0.0.1:${host.port}/`);
  const inside = page.frameLocator('iframe');
  const list = inside.getByRole('list', { name: 'Projects' });
  await expect(list.getByRole('button')).toHaveCount(4);
  await list.getByRole('button', { name: /Thermal power plant/ }).click();
  const card = inside.getByRole('dialog', { name: 'Thermal power plant in Samarkand region' });
  await expect(card).toBeVisible();
  await card.getByRole('button', { name: 'Close' }).click();
  await expect(card).toHaveCount(0);
});
