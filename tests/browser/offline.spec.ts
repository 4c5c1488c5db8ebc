import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import en from '../../src/i18n/messages/en.json' with { type: 'json' };
import kk from '../../src/i18n/messages/kk.json' with { type: 'json' };
import ru from '../../src/i18n/messages/ru.json' with { type: 'json' };
import { AtlasPage, expect, test } from './atlas.ts';
import { MANY } from './manyProjects.ts';
import { ID } from './republished.ts';
import { DIST, serveDist, serveFolder, servePage, type RunningServer } from './servers.ts';
import { ABOUT, buildSecondEdition, RENAMED } from './twoBuilds.ts';

test.use({ serviceWorkers: 'allow' });

/** Of which edition the server has the files. */
let served = DIST;
/** The pieces that the server was asked for since it was told to send only so many. */
let asked: string[] = [];
let sent = Infinity;
/** All that the server was asked for, by pages and workers, below the atlas's folder. */
let askedAll: string[] = [];
let secondEdition: string;
let server: RunningServer;

test.beforeAll(async () => {
  // It builds the atlas, which takes a while beside other tests.
  test.setTimeout(180_000);
  secondEdition = await buildSecondEdition();
  server = await serveFolder(
    () => served,
    '/atlas/',
    {},
    async (path) => {
      askedAll.push(path.slice('/atlas/'.length));
      if (!path.endsWith('.bin')) return;
      const number = asked.push(path);
      while (number > sent) await new Promise((resolve) => setTimeout(resolve, 20));
    },
  );
});
test.beforeEach(() => server.cut(false));
test.afterAll(async () => {
  server.close();
  await rm(path.dirname(secondEdition), { recursive: true });
});

async function visit(page: Page, atlas: AtlasPage, link = ''): Promise<void> {
  await page.goto(`http://localhost:${server.port}/atlas/${link}`);
  await atlas.drawn();
}

/** Waits until the worker has the atlas, and gives it to the page. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

async function about(page: Page, { interface: words, about } = en): Promise<Locator> {
  await page.getByRole('button', { name: words.header.about }).click();
  return page.getByRole('dialog', { name: about.title });
}

async function show(page: Page, pane: 'Projects' | 'Table'): Promise<void> {
  await page
    .getByRole('group', { name: 'Reading' })
    .getByRole('button', { name: new RegExp(pane) })
    .click();
}

/** Whether a file of any version is kept, by its address. */
function isKept(page: Page, address: string): Promise<boolean> {
  return page.evaluate(
    async (url) => (await caches.match(url, { ignoreSearch: true })) !== undefined,
    address,
  );
}

function areAllKept(page: Page, addresses: readonly string[]): Promise<boolean> {
  return page.evaluate(async (urls) => {
    const kept = await Promise.all(urls.map((url) => caches.match(url)));
    return kept.every((response) => response !== undefined);
  }, addresses);
}

/** Whether all pieces that the page has fetched are kept. */
async function areFetchedKept(page: Page): Promise<boolean> {
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  const pieces = fetched.filter((name) => name.endsWith('.bin'));
  return pieces.length > 2 && areAllKept(page, pieces);
}

/** Nothing is asked of the server any more. */
async function cut(context: BrowserContext, isCut = true): Promise<void> {
  server.cut(isCut);
  await context.setOffline(isCut);
}

test(
  'after one visit the atlas works without a network',
  { tag: '@once' },
  async ({ atlas, page, context }) => {
    served = DIST;
    await visit(page, atlas);
    await kept(page);
    await cut(context);
    await page.reload();
    await atlas.drawn();
    await expect(page.getByText('didn’t arrive')).toHaveCount(0);
    await atlas.passage('the production of cars in Kostanay').click();
    await expect(atlas.popup('Car production')).toContainText(
      '“the production of cars in Kostanay”',
    );
    await page.keyboard.press('Escape');
    await show(page, 'Table');
    await page.getByRole('searchbox').fill('samarqand');
    await expect(atlas.table.getByRole('row', { name: /Thermal power plant/ })).toBeVisible();
    await page.getByRole('button', { name: 'Take away' }).click();
    const download = page.waitForEvent('download');
    await atlas.dialog.getByRole('button', { name: 'Save GeoJSON' }).click();
    expect((await download).suggestedFilename()).toContain('.geojson');
    await page.keyboard.press('Escape');
    await expect(await about(page)).toContainText('This atlas works without a network.');
  },
);

/** The messages and pages of a language, below the atlas's folder. */
async function filesIn(language: string): Promise<string[]> {
  const sections = await readdir(path.join(DIST, 'assets', language));
  const messages = sections.map((name) => `assets/${language}/${name}`);
  return [...messages, `${ID}/${language}/index.html`].sort();
}

/** Those that the server was asked for, each once. */
function askedInAnyLanguage(): string[] {
  const files = askedAll.filter((path) => /^[^/]+\/(en|uz|kk|ru)\/[^/]+$/.test(path));
  return [...new Set(files)].sort();
}

test(
  'the language of the reader is kept, and another once it is chosen',
  { tag: '@once' },
  async ({ page, atlas, context }) => {
    test.slow();
    served = DIST;
    askedAll = [];
    await visit(page, atlas, '#lang=ru');
    await kept(page);
    // Page and worker together; more than a few sections.
    const inRussian = await filesIn('ru');
    expect(inRussian.length).toBeGreaterThan(8);
    await expect.poll(askedInAnyLanguage).toEqual(inRussian);

    await cut(context);
    await visit(page, atlas, `${ID}/ru`);
    expect(page.url()).toBe(`http://localhost:${server.port}/atlas/${ID}/ru/`);
    await expect(await about(page, ru)).toContainText(ru.offline.kept);
    await page.keyboard.press('Escape');

    // A link asks for Kazakh; it is read as far as that goes.
    await visit(page, atlas, `${ID}/kk/#sector=energy`);
    const notice = page.getByRole('status').filter({ hasText: 'Қазақша' });
    await expect(notice).toContainText('атлас не сохранён');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
    await expect(page.getByText(ru.interface.failure.part)).toHaveCount(0);
    const pressed = page
      .getByRole('group', { name: ru.interface.filter.label })
      .getByRole('button', { pressed: true });
    await expect(pressed).toHaveCount(1);

    await cut(context, false);
    await notice.getByRole('button', { name: ru.offline.again }).click();
    const inKazakh = await about(page, kk);
    await expect(inKazakh).toContainText(kk.offline.kept);
    await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
    await expect(notice).toHaveCount(0);
    expect(askedInAnyLanguage()).toEqual([...(await filesIn('kk')), ...inRussian].sort());
    await cut(context);
    await page.reload();
    await expect(await about(page, kk)).toContainText(kk.offline.kept);
  },
);

test(
  'a new version is offered, and no page mixes the files of two',
  { tag: '@once' },
  async ({ page, atlas }) => {
    served = DIST;
    await visit(page, atlas);
    await kept(page);
    const other = await page.context().newPage();
    const otherAtlas = new AtlasPage(other);
    await visit(other, otherAtlas);
    served = secondEdition;
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    const offer = page.getByRole('status').filter({ hasText: 'There is a new version' });
    await expect(offer).toBeVisible();

    // What this page fetches only now, the server hasn’t any more.
    const dialog = await about(page);
    await expect(dialog).toContainText('This atlas works without a network.');
    await expect(dialog).not.toContainText(ABOUT);
    await page.keyboard.press('Escape');
    await atlas.sector('Energy').click();
    await atlas.hasFragment(/^#sector=energy$/);

    await offer.getByRole('button', { name: 'Load it' }).click();
    await expect(offer).toHaveCount(0);
    await expect(await about(page)).toContainText(ABOUT);
    await atlas.hasFragment(/^#sector=energy$/);
    await page.keyboard.press('Escape');
    await atlas.sector('Energy').click();
    await show(page, 'Projects');
    await expect(atlas.projects).toContainText(RENAMED);

    // The other page goes on in its version, and is offered the new one, too.
    await expect(other.getByRole('status').filter({ hasText: 'new version' })).toBeVisible();
    await show(other, 'Table');
    await expect(otherAtlas.table.getByRole('row', { name: /Car production/ })).toBeVisible();
    await expect(await about(other)).not.toContainText(ABOUT);

    // Once nobody needs the old version, nothing of it is kept.
    const old = await other.evaluate(
      () => document.querySelector<HTMLScriptElement>('script[src*="/atlas-"]')?.src ?? '',
    );
    expect(await isKept(page, old)).toBe(true);
    await other.close();
    // That page may be told of as open for a moment: then the visit after the next one tidies up.
    await expect(async () => {
      await page.reload();
      await atlas.drawn();
      await expect.poll(() => isKept(page, old), { timeout: 5000 }).toBe(false);
    }).toPass();
  },
);

test(
  'of a large dossier what was opened is kept, and all of it on request',
  { tag: '@once' },
  async ({ page, atlas, context }) => {
    served = secondEdition;
    await visit(page, atlas, `#dossier=${MANY}&project=project-2`);
    await expect(atlas.popup('Project 2')).toBeVisible();
    await kept(page);
    await expect.poll(() => areFetchedKept(page)).toBe(true);

    await cut(context);
    await page.reload();
    await expect(atlas.popup('Project 2')).toContainText('“they agreed on project 2”');
    await visit(page, atlas, `#dossier=${MANY}&pane=projects`);
    await page.getByRole('searchbox').fill('crowded');
    await expect(
      page.getByRole('status').filter({ hasText: en.faults.mishap.missing }),
    ).toBeVisible();

    await cut(context, false);
    await page.reload();
    const dialog = await about(page);
    await expect(dialog).toContainText(/For all of it, [\d.]+ [kM]B are still to be fetched/);
    // Some pieces arrive, then the reader cancels, and later goes on.
    asked = [];
    sent = 0;
    await dialog.getByRole('button', { name: 'Keep offline' }).click();
    await expect(dialog.getByRole('progressbar', { name: 'Keep offline' })).toBeVisible();
    await expect(async () => {
      // What the page fetches for itself may come before.
      sent++;
      await expect(dialog).toContainText(/[1-9][\d.]* kB of [\d.]+ kB/, { timeout: 1000 });
    }).toPass();
    const arrived = asked.slice(0, sent);
    await expect.poll(() => areAllKept(page, arrived)).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toContainText('Cancelled. What was fetched is kept.');
    asked = [];
    sent = Infinity;
    await dialog.getByRole('button', { name: 'Keep offline' }).click();
    await expect(dialog).toContainText('This atlas works without a network.');
    expect(asked.filter((path) => arrived.includes(path))).toEqual([]);

    await cut(context);
    await page.reload();
    await page.getByRole('searchbox').fill('crowded');
    await expect(atlas.projects.getByRole('button').first()).toContainText('Crowded Place');
    await expect(
      page.getByRole('status').filter({ hasText: en.faults.mishap.missing }),
    ).toHaveCount(0);
  },
);

test(
  'Chromium has nothing against installing the atlas',
  { tag: '@once' },
  async ({ page, atlas, context }) => {
    served = DIST;
    await visit(page, atlas);
    await kept(page);
    const devtools = await context.newCDPSession(page);
    const { errors, url, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`http://localhost:${server.port}/atlas/manifest.webmanifest`);
    expect(data).toContain('"start_url":"./"');
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // Playwright’s pages are private ones.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  },
);

test(
  'a frame without an origin of its own keeps nothing, and says nothing of it',
  { tag: '@once' },
  async ({ page }) => {
    const logged: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') logged.push(message.text());
    });
    const site = await serveDist('/atlas/', { 'Access-Control-Allow-Origin': '*' });
    const host = await servePage(
      `<iframe sandbox="allow-scripts" width="800" height="600" src="http://localhost:${site.port}/atlas/"></iframe>`,
    );
    try {
      await page.goto(`http://localhost:${host.port}/`);
      const frame = page.frames()[1];
      await frame?.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
      await page.frameLocator('iframe').getByRole('button', { name: 'About' }).click();
      await expect(page.frameLocator('iframe').getByRole('dialog')).toContainText(
        'This browser doesn’t keep the atlas',
      );
      expect(logged).toEqual([]);
    } finally {
      site.close();
      host.close();
    }
  },
);
