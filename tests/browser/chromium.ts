import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium as playwright } from '@playwright/test';

/** WebGL 2 without a GPU, and none of Chromium's own requests, which a closed network makes noisy. */
export const CHROMIUM_ARGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium to test in: `CHROME_PATH`, an installed Chrome or Chromium, Playwright's own, or the
 * one that an npm package carries for Linux. Throws where there is none.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = [
    ...COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command))),
    ...APPLICATIONS,
    playwright.executablePath(),
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found !== undefined) return found;
  if (process.platform === 'linux' && process.arch === 'x64') return bundledChromium();
  throw new Error('Found no Chromium: set CHROME_PATH, or run “npx playwright install chromium”.');
}

/**
 * The Chromium of `@sparticuz/chromium`, which is made for Amazon's Linux: told that it runs there,
 * it also unpacks the libraries and fonts that a bare machine may lack. It reads this on import.
 */
async function bundledChromium(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
