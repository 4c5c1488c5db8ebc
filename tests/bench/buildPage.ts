import { build } from 'vite';

/** A build may take long here: what it spent its time on would drown what the bench says. */
export const QUIET = { checks: { pluginTimings: false } };

/** Builds a page to compare with into a folder, as one of the atlas's own would be built. */
export async function buildPage(root: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: QUIET,
    },
  });
}
