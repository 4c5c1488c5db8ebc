import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { LANGUAGES } from '../src/dossier/localized.ts';
import { languageOfFile } from '../src/offline/files.ts';
import { CHROMIUM_ARGS, findChromium } from './browser/chromium.ts';
import { bytesSent, watchFetched, type Fetched } from './fetched.ts';

const DIST = path.join(import.meta.dirname, '../dist');

/** Budgets, in bytes as sent. Fails where one is exceeded. */
const ALL = 600_000;
const OWN = 90_000;
const OWN_CODE = 'the atlas’s own code and styles';

/** What belongs to what, by the names that the build gives; the first that fits counts. */
const GROUPS = [
  { name: 'MapLibre and its worker', pattern: /maplibre/ },
  // Title, article and list: what would be data, were it not there before the script.
  { name: 'the page, as it is built', pattern: /\.html$|\/$/ },
  { name: OWN_CODE, pattern: /\.(js|css|svg)$/ },
  { name: 'data: dossier and basemap', pattern: /geodata\// },
];

function groupOf(url: string): string {
  const group = GROUPS.find(({ pattern }) => pattern.test(url));
  if (group === undefined) throw new Error(`No budget covers ${url}.`);
  return group.name;
}

const ADDRESS = 'http://localhost:4174/';

interface Measured {
  /** All that is fetched before the mark `atlas:ready`. */
  readonly fetched: readonly Fetched[];
  /** All that the service worker keeps afterwards, some of which was fetched before. */
  readonly kept: readonly Fetched[];
}

/** What the built atlas fetches in a real browser, which asks for English. */
async function measure(): Promise<Measured> {
  const server = await preview({ preview: { port: 4174 }, logLevel: 'silent' });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    // What the worker fetches afterwards is another matter.
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const watched = watchFetched(page, DIST);
    await page.goto(ADDRESS);
    await page.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
    const fetched = await watched();
    await page.close();
    return { fetched, kept: await keptBy(await browser.newPage()) };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function keptBy(page: Page): Promise<readonly Fetched[]> {
  await page.goto(ADDRESS);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const paths = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.includes(' versions '));
    const stores = await Promise.all(names.map((name) => caches.open(name)));
    const keys = await Promise.all(stores.map((store) => store.keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
  return Promise.all(paths.map(async (name) => ({ name, bytes: await bytesSent(DIST, name) })));
}

const { fetched, kept } = await measure();
const total = (files: readonly Fetched[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
const line = (name: string, bytes: number) => `${bytes.toLocaleString('en').padStart(9)}  ${name}`;

for (const { name: group } of GROUPS) {
  const files = fetched.filter(({ name }) => groupOf(name) === group);
  console.info(line(group, total(files)));
  for (const { name, bytes } of files) console.info(`  ${line(name, bytes)}`);
}
const own = total(fetched.filter(({ name }) => groupOf(name) === OWN_CODE));
const all = total(fetched);
console.info(line(`in all before atlas:ready (budget ${ALL.toLocaleString('en')})`, all));
console.info(line(`own code and styles (budget ${OWN.toLocaleString('en')})`, own));
console.info(line('kept for use without a network, once it is ready', total(kept)));
for (const language of LANGUAGES) {
  const files = kept.filter(({ name }) => languageOfFile(name.slice(1)) === language);
  if (files.length === 0) continue;
  console.info(`  ${line(`of it words and pages in “${language}”`, total(files))}`);
  for (const { name, bytes } of files) console.info(`    ${line(name, bytes)}`);
}
if (all > ALL || own > OWN) {
  console.error('Over budget.');
  process.exitCode = 1;
}
