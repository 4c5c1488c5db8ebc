import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from './browser/chromium.ts';

/** What the README shows: `npm run screenshots` takes it anew. */
const SHOTS = [
  {
    name: 'wide-light',
    width: 1440,
    height: 900,
    link: '#project=samarkand-thermal-power-plant&theme=light',
  },
  { name: 'narrow-dark', width: 390, height: 844, link: '#sector=culture,energy&theme=dark' },
];

await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: 4177 }, logLevel: 'silent' });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_ARGS,
});
for (const { name, width, height, link } of SHOTS) {
  const page = await browser.newPage({
    viewport: { width, height },
    serviceWorkers: 'block',
  });
  await page.goto(`http://localhost:4177/${link}`);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
  await page.screenshot({ path: path.join(import.meta.dirname, 'screenshots', `${name}.png`) });
  await page.close();
}
await browser.close();
await server.close();
