import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from './browser/chromium.ts';
import { watchFetched, type Fetched } from './fetched.ts';

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

/** All that is fetched before the mark `atlas:ready`, by the built atlas in a real browser. */
async function fetchedBeforeReady(): Promise<readonly Fetched[]> {
  const server = await preview({ preview: { port: 4174 }, logLevel: 'silent' });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: CHROMIUM_ARGS,
  });
  try {
    // What the worker fetches afterwards is another matter.
    const page = await browser.newPage({ serviceWorkers: 'block' });
    const fetched = watchFetched(page, DIST);
    await page.goto('http://localhost:4174/');
    await page.waitForFunction(() => performance.getEntriesByName('atlas:ready').length > 0);
    return await fetched();
  } finally {
    await browser.close();
    await server.close();
  }
}

const fetched = await fetchedBeforeReady();
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
if (all > ALL || own > OWN) {
  console.error('Over budget.');
  process.exitCode = 1;
}
