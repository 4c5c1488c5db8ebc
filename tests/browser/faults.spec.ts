import { gunzipSync, gzipSync } from 'node:zlib';
import path from 'node:path';
import type { Page, Route } from '@playwright/test';
import { MANIFEST_FORMAT } from '../../src/dossier/manifest.ts';
import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import kk from '../../src/i18n/messages/kk.json' with { type: 'json' };
import ru from '../../src/i18n/messages/ru.json' with { type: 'json' };
import uz from '../../src/i18n/messages/uz.json' with { type: 'json' };
import type { PublishedFiles } from '../publishedFiles.ts';
import { expect, test } from './atlas.ts';
import { axeFindsNothing } from './axe.ts';
import { ID, republish } from './republished.ts';

/** What only stands in the file of an article. */
const FRONT_MATTER = '\nlang: en\n';
const DOSSIER = `**/geodata/dossiers/${ID}`;

/** The piece of a published dossier in which these words stand. */
function pieceWith(files: PublishedFiles, words: string): { name: string; body: Buffer } {
  for (const [name, body] of files)
    if (name.endsWith('.bin') && gunzipSync(body).includes(words)) return { name, body };
  throw new Error(`No piece holds “${words}”.`);
}

/** Holds what is asked for, until what this returns is called. */
async function hold(page: Page, files: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHolding = true;
  await page.route(files, async (route) => {
    if (isHolding) held.push(route);
    else await route.continue();
  });
  return async () => {
    isHolding = false;
    for (const route of held) await route.continue();
  };
}

/** What readers of each language see of what the tests look at. */
const SEEN = {
  en: { words: en, car: 'Car production in Kostanay', energy: 'Energy' },
  uz: { words: uz, car: 'Qostanayda avtomobil ishlab chiqarish', energy: 'Energetika' },
  kk: { words: kk, car: 'Қостанайдағы автомобиль өндірісі', energy: 'Энергетика' },
  ru: { words: ru, car: 'Производство автомобилей в Костанае', energy: 'Энергетика' },
} as const;
type Tongue = keyof typeof SEEN;

async function withoutWebGL2(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value: new Proxy(Reflect.get(HTMLCanvasElement.prototype, 'getContext'), {
        apply: (getContext, canvas, args: unknown[]): unknown =>
          args[0] === 'webgl2' ? null : Reflect.apply(getContext, canvas, args),
      }),
    });
  });
}
const without = (files: string) => (page: Page) => page.route(files, (route) => route.abort());

const NO_MAP = [
  { what: 'WebGL 2', reason: 'webgl', lang: 'uz', withhold: withoutWebGL2 },
  { what: 'its worker', reason: 'worker', lang: 'kk', withhold: without('**/maplibre-gl-worker*') },
  { what: 'its program', reason: 'library', lang: 'ru', withhold: without('**/atlasMap*.js') },
] as const;

for (const { what, reason, lang, withhold } of NO_MAP)
  test(`without ${what} there is no map: in ${lang} it is said why, and the rest works`, async ({
    page,
    atlas: inEnglish,
  }) => {
    const { words, car, energy } = SEEN[lang];
    const atlas = inEnglish.in(words);
    await withhold(page);
    await page.goto(`/#lang=${lang}`);
    const status = page.getByRole('status').filter({ hasText: words.faults.noMap.title });
    await expect(status).toContainText(words.faults.noMap[reason]);
    await axeFindsNothing(page, '[role="status"]');

    await expect(atlas.map).toHaveCount(0);
    await atlas.passage('the production of cars in Kostanay').click();
    await expect(atlas.popup(car)).toContainText('the production of cars in Kostanay');
    await atlas.sector(energy).click();
    await atlas.hasFragment(/^#sector=energy&project=kostanay-cars&lang=\w+$/);
    await atlas.dialog.getByRole('button', { name: words.interface.close }).click();
    await page
      .getByRole('group', { name: words.interface.pane.label })
      .getByRole('button', { name: words.interface.pane.projects })
      .click();
    await expect(atlas.projects.getByRole('button')).toHaveCount(4);
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

test(
  'what steps by keys and the legend need is missed aloud, and the rest works',
  { tag: '@once' },
  async ({ atlas, page }) => {
    await page.route(/\/(stepping|LegendBody)-[^/]*\.js$/, (route) => route.abort());
    await atlas.open();
    await page.getByText('Legend', { exact: true }).click();
    await expect(page.getByText('This part of the atlas didn’t arrive')).toBeVisible();

    await atlas.map.focus();
    await page.keyboard.press('n');
    const notice = page.getByText('Part of the atlas’s program didn’t arrive.');
    await expect(notice).toBeVisible();
    const missed = page.locator('code');
    await expect(missed).toHaveText(['stepping']);
    await atlas.passage('the production of cars in Kostanay').click();
    await expect(atlas.popup('Car production')).toBeVisible();

    // Asked for again, it is told no second time; arrived, it works. Some browsers ask for what
    // failed only once a page.
    await atlas.map.focus();
    await page.keyboard.press('n');
    await expect(notice).toHaveCount(1);
    await page.unroute(/\/(stepping|LegendBody)-[^/]*\.js$/);
    await page.reload();
    await atlas.drawn();
    await atlas.map.focus();
    await page.keyboard.press('n');
    await expect(page.getByText(/, 1 of \d+$/)).toBeAttached();
    await expect(notice).toHaveCount(0);
  },
);

test('while the GPU is lost it is said, and then the map is drawn anew, just as it was', async ({
  page,
  atlas: inEnglish,
}) => {
  const { words, energy } = SEEN.kk;
  const atlas = inEnglish.in(words);
  const camera = '#map=6/39.815/66.535&theme=light&lang=kk';
  await atlas.open(camera);
  const plain = await atlas.stillMap();
  const mark = await atlas.middle(20);
  // The frame's lower edge, left of the mark: no town's name has room there.
  const edge = { x: mark.x - 35, y: mark.y + 86, width: 45, height: 12 };
  await atlas.follow(`${camera}&frame=65.8/39.2/75/43&project=samarkand-thermal-power-plant`);
  // What judges the frame, and its outline, arrive later than the map.
  await expect(atlas.sector(energy)).toContainText('1');
  await expect
    .poll(async () => Math.min(...(await atlas.changeSince(plain, [mark, edge])).parts))
    .toBeGreaterThan(0.1);
  await expect(atlas.dialog).toContainText('the construction of');
  const before = await atlas.stillMap();
  // Once it is lost the canvas gives no extension any more.
  const extension = await atlas.map.evaluateHandle((canvas: HTMLCanvasElement) => {
    const found = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (found == null) throw new Error('This browser can’t lose its GPU.');
    return found;
  });
  await extension.evaluate((gpu) => gpu.loseContext());
  const status = page.getByRole('status').filter({ hasText: words.faults.lostMap });
  await expect(status).toBeVisible();
  await axeFindsNothing(page, 'html', ['light']);
  await extension.evaluate((gpu) => gpu.restoreContext());
  await expect(status).toHaveCount(0);
  await atlas.looksAs(before, [mark, edge]);
});

test('a basemap file that doesn’t arrive leaves the projects on a plain ground, with a notice', async ({
  atlas: inEnglish,
  page,
}) => {
  await page.route('**/basemap/**', (route) => route.fulfill({ status: 404, body: '' }));
  const { words, car } = SEEN.uz;
  const atlas = inEnglish.in(words);
  await atlas.open('#map=6/53.21/63.63&lang=uz');
  const notice = page.getByRole('status').filter({ hasText: words.faults.basemap });
  const details = notice.getByText(words.faults.basemapDetails);
  await details.click();
  await expect(notice.getByText('countries.topo.json')).toBeVisible();
  await expect(notice.getByText('(holat kodi: 404)').first()).toBeVisible();
  await axeFindsNothing(page, '[role="status"]');
  // Folded, it leaves the map in reach, on a phone too.
  await details.click();
  await atlas.clickMapCentre();
  await expect(atlas.popup(car)).toBeVisible();
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
  const notice = page.getByRole('status').filter({ hasText: en.faults.mishap.changed });
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
    const { name, body } = pieceWith(files, FRONT_MATTER);
    const changed = gunzipSync(body)
      .toString('utf8')
      .replace('cars in Kostanay', 'cars in Kustanai');
    await page.route(`${DOSSIER}/${name}`, (route) => route.fulfill({ body: gzipSync(changed) }));
    await page.goto('/#project=kostanay-cars');
    const notice = page.getByRole('status').filter({ hasText: en.faults.mishap.changed });
    await notice.getByText('What is wrong').click();
    await expect(notice).toContainText('as it was published');
    await expect(atlas.dialog).toHaveCount(0);
    await expect(page.getByText('Kustanai')).toHaveCount(0);
  },
);

const WEB_PAGE = { body: '<!doctype html>\n<title>Lost</title>', contentType: 'text/html' };
const INDEX = '**/geodata/dossiers/index.json';
const MANIFEST = `${DOSSIER}/manifest.json`;

/** What is sent in place of a file, or of what is published of it. */
type Sent = Parameters<Route['fulfill']>[0];
interface Broken {
  readonly what: string;
  readonly file: string;
  readonly sent: Sent | ((published: string) => Sent);
  readonly mishap: keyof (typeof en)['faults']['mishap'];
  readonly found: string;
  readonly lang: Tongue;
  readonly colours: 'light' | 'dark';
}
const BROKEN: readonly Broken[] = [
  {
    what: 'that isn’t there',
    file: MANIFEST,
    sent: { status: 404, body: '' },
    mishap: 'missing',
    found: '404',
    lang: 'ru',
    colours: 'light',
  },
  {
    what: 'in whose list’s place a web page comes',
    file: INDEX,
    sent: WEB_PAGE,
    mishap: 'page',
    found: '<!doctype html>',
    lang: 'uz',
    colours: 'dark',
  },
  {
    what: 'that is cut short',
    file: MANIFEST,
    sent: (published) => ({ body: published.slice(0, published.length / 2) }),
    mishap: 'changed',
    found: 'JSON',
    lang: 'kk',
    colours: 'light',
  },
  {
    what: 'of a newer version',
    file: MANIFEST,
    sent: (published) => ({ json: { ...JSON.parse(published), format: MANIFEST_FORMAT + 1 } }),
    mishap: 'newer',
    found: `${MANIFEST_FORMAT + 1}`,
    lang: 'ru',
    colours: 'dark',
  },
];

for (const { what, file, sent, mishap, found, lang, colours } of BROKEN)
  test(
    `a dossier ${what} says so, in ${lang}`,
    { tag: '@once' },
    async ({ page, atlas: inEnglish }) => {
      const { faults } = SEEN[lang].words;
      await page.route(file, async (route) => {
        const isOfPublished = typeof sent === 'function';
        await route.fulfill(isOfPublished ? sent(await (await route.fetch()).text()) : sent);
      });
      await page.emulateMedia({ colorScheme: colours });
      await page.goto(`/#lang=${lang}`);
      await expect(page.getByRole('heading', { name: faults.cannotOpen })).toBeVisible();
      await expect(page.getByText(faults.mishap[mishap])).toBeVisible();
      await page.getByText(faults.details).click();
      const technical = page.getByRole('listitem').filter({ hasText: faults.expected });
      await expect(technical).toHaveCount(1);
      await expect(technical).toContainText(`/${path.posix.basename(file)}`);
      await expect(technical).toContainText(found);
      await axeFindsNothing(page, 'html', [colours]);
      // Arrived after all, it is open after all.
      await page.unroute(file);
      await page.getByRole('button', { name: faults.reload }).click();
      const atlas = inEnglish.in(SEEN[lang].words);
      await expect(atlas.article).toBeVisible();
    },
  );

test(
  'projects in whose place a web page comes say so, in kk',
  { tag: '@once' },
  async ({ page }) => {
    const { faults } = kk;
    // Those that have a page for all they lack have it for pieces, too.
    await page.route(`${DOSSIER}/*.bin`, (route) => route.fulfill(WEB_PAGE));
    await page.goto('/#lang=kk');
    await expect(page.getByRole('heading', { name: faults.cannotOpen })).toBeVisible();
    await expect(page.getByText(faults.mishap.page)).toBeVisible();
    await page.getByText(faults.details).click();
    await expect(page.getByRole('listitem').filter({ hasText: faults.expected })).not.toHaveCount(
      0,
    );
    await axeFindsNothing(page, 'html', ['light']);
  },
);

test(
  'an article that doesn’t arrive is named, and what is left is shown',
  { tag: '@once' },
  async ({ page, atlas: inEnglish }) => {
    const { words, energy } = SEEN.kk;
    const atlas = inEnglish.in(words);
    const files = await republish(page, (content) => content);
    const { name } = pieceWith(files, FRONT_MATTER);
    await page.route(`${DOSSIER}/${name}`, (route) => route.fulfill({ status: 404, body: '' }));
    await atlas.open('#lang=kk');
    const notice = page.getByRole('status').filter({ hasText: words.faults.mishap.missing });
    await expect(notice).toContainText('2022-12-24-allied-relations');
    await expect(notice).toContainText(words.faults.shown);
    await notice.getByText(words.faults.details).click();
    await expect(notice).toContainText(name);
    await axeFindsNothing(page, '[role="status"]');
    await expect(atlas.article).toHaveCount(0);
    await expect(atlas.sector(energy)).toContainText('4');
    await expect(atlas.projects.getByRole('button').first()).toHaveText(
      words.interface.list.unsound,
    );
  },
);

test(
  'while something is on its way, that is seen',
  { tag: '@once' },
  async ({ page, atlas: inEnglish }) => {
    const { words, car } = SEEN.kk;
    const { interface: m } = words;
    const atlas = inEnglish.in(words);
    const says = (text: string) => page.getByRole('status').filter({ hasText: text });
    const manifest = await hold(page, MANIFEST);
    const map = await hold(page, '**/atlasMap*.js');
    const card = await hold(page, '**/Card-*.js');
    const list = await hold(page, '**/ProjectList-*.js');
    const dialogs = await hold(page, '**/Dialogs-*.js');
    const search = await hold(page, '**/searchEngine-*.js');
    await page.goto('/#lang=kk');
    await expect(says(m.loading)).toBeVisible();
    await manifest();
    await expect(says(m.loading)).toHaveCount(0);
    await expect(says(m.map.loading)).toBeVisible();
    await map();
    await atlas.drawn();
    await expect(says(m.map.loading)).toHaveCount(0);

    const coming = says(m.list.fetching);
    const passes = async (release: () => Promise<void>) => {
      await expect(coming).toBeVisible();
      await axeFindsNothing(page, '[role="status"]');
      await release();
      await expect(coming).toHaveCount(0);
    };
    await atlas.passage('the production of cars in Kostanay').click();
    await passes(card);
    await expect(atlas.popup(car)).toBeVisible();
    await page
      .getByRole('group', { name: m.pane.label })
      .getByRole('button', { name: m.pane.projects })
      .click();
    await passes(list);
    await expect(atlas.projects).toBeVisible();
    await page.getByRole('searchbox').fill('kostanay');
    await passes(search);
    await page.getByRole('button', { name: m.header.about }).click();
    await passes(dialogs);
    await expect(atlas.popup(words.about.title)).toBeVisible();
  },
);

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

test('clipboard denied: the link is shown, to be copied by hand', async ({
  page,
  atlas: inEnglish,
}) => {
  const { interface: m } = ru;
  const atlas = inEnglish.in(ru);
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new Error('denied')),
    });
  });
  await atlas.open('#sector=energy&project=kostanay-cars&lang=ru');
  await atlas.dialog.getByRole('button', { name: m.copyLink }).click();
  await expect(page.getByRole('status').filter({ hasText: m.copyFailed })).toBeVisible();
  await expect(page.getByRole('textbox', { name: m.copyFailed })).toHaveValue(
    atlas.sentLink('#sector=energy&project=kostanay-cars', 'ru'),
  );
  await axeFindsNothing(page, '[role="dialog"]');
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
