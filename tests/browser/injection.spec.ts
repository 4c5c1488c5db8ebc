import type { Page } from '@playwright/test';
import ru from '../../src/i18n/messages/ru.json' with { type: 'json' };
import { AtlasPage, expect, test } from './atlas.ts';
import { projectId, serveInjected } from './injectedDossier.ts';
import { PAYLOADS } from './payloads.ts';

/** Known to the page only: tells the test what was found. */
declare function tell(what: string): Promise<void>;

/** The keys of a link, in two halves: of a link wrong in more parts only the first dozen are told. */
const KEYS = [
  ['map', 'sector', 'kind', 'country', 'status', 'when', 'place', 'q', 'frame'],
  ['area', 'sort', 'project', 'passage', 'lang', 'theme', 'pane', 'dossier'],
] as const;

/**
 * Watches a page and its frames for whatever came of a text that isn't text: an element that the
 * atlas doesn't make, a handler, an address that runs, a dialog, a request to elsewhere. Returns what was found so far.
 */
async function watch(page: Page, origin: string): Promise<() => Promise<readonly string[]>> {
  const found: string[] = [];
  // Without the page's policy, which would make text of it in the end: each component has to.
  await page.route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/<meta http-equiv="Content-Sec[^>]*>/, '');
      await route.fulfill({ response, body: html });
    },
  );
  page.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) found.push(request.url());
  });
  await page.exposeFunction('tell', (what: string) => void found.push(what));
  await page.addInitScript(() => {
    const FOREIGN =
      'script:not([src], head > [type="application/ld+json"]), img, iframe:not([sandbox]), object, embed, video, audio, source, math, base, ' +
      'form, style, template, marquee, noscript, xss, listing, meta[http-equiv=refresh], foreignObject, ' +
      'animate, set, use, b, i[style*=url]';
    const RUNS = /^[\s\p{Cc}]*(java|vb)script:|^[\s\p{Cc}]*data:text/iu;
    const judge = (element: Element) => {
      const attributes = [...element.attributes];
      const isForeign = element.matches(FOREIGN);
      const handles = attributes.some(({ name }) => name.startsWith('on'));
      const runs = attributes.some(
        ({ name, value }) => /href|src|action|data$/.test(name) && RUNS.test(value),
      );
      if (isForeign || handles || runs) void tell(element.outerHTML.slice(0, 200));
    };
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'attributes' && target instanceof Element) judge(target);
        for (const node of addedNodes)
          if (node instanceof Element) [node, ...node.querySelectorAll('*')].forEach(judge);
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ['href', 'src', 'srcdoc', 'action', 'formaction', 'data'],
    });
  });
  return async () => {
    // What was found is told before this returns.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return found;
  };
}

/** White space and what isn't seen may be shown otherwise than it is written. */
const squeezed = (text: string) => text.replace(/[\s\p{Cc}]+/gu, '');

// Hundreds of links are followed in one page: by far quicker than as many pages, but not as one.
test.slow();

/** Shows one link after the other in the page that is open, each until it is drawn. */
async function follow(page: Page, links: readonly string[]): Promise<void> {
  await page.evaluate(async (links) => {
    for (const link of links) {
      location.hash = link;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  }, links);
}

/** Opens the atlas as where there is no WebGL 2: what is drawn then is drawn quickly. */
async function goWithoutMap(page: Page, address: string): Promise<void> {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  // Another fragment alone would leave the page as it is.
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Article' })).toBeVisible();
}

test(
  'no text of a dossier runs, wherever it is shown',
  { tag: '@once' },
  async ({ atlas, page, baseURL }) => {
    const found = await watch(page, baseURL ?? '');
    await serveInjected(page);
    await atlas.open();
    const shown = await atlas.article.innerText();
    for (const payload of PAYLOADS) expect(squeezed(shown)).toContain(squeezed(payload));
    await expect(page).toHaveTitle(/<script>alert\(1\)<\/script>/);
    await page.getByText('Legend', { exact: true }).click();
    await page.getByText('What is wrong', { exact: true }).click();
    await expect(page.getByText(/^dossiers\/injected\//).nth(99)).toBeAttached();

    await follow(page, ['#map=9/38/47&project=project-1']);
    await expect(atlas.dialog).toContainText('</SCRIPT>');
    await page.getByRole('button', { name: 'Share' }).click();
    const share = atlas.popup('Share this view');
    await share.getByText('QR code', { exact: true }).click();
    await share.getByText('Embed in a page', { exact: true }).click();
    await expect(share.getByRole('textbox', { name: 'HTML' })).toHaveValue(/&lt;script&gt;/);
    await share.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'About' }).click();
    await expect(atlas.popup('About this atlas')).toContainText('<script>alert(1)</script>');
    await atlas.popup('About this atlas').getByRole('button', { name: 'Close' }).click();

    await goWithoutMap(page, './');
    // Each card, with its quotations and sources; quicker without the map.
    for (const [number, payload] of PAYLOADS.entries()) {
      await follow(page, [`#project=${projectId(number)}`]);
      await expect(atlas.dialog).toContainText(`as number ${number} of all”`);
      expect(squeezed((await atlas.dialog.textContent()) ?? '')).toContain(squeezed(payload));
    }
    // What a search finds and marks, in the article and the list.
    await follow(
      page,
      PAYLOADS.map((payload, number) => {
        const pane = number % 2 === 0 ? 'article' : 'projects';
        return `#q=${encodeURIComponent(payload)}&pane=${pane}`;
      }),
    );
    await follow(page, ['#pane=projects']);
    await expect(atlas.projects).toContainText('</textarea><img src=x onerror=alert(1)>');
    // Below a title as long as this one, a screen has no room for rows.
    await page.setViewportSize({ width: 1440, height: 4000 });
    await follow(page, ['#pane=table']);
    await expect(atlas.table.getByRole('row').nth(5)).toBeVisible();
    // Names and translations in another language.
    await page.goto('about:blank');
    await page.goto('./#lang=ru&pane=projects&project=project-2');
    const inRussian = new AtlasPage(page, ru.interface);
    await expect(inRussian.projects).toContainText('</textarea><img src=x onerror=alert(1)>');
    await expect(inRussian.dialog).toContainText(ru.interface.card.translationReviewed);
    expect(await found()).toEqual([]);
  },
);

const hundreds = 'one link after another is followed, each with other problems to tell of';

test(
  'no part of a link runs',
  { tag: '@once', annotation: { type: 'moves', description: hundreds } },
  async ({ page, baseURL }) => {
    const found = await watch(page, baseURL ?? '');
    const written = PAYLOADS.map((payload) => encodeURIComponent(payload));
    // Nothing of a link is shown by the map.
    await goWithoutMap(page, `./?${written.join('&')}`);
    const notice = page.getByRole('status').filter({ hasText: 'Part of this link' });
    for (const keys of KEYS) {
      await follow(
        page,
        PAYLOADS.map((payload, number) =>
          // As its own key, too, and as it is.
          [...keys.map((key) => `${key}=${written[number] ?? ''}`), payload].join('&'),
        ),
      );
      await expect(notice.getByRole('listitem').nth(5)).toContainText('constructor');
    }
    await follow(page, [`#embed=${written.join()}&q=${written.join()}`]);
    await expect(page.getByRole('link', { name: /^Full atlas/ })).toBeVisible();
    expect(await found()).toEqual([]);
  },
);
