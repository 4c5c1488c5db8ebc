import path from 'node:path';
import { runnerImport } from 'vite';
import { compileMessages } from '../../build/messages.ts';
import { browserName } from './browser.ts';
import {
  atlasIn,
  bareMap,
  ON_THE_GROUND,
  peersWith,
  SAME_STYLE,
  type Contestant,
} from './contestants.ts';
import { firstTextDelays } from './firstText.ts';
import { judgeLarge, judgeSmall, type Row, type SmallRow } from './goals.ts';
import { measureInTurn } from './measurement.ts';
import { measureNarrowing } from './narrowingFigures.ts';
import { DEFAULT_DOSSIER, readOptions } from './options.ts';
import { buildPeers } from './peers.ts';
import { publishAtlas } from './publishing.ts';
import { aroundResults, writeResults } from './readme.ts';
import { report, type Publication } from './report.ts';
import { writeSeededDossier } from './seededDossiers.ts';
import { serve } from './server.ts';
import { readyRatios } from './smallDossier.ts';
import { megabytes, seconds, whole } from './units.ts';

/** What builds bare MapLibre's page: it has the atlas's own style, the words of which Vite compiles. */
const { module: bare } = await runnerImport<typeof import('./bare.ts')>(
  path.join(import.meta.dirname, 'bare.ts'),
  { configFile: false, plugins: [compileMessages()] },
);

/** Measures the atlas beside its peers, and fails where a goal isn't met. */
const CACHE = path.join(import.meta.dirname, '../../.cache/bench');
const FOLDER = path.join(CACHE, 'site');
const PORT = 4180;
const SITE = { url: `http://localhost:${PORT}`, folder: FOLDER };
const SMALL_VIEWPORT = { width: 1440, height: 900 };
const LARGE_VIEWPORT = { width: 1280, height: 800 };
/** To search for, a frequent one and a rare one, which all dossiers of the kind have. */
const SMALL_WORDS = ['production', 'samarkand'];
const LARGE_WORDS = ['station', 'halstona'];

const options = readOptions(process.argv.slice(2));
// Better now than after an hour.
if (options.isWhole) await aroundResults();

console.info('Building the pages of the peers …');
await buildPeers(FOLDER);
const server = await serve(FOLDER, PORT);
try {
  const publications: Publication[] = [];
  const small = options.small ? await measureSmall(publications) : null;
  const large: Row[] = [];
  for (const size of options.sizes) large.push(await measureLarge(size, publications));

  const verdicts = [...(small === null ? [] : judgeSmall(small)), ...judgeLarge(large)];
  const results = report({
    rows: small === null ? large : [small, ...large],
    verdicts,
    publications,
    browser: await browserName(),
    rounds: options.rounds,
  });
  console.info(`\n${results}\n`);
  if (options.isWhole) await writeResults(results);
  else console.info('Only a part was measured, so the results aren’t kept.');
  const missed = verdicts.filter(({ isMet }) => isMet === false);
  if (missed.length > 0) {
    console.error(`${missed.length} of ${verdicts.length} goals are missed.`);
    process.exitCode = 1;
  }
} finally {
  await server.close();
}

async function publish(
  projects: number,
  dossiers: string | null,
  publications: Publication[],
): Promise<string> {
  const name = `atlas-${projects}`;
  console.info(`${whole(projects)} · publishing …`);
  const published = await publishAtlas(path.join(FOLDER, name), dossiers);
  publications.push({ projects, ...published });
  const { milliseconds, peak } = published;
  console.info(
    `${whole(projects)} · published in ${seconds(milliseconds)}, memory at most ${megabytes(peak)}`,
  );
  return name;
}

/** Bare MapLibre with what the atlas draws at first. */
async function bareBeside(atlas: Contestant, folder: string, name: string): Promise<Contestant> {
  const bounds = await bare.buildBare(path.join(FOLDER, folder), path.join(FOLDER, atlas.path));
  return bareMap(folder, name, bounds);
}

/** The default dossier, beside MapLibre with the same style and data. */
async function measureSmall(publications: Publication[]): Promise<SmallRow> {
  const projects = DEFAULT_DOSSIER;
  const atlas = atlasIn(await publish(projects, null, publications));
  const bare = await bareBeside(atlas, `bare-${projects}`, SAME_STYLE);
  const ratios = await readyRatios(atlas, bare, SITE, SMALL_VIEWPORT);
  const firstText = await firstTextDelays(FOLDER, atlas.path, SMALL_VIEWPORT);
  const { rounds } = options;
  const label = whole(projects);
  const contestants = options.peers ? [atlas, bare] : [atlas];
  const measured = await measureInTurn(label, contestants, rounds, SITE, SMALL_VIEWPORT);
  const narrowing = await measureNarrowing(label, atlas, SMALL_WORDS, rounds, SITE, SMALL_VIEWPORT);
  return { projects, measured, narrowing, ratios, firstText };
}

/** A seeded dossier of so many projects, beside peers with the same points. */
async function measureLarge(projects: number, publications: Publication[]): Promise<Row> {
  console.info(`${whole(projects)} · writing the dossier …`);
  const folder = path.join(CACHE, `dossiers-${projects}`);
  const points = `points-${projects}.geojson`;
  await writeSeededDossier(projects, { folder, points: path.join(FOLDER, points) });
  const atlas = atlasIn(await publish(projects, folder, publications));
  const ground = await bareBeside(atlas, `bare-${projects}`, ON_THE_GROUND);
  const contestants = options.peers ? [atlas, ...peersWith(points), ground] : [atlas];
  const { rounds } = options;
  const label = whole(projects);
  const measured = await measureInTurn(label, contestants, rounds, SITE, LARGE_VIEWPORT);
  const narrowing = await measureNarrowing(label, atlas, LARGE_WORDS, rounds, SITE, LARGE_VIEWPORT);
  return { projects, measured, narrowing };
}
