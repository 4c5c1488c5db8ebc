import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { KINDS, STATUSES } from '../../src/dossier/types.ts';
import { seededRandom } from './random.ts';
import { SECTORS } from './sectors.ts';

const SEED = 20221224;
/** Of what was added later, so that all before stays as it was. */
const WORDS_SEED = 20221225;
/** West, south, east, north: the world without the poles, which no map here draws. */
const BOUNDS = [-180, -60, 180, 75] as const;
/** Written at once; a write for each line would take longer than the lines. */
const BATCH = 1000;

const WORKS = ['Renewal', 'Opening', 'Extension', 'Survey', 'Financing', 'Planning', 'Study'];
const THINGS = ['line', 'centre', 'plant', 'laboratory', 'network', 'park', 'station', 'works'];
const SYLLABLES =
  'ka sa mar ol ti bel ru nor vi dan esh or lum pe gra wen ty zo hal qui ber sto na fi'.split(' ');

/**
 * Names of people and companies: a few are in very many quotations and most in few, as words are. With
 * towns and numbers a million projects have nearly fifty thousand words.
 */
const NAMES = 30_000;
/** Codes that ISO 3166-1 leaves to its users, but for XK: no country on the map has them. */
const COUNTRIES = Array.from('ABCDEFGHIJLMNOPQRSTUVWXYZ', (letter) => `X${letter}`);

/** Writes many features, each on a line of its own, without holding them. */
async function writeLines(
  file: string,
  count: number,
  line: (index: number) => string,
  { begin, between, end }: { begin: string; between: string; end: string },
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(begin);
  for (let from = 0; from < count; from += BATCH) {
    const lines: string[] = [];
    for (let index = from; index < Math.min(from + BATCH, count); index++) lines.push(line(index));
    const isLast = from + BATCH >= count;
    if (!stream.write(lines.join(between) + (isLast ? end : between))) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The made-up name of a number: four syllables, by which no town is called. */
function nameOf(number: number): string {
  let rest = number;
  let name = '';
  for (let syllable = 0; syllable < 4; syllable++) {
    name += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return capital(name);
}

/** Draws names as often as words are used: the nth of them 1/n times as often as the first (Zipf). */
function nameDrawer(): () => string {
  const random = seededRandom(WORDS_SEED);
  // A prime, so that they differ and neighbours in rank aren't alike.
  const spread = (rank: number) => (rank * 104_729) % SYLLABLES.length ** 4;
  return () => nameOf(spread(Math.floor(NAMES ** random())));
}

/** The made-up country of a position: strips of the world. */
function countryAt([longitude = 0]: readonly number[]): readonly string[] {
  const [west, , east] = BOUNDS;
  const place = Math.floor((COUNTRIES.length * (longitude - west)) / (east - west));
  return COUNTRIES.slice(place, place + 1);
}

/** Draws the features one after the other: the same ones, each time it is begun anew. */
function featureMaker() {
  const random = seededRandom(SEED);
  const between = (low: number, high: number) => Number((low + random() * (high - low)).toFixed(5));
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[Math.floor(random() * choices.length)];
    if (choice === undefined) throw new RangeError('There is nothing to pick from.');
    return choice;
  };
  const drawName = nameDrawer();

  return () => {
    const [west, south, east, north] = BOUNDS;
    const point = { type: 'Point', coordinates: [between(west, east), between(south, north)] };
    const sector = pick(SECTORS);
    const town = capital(pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES));
    const name = `${pick(WORKS)} of the ${sector.name.toLowerCase()} ${pick(THINGS)} of ${town}`;
    const bulletin = 1 + Math.floor(random() * 500);
    const cost = 1 + Math.floor(random() * 900);
    const project = {
      name: { en: name },
      kind: pick(KINDS),
      sector: sector.id,
      status: pick(STATUSES),
      place: { name: { en: town }, level: 'site', countries: countryAt(point.coordinates) },
      citations: [
        {
          title: `Bulletin ${bulletin}`,
          url: `https://example.org/bulletins/${bulletin}`,
          exact: `The ${name.charAt(0).toLowerCase()}${name.slice(1)} is to cost ${cost} million, as ${drawName()} and ${drawName()} of ${drawName()} said`,
        },
      ],
    };
    return { point, sector: sector.id, project };
  };
}

/**
 * Writes a dossier of so many projects into a folder, to be published instead of `geodata/dossiers`;
 * and into a file the same points for the peers, with no more than they need.
 */
export async function writeSeededDossier(
  count: number,
  { folder, points }: { folder: string; points: string },
): Promise<void> {
  const id = `bench-${count}`;
  await mkdir(path.join(folder, id), { recursive: true });
  await mkdir(path.dirname(points), { recursive: true });
  await writeFile(path.join(folder, 'index.json'), JSON.stringify({ dossiers: [id] }));
  await writeFile(
    path.join(folder, id, 'dossier.json'),
    JSON.stringify({
      title: { en: `${count.toLocaleString('en')} projects that were made up to be counted` },
      view: { bounds: BOUNDS },
      sectors: SECTORS.map(({ name, ...sector }) => ({ ...sector, name: { en: name } })),
      articles: [],
    }),
  );

  const nextProject = featureMaker();
  await writeLines(
    path.join(folder, id, 'projects.geojsonl'),
    count,
    (index) => {
      const { point: geometry, project: properties } = nextProject();
      return JSON.stringify({ type: 'Feature', id: `p${index + 1}`, geometry, properties });
    },
    { begin: '', between: '\n', end: '\n' },
  );
  const nextPoint = featureMaker();
  await writeLines(
    points,
    count,
    () => {
      const { point: geometry, sector } = nextPoint();
      return JSON.stringify({ type: 'Feature', geometry, properties: { sector } });
    },
    { begin: '{"type":"FeatureCollection","features":[\n', between: ',\n', end: '\n]}\n' },
  );
}
