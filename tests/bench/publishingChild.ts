import path from 'node:path';
import { build } from 'vite';
import { QUIET } from './buildPage.ts';
import type { Published } from './publishing.ts';

/** Publishes the atlas into the folder named, with the dossiers of `DOSSIERS`, and says what it took. */
const ROOT = path.join(import.meta.dirname, '../..');

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('No folder is named to publish into.');
const start = performance.now();
await build({
  configFile: path.join(ROOT, 'vite.config.ts'),
  root: path.join(ROOT, 'src'),
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    rolldownOptions: QUIET,
  },
});
const published: Published = {
  milliseconds: performance.now() - start,
  peak: process.resourceUsage().maxRSS * 1024,
};
process.send?.(published);
