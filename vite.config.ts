import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './build/contentSecurityPolicy.ts';
import { firstPages } from './build/firstPages.ts';
import { compileMessages } from './build/messages.ts';
import { siteAddress } from './build/siteAddress.ts';
import { DOSSIERS } from './geodata/check.ts';
import { keepOffline } from './geodata/keepOffline.ts';
import { WHOLE } from './geodata/keptFiles.ts';
import { publishGeodata } from './geodata/publish.ts';

/** A folder of dossiers to publish in place of those that come with the atlas. */
const dossiers = process.env['DOSSIERS'];
/** Dossiers up to so many bytes are kept whole in every browser. */
const whole = Number(process.env['KEEP_WHOLE'] ?? WHOLE);

export default defineConfig({
  root: 'src',
  // Relative addresses, so that the built folder works from any path of any server.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    compileMessages(),
    publishGeodata(dossiers && path.resolve(dossiers)),
    contentSecurityPolicy(),
    firstPages(siteAddress(process.env['SITE_URL']), dossiers ?? DOSSIERS),
    // After all that changes files.
    keepOffline(whole),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // All browsers with WebGL 2 and modules know it.
    modulePreload: { polyfill: false },
    // MapLibre alone is larger than the default; `npm run size` holds the real budget.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // MapLibre apart from the atlas's own code: it changes seldom, so it stays in caches.
            { name: 'maplibre', test: /node_modules\/maplibre-gl/ },
            // All that is needed at once in one piece, whoever else needs some of it later: it packs
            // smaller than in several.
            { name: 'atlas', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { port: 5173, strictPort: true },
  preview: { port: 4173, strictPort: true },
  test: {
    root: '.',
    include: ['tests/unit/**/*.test.ts'],
    // Properties are tried on a thousand inputs, on slow machines too.
    testTimeout: 30_000,
  },
});
