import path from 'node:path';
import type { LogLevel, PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { keptFile, keptPieces } from './keptFiles.ts';

const SOURCE = path.join(import.meta.dirname, '../src/offline/sw.ts');
const DIST = path.join(import.meta.dirname, '../dist');

/**
 * Builds the service worker, with a list of the files that it keeps, and the manifest by which
 * browsers install the atlas. `whole`: see `keptPieces`.
 */
export function keepOffline(whole: number): PluginOption {
  let folder = DIST;
  let logLevel: LogLevel = 'info';
  return [
    {
      name: 'kept-folder',
      configResolved(config) {
        folder = path.resolve(config.root, config.build.outDir);
        logLevel = config.logLevel ?? logLevel;
      },
    },
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'offline',
      filename: 'sw.ts',
      // Registered by the page's own code, once the map is drawn.
      injectRegister: false,
      scope: './',
      includeManifestIcons: false,
      integration: {
        beforeBuildServiceWorker({ injectManifest }) {
          // The one that the plugin adds by itself lacks what the files’ content is known by.
          injectManifest.additionalManifestEntries = [];
        },
        configureCustomSWViteBuild(config) {
          config.logLevel = logLevel;
          // What the plugin asks for by a name that Vite has given up.
          config.build = {
            ...config.build,
            rolldownOptions: {
              input: SOURCE,
              output: { entryFileNames: 'sw.mjs', codeSplitting: false },
            },
          };
        },
      },
      manifest: {
        name: 'Cited Atlas',
        short_name: 'Cited Atlas',
        description:
          'An atlas of what an article says: every mark on the map cites the sentence that put it there.',
        start_url: './',
        scope: './',
        display: 'standalone',
        // As in src/ui/base.css.
        theme_color: '#fbfaf6',
        background_color: '#fbfaf6',
        icons: [
          { src: './icon.svg', type: 'image/svg+xml', sizes: 'any' },
          { src: './icon-192.png', type: 'image/png', sizes: '192x192' },
          { src: './icon-512.png', type: 'image/png', sizes: '512x512' },
          {
            src: './icon-maskable-512.png',
            type: 'image/png',
            sizes: '512x512',
            purpose: 'maskable',
          },
        ],
      },
      injectManifest: {
        // Nobody opens it.
        globIgnores: ['*/preview.png'],
        globPatterns: ['**/*.{html,js,css,svg,png,json,geojson,webmanifest}'],
        maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
        manifestTransforms: [
          async (found) => {
            const urls = [...found.map(({ url }) => url), ...(await keptPieces(folder, whole))];
            const files = [...new Set(urls)].sort().map((url) => keptFile(folder, url));
            return { manifest: await Promise.all(files), warnings: [] };
          },
        ],
      },
    }),
  ];
}
