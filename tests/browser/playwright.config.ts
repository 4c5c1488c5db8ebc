import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './chromium.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** Another one lets two checkouts be tested at once. */
const PORT = process.env['ATLAS_PORT'] ?? '4178';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    launchOptions: { executablePath: await findChromium(), args: CHROMIUM_ARGS },
    // Routes don't see what a worker fetches; offline.spec.ts allows it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'wide', use: { viewport: WIDE }, testIgnore: 'narrow.spec.ts' },
    {
      name: 'narrow',
      // Where nothing is to move, flights are left out, too.
      use: {
        viewport: NARROW,
        hasTouch: true,
        isMobile: true,
        contextOptions: { reducedMotion: 'reduce' },
      },
      testIgnore: ['explore.spec.ts', 'embed.spec.ts'],
      // What has nothing to do with the layout or with gestures is tested once: pages open slowly.
      grepInvert: /@once/,
    },
  ],
  webServer: {
    command: `npx vite preview --port ${PORT}`,
    cwd: '../..',
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
  },
});
