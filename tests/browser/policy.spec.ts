// Not the fixture of the other tests, which fails for what is tried here.
import { expect, test } from '@playwright/test';

const ELSEWHERE = 'https://elsewhere.example/';

/** What none of may do anything, and the directive that stops it. */
const STOPPED = {
  'script-src-elem': `<script>document.title = 'run'</script>`,
  'script-src-attr': `<input autofocus onfocus="document.title = 'run'">`,
  'style-src-attr': `<p style="color: red">`,
  'style-src-elem': `<link rel="stylesheet" href="${ELSEWHERE}style.css">`,
  'img-src': `<img src="${ELSEWHERE}image.png" alt="">`,
  'frame-src': `<iframe src="${ELSEWHERE}"></iframe>`,
  'object-src': `<object data="${ELSEWHERE}"></object>`,
  'media-src': `<video src="${ELSEWHERE}video.mp4"></video>`,
  'base-uri': `<base href="${ELSEWHERE}">`,
  'form-action': `<form action="${ELSEWHERE}" id="form"></form>`,
};

test('what isn’t the atlas’s own neither runs nor loads', { tag: '@once' }, async ({ page }) => {
  const asked: string[] = [];
  // What is stopped never comes so far, though Chromium announces some of it as a request.
  await page.route(`${ELSEWHERE}**`, async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  await page.addInitScript(() => {
    const directives: string[] = [];
    Object.assign(globalThis, { directives });
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.push(effectiveDirective),
    );
  });
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const injected = `<body>${Object.values(STOPPED).join('')}`;
    await route.fulfill({ response, body: (await response.text()).replace('<body>', injected) });
  });
  await page.goto('./');
  // By the time the atlas stands there, all that the page holds was tried.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const tried = await page.evaluate(async (elsewhere) => {
    document.querySelector<HTMLFormElement>('#form')?.submit();
    const fetched = await fetch(elsewhere).catch(() => 'refused');
    // Later, as what a test itself has evaluated may evaluate, too.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(Reflect.apply(Reflect.get(globalThis, 'eval'), null, ['1 + 1']));
        } catch {
          resolve('refused');
        }
      });
    });
    // Who hands HTML to the page has it shown as text.
    const shown = document.createElement('p');
    shown.innerHTML = '<b>bold</b> &amp;';
    return { fetched, evaluated, shown: shown.textContent, base: document.baseURI };
  }, ELSEWHERE);
  expect(tried).toEqual({
    fetched: 'refused',
    evaluated: 'refused',
    shown: '<b>bold</b> &amp;',
    base: page.url(),
  });
  const expected = [...Object.keys(STOPPED), 'connect-src', 'require-trusted-types-for'];
  await expect
    .poll(async () => new Set(await page.evaluate<string[]>('directives')))
    .toEqual(new Set(expected));
  expect(await page.title()).not.toBe('run');
  expect(asked).toEqual([]);
});
