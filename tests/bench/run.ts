import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from '../browser/chromium.ts';
import { buildBare } from './bare.ts';

/** How much longer than bare MapLibre the atlas may take to be ready. */
const BUDGET = 1.15;
const PAIRS = 9;
const ROOT = path.join(import.meta.dirname, '../..');
const BARE = path.join(ROOT, '.cache/bench/bare');
const PORTS = { atlas: 4175, bare: 4176 };
/**
 * Without a GPU, compositing pages on an emulated one stops all frames for about a second, some
 * time after navigation and whatever the page does: chance would decide, not the pages.
 */
const BENCH_ARGS = [...CHROMIUM_ARGS, '--disable-gpu-compositing'];
type Contestant = keyof typeof PORTS;

/** Milliseconds from navigation to the mark `atlas:ready`, in a browser context of its own. */
async function timeToReady(browser: Browser, contestant: Contestant): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`http://localhost:${PORTS[contestant]}/`);
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('atlas:ready')[0]?.startTime,
  );
  const time = await mark.jsonValue();
  await context.close();
  if (time === undefined) throw new Error('The page was never ready.');
  return time;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('Nothing was measured.');
  return middle;
}

console.info('Building the atlas and bare MapLibre …');
await build({ logLevel: 'silent' });
await buildBare(BARE);
const servers = [
  await preview({ preview: { port: PORTS.atlas }, logLevel: 'silent' }),
  await preview({
    configFile: false,
    root: ROOT,
    build: { outDir: BARE },
    preview: { port: PORTS.bare },
    logLevel: 'silent',
  }),
];
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: BENCH_ARGS,
});

const pairs: Record<Contestant, number>[] = [];
await timeToReady(browser, 'bare'); // The first start also warms the machine's own caches.
await timeToReady(browser, 'atlas');
for (let pair = 1; pair <= PAIRS; pair++) {
  // In turn, and each first as often as the other.
  const order: Contestant[] = pair % 2 === 0 ? ['bare', 'atlas'] : ['atlas', 'bare'];
  const times = { atlas: 0, bare: 0 };
  for (const contestant of order) times[contestant] = await timeToReady(browser, contestant);
  pairs.push(times);
  console.info(`pair ${pair}: atlas ${times.atlas.toFixed()} ms, bare ${times.bare.toFixed()} ms`);
}
await browser.close();
await Promise.all(servers.map((server) => server.close()));

const ratio = median(pairs.map(({ atlas, bare }) => atlas / bare));
const report = `| 20 to 40 projects | median, ms | fastest, ms |
| --- | --- | --- |
| Cited Atlas | ${median(pairs.map(({ atlas }) => atlas)).toFixed()} | ${Math.min(...pairs.map(({ atlas }) => atlas)).toFixed()} |
| bare MapLibre, same style and data | ${median(pairs.map(({ bare }) => bare)).toFixed()} | ${Math.min(...pairs.map(({ bare }) => bare)).toFixed()} |

From navigation to \`atlas:ready\`; ${PAIRS} pairs in turn, median ratio ${ratio.toFixed(2)} (at most ${BUDGET}). ${cpus().length} cores, ${process.platform}, Node ${process.version}, software rendering.
`;
console.info(`\n${report}`);
await writeFile(path.join(import.meta.dirname, 'results.md'), report);
if (ratio > BUDGET) {
  console.error('Slower than the budget.');
  process.exitCode = 1;
}
