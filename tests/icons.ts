import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './browser/chromium.ts';

/** The icons of the installed atlas, made of `icon.svg`: `npm run icons` makes them anew. */
const FOLDER = path.join(import.meta.dirname, '../src/public');
const ICONS = [
  { name: 'icon-192', size: 192, scale: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, scale: 1, ground: 'transparent' },
  // Systems cut it to a shape of theirs: what matters is within a circle of 80 % of the width.
  { name: 'icon-maskable-512', size: 512, scale: 0.7, ground: '#fbfaf6' },
];

const svg = await readFile(path.join(FOLDER, 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_ARGS,
});
for (const { name, size, scale, ground } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const icon = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin: 0; background: ${ground} center / ${100 * scale}% no-repeat url(${icon})">`,
  );
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
