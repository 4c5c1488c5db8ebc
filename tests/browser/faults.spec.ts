import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { PublishedFiles } from '../publishedFiles.ts';
import { expect, test, type AtlasPage } from './atlas.ts';
import { ID, republish } from './republished.ts';

const DOSSIER = `**/geodata/dossiers/${ID}`;

/** The piece of a published dossier in which these words stand. */
function pieceWith(files: PublishedFiles, words: string): { name: string; body: Buffer } {
  for (const [name, body] of files)
    if (name.endsWith('.bin') && gunzipSync(body).includes(words)) return { name, body };
  throw new Error(`No piece holds “${words}”.`);
}

async function worksWithoutMap(atlas: AtlasPage, page: Page): Promise<void> {
  await expect(atlas.map).toHaveCount(0);
  await atlas.passage('the production of cars in Kostanay').click();
  await expect(atlas.popup('Car production in Kostanay')).toContainText(
    '“the production of cars in Kostanay”',
  );
  await atlas.sector('Energy').click();
  await atlas.hasFragment(/^#sector=energy&project=kostanay-cars$/);
  await atlas.dialog.getByRole('button', { name: 'Close' }).click();
  await page
    .getByRole('group', { name: 'Reading' })
    .getByRole('button', { name: /Projects/ })
    .click();
  await expect(atlas.projects.getByRole('button')).toHaveCount(4);
}

test('without WebGL 2 the rest works, beside a message that says why', async ({ atlas, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value: new Proxy(Reflect.get(HTMLCanvasElement.prototype, 'getContext'), {
        apply: (getContext, canvas, args: unknown[]): unknown =>
          args[0] === 'webgl2' ? null : Reflect.apply(getContext, canvas, args),
      }),
    });
  });
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'WebGL 2' })).toBeVisible();
  await worksWithoutMap(atlas, page);
});

test('with the map’s worker blocked the rest works, beside a message that says why', async ({
  atlas,
  page,
}) => {
  await page.route('**/maplibre-gl-worker*', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'background worker' })).toBeVisible();
  await worksWithoutMap(atlas, page);
});

test('without the map’s program the rest works, beside a message that says why', async ({
  atlas,
  page,
}) => {
  await page.route('**/atlasMap*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'didn’t arrive' })).toBeVisible();
  await worksWithoutMap(atlas, page);
});

test('a card whose program doesn’t arrive says so, and is there once it does', async ({
  atlas,
  page,
}) => {
  await page.route('**/Card-*.js', (route) => route.abort());
  await atlas.open('#project=kostanay-cars');
  const note = page.getByText('This part of the atlas didn’t arrive');
  await expect(note).toBeVisible();
  await page.unroute('**/Card-*.js');
  await page.reload();
  await expect(atlas.popup('Car production')).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('after the GPU was lost the map is drawn anew, just as it was', async ({ atlas }) => {
  const camera = '#map=6/39.815/66.535&theme=light';
  await atlas.open(camera);
  const plain = await atlas.stillMap();
  const mark = await atlas.middle(20);
  // The frame's lower edge, left of the mark: no town's name has room there.
  const edge = { x: mark.x - 35, y: mark.y + 86, width: 45, height: 12 };
  await atlas.follow(`${camera}&frame=65.8/39.2/75/43&project=samarkand-thermal-power-plant`);
  // What judges the frame, and its outline, arrive later than the map.
  await expect(atlas.sector('Energy')).toContainText('1');
  await expect
    .poll(async () => Math.min(...(await atlas.changeSince(plain, [mark, edge])).parts))
    .toBeGreaterThan(0.1);
  await expect(atlas.popup('Thermal power plant')).toContainText('“the construction of');
  const before = await atlas.stillMap();
  await atlas.map.evaluate(async (canvas: HTMLCanvasElement) => {
    const extension = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (extension == null) throw new Error('This browser can’t lose its GPU.');
    const event = (name: string) =>
      new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
    const lost = event('webglcontextlost');
    extension.loseContext();
    await lost;
    // Not before the loss is dealt with.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const restored = event('webglcontextrestored');
    extension.restoreContext();
    await restored;
  });
  await atlas.looksAs(before, [mark, edge]);
});

test('a basemap file that doesn’t arrive leaves the projects on a plain ground, with a notice', async ({
  atlas,
  page,
}) => {
  await page.route('**/basemap/**', (route) => route.fulfill({ status: 404, body: '' }));
  await atlas.open('#map=6/53.21/63.63');
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'Part of the background map didn’t arrive' });
  const details = notice.getByText('What is missing');
  await details.click();
  await expect(notice.getByText('countries.topo.json')).toBeVisible();
  await expect(notice.getByText('status 404').first()).toBeVisible();
  // Folded, it leaves the map in reach, on a phone too.
  await details.click();
  await atlas.clickMapCentre();
  await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
});

test('a broken dossier shows what is wrong, where, and whatever of it is sound', async ({
  atlas,
  page,
}) => {
  await republish(page, (content) =>
    content
      .replace('"exact": "the production of cars in', '"exact": "the production of trucks in')
      .replace('"kind": "event"', '"kind": "party"'),
  );
  await page.goto('/#pane=projects');
  const notice = page.getByRole('status').filter({ hasText: 'This dossier has 5 faults' });
  await notice.getByText('What is wrong').click();
  await expect(notice).toContainText(
    /projects\.geojson:\d+ › kostanay-cars › properties\.citations\.0\.exact/,
  );
  await expect(notice).toContainText('the nearest is “the production of cars in Kostanay”');
  await expect(notice).toContainText('properties.kind');
  await expect(atlas.projects.getByRole('button')).toHaveCount(37);
});

test('details cut short after publishing leave the article, the map and the filter', async ({
  atlas,
  page,
}) => {
  const files = await republish(page, (content) => content);
  const { name, body } = pieceWith(files, '"citations"');
  await page.route(`${DOSSIER}/${name}`, (route) =>
    route.fulfill({ body: body.subarray(0, 1000) }),
  );
  await atlas.open('#map=6/53.21/63.63');
  const notice = page.getByRole('status').filter({ hasText: 'This dossier has 1 fault' });
  await notice.getByText('What is wrong').click();
  await expect(notice).toContainText(`found: 1000 bytes`);
  await expect(atlas.article).toContainText('The most important outcome of the visit');
  await expect(atlas.sector('Energy')).toContainText('4');
  // Without its quotation nothing is shown of a project but where it is.
  await page
    .getByRole('group', { name: 'Reading' })
    .getByRole('button', { name: /Projects/ })
    .click();
  await expect(atlas.projects.getByRole('button').first()).toHaveText(
    'This project didn’t arrive; choose it to try again',
  );
  await atlas.projects.getByRole('button').first().click();
  await expect(atlas.dialog).toHaveCount(0);
});

test(
  'an article changed after publishing isn’t quoted',
  { tag: '@once' },
  async ({ atlas, page }) => {
    const files = await republish(page, (content) => content);
    const { name, body } = pieceWith(files, 'The most important outcome of the visit');
    const changed = gunzipSync(body)
      .toString('utf8')
      .replace('cars in Kostanay', 'cars in Kustanai');
    await page.route(`${DOSSIER}/${name}`, (route) => route.fulfill({ body: gzipSync(changed) }));
    await page.goto('/#project=kostanay-cars');
    const notice = page.getByRole('status').filter({ hasText: 'This dossier has 1 fault' });
    await notice.getByText('What is wrong').click();
    await expect(notice).toContainText('as it was published');
    await expect(atlas.dialog).toHaveCount(0);
    await expect(page.getByText('Kustanai')).toHaveCount(0);
  },
);

test('a dossier that isn’t there says so', { tag: '@once' }, async ({ page }) => {
  await page.route(`${DOSSIER}/manifest.json`, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This dossier can’t be opened.' })).toBeVisible();
  await expect(page.getByText(/no such file on the server/)).toBeVisible();
});

test(
  'Back leads out of a dossier that can’t be opened',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await page.route('**/geodata/dossiers/index.json', (route) =>
      route.fulfill({ json: { dossiers: ['uzbekistan-kazakhstan-2022', 'lost'] } }),
    );
    await atlas.open('#sector=energy');
    await page.evaluate(() => {
      location.hash = '#dossier=lost';
    });
    await expect(
      page.getByRole('heading', { name: 'This dossier can’t be opened.' }),
    ).toBeVisible();
    await page.goBack();
    await expect(atlas.sector('Energy')).toHaveAttribute('aria-pressed', 'true');
  },
);

test(
  'markup and scripts in a dossier are shown as text',
  { tag: '@once' },
  async ({ atlas, page }) => {
    const evil = `<img src=x onerror="document.title='run'"><script>document.title='run'</script><b>x</b>`;
    await republish(page, (content) => {
      const isJson = content.startsWith('{');
      const escaped = isJson ? JSON.stringify(evil).slice(1, -1) : evil;
      return content
        .replaceAll('Car production in Kostanay', escaped)
        .replaceAll('the production of cars in Kostanay', `${escaped} cars`)
        .replaceAll('Uzbekistan, Kazakhstan strengthen allied relations', escaped)
        .replaceAll('"en": "Kostanay"', `"en": "${escaped}"`)
        .replaceAll('Automotive', escaped)
        .replaceAll('Uzbekistan and Kazakhstan, December 2022', escaped);
    });
    await atlas.open('#project=kostanay-cars');
    await expect(atlas.popup(evil)).toContainText(`“${evil} cars”`);
    await expect(atlas.article).toContainText(`${evil} cars`);
    await expect(atlas.sectors).toContainText(evil);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(evil);
    await atlas.popup(evil).getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'About' }).click();
    await expect(atlas.popup('About this atlas')).toContainText(evil);
    await expect(page.locator('img, b')).toHaveCount(0);
    expect(await page.title()).not.toBe('run');
  },
);

test('clipboard denied: the link is shown, to be copied by hand', async ({ atlas, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new Error('denied')),
    });
  });
  await atlas.open('#sector=energy&project=kostanay-cars');
  await atlas.dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('textbox')).toHaveValue(page.url());
});

test(
  'nobody else is asked: no request leaves the atlas’s own origin',
  { tag: '@once' },
  async ({ atlas, page, baseURL }) => {
    const others: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== baseURL) others.push(request.url());
    });
    await atlas.open();
    await atlas.passage('the production of cars in Kostanay').click();
    const card = atlas.popup('Car production in Kostanay');
    // On a small screen the card stands before what else the pane has.
    await card.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'About' }).click();
    await expect(atlas.popup('About this atlas')).toBeVisible();
    expect(others).toEqual([]);
  },
);
