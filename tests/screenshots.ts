import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from './browser/chromium.ts';

/** What the README shows, and what previews of the atlas’s links show: `npm run screenshots` takes it anew. */
const SHOTS = [
  {
    file: 'screenshots/wide-light.png',
    width: 1440,
    height: 900,
    link: '#project=samarkand-thermal-power-plant&theme=light',
  },
  {
    file: 'screenshots/narrow-dark.png',
    width: 390,
    height: 844,
    link: '#sector=culture,energy&theme=dark',
  },
  // In the size of previews of links; without the words, which would be too small to read.
  {
    file: '../geodata/dossiers/uzbekistan-kazakhstan-2022/preview.png',
    width: 1200,
    height: 630,
    link: '#embed&theme=light',
  },
];

await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: 4177 }, logLevel: 'silent' });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_ARGS,
});
for (const { file, width, height, link } of SHOTS) {
  const page = await browser.newPage({
    viewport: { width, height },
    serviceWorkers: 'block',
  });
  await page.goto(`http://localhost:4177/${link}`);
  await page.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
  await page.screenshot({ path: path.join(import.meta.dirname, file) });
  await page.close();
}
await browser.close();
await server.close();
