import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, localized } from '../../../src/dossier/localized.ts';
import { openDossier } from '../../../src/dossier/open.ts';
import type { ReadBytes } from '../../../src/dossier/piece.ts';
import type { Problem } from '../../../src/dossier/problem.ts';
import { decodeRanks, encodeRanks } from '../../../src/dossier/ranks.ts';
import { expectOrder } from '../geodata/expectOrder.ts';
import { ID, projectsOf, published } from '../published.ts';

let read: ReadBytes;
beforeAll(async () => {
  read = await published();
});

async function opened(from: ReadBytes) {
  const { dossier } = await openDossier(ID, from);
  if (dossier === null) throw new Error('It can’t be opened.');
  const problems: Problem[] = [];
  dossier.orders.onProblems = (found) => problems.push(...found);
  return { dossier, problems };
}

describe('the file of ranks', () => {
  test('gives the ranks that went into it', () => {
    const ranks = fc
      .array(fc.nat(), { maxLength: 300 })
      .map((values) => Uint32Array.from(values, (value) => value % (values.length + 1)));
    fc.assert(
      fc.property(ranks, (values) => {
        expect(decodeRanks(encodeRanks(values), values.length)).toEqual(values);
      }),
    );
    const many = Uint32Array.of(2 ** 24 + 258, ...new Uint32Array(9));
    expect(() => decodeRanks(encodeRanks(many), 10)).toThrow(/more ranks than projects/);
  });

  test('of another length is refused', () => {
    expect(() => decodeRanks(new Uint8Array(8), 3)).toThrow(/12 bytes were expected, not of 8/);
  });
});

describe('the orders of a published dossier', () => {
  test('are those of its names and places, in each language', async () => {
    const { dossier, problems } = await opened(read);
    const projects = await projectsOf(dossier);
    for (const language of LANGUAGES) {
      const names = projects.map(({ name }) => localized(name, language));
      const places = projects.map(
        ({ location }) => location && localized(location.place.name, language),
      );
      expectOrder(
        (await dossier.orders.load('name', language)) ?? new Uint32Array(),
        names,
        language,
      );
      expectOrder(
        (await dossier.orders.load('place', language)) ?? new Uint32Array(),
        places,
        language,
      );
    }
    expect(problems).toEqual([]);
  });

  test('are fetched once, when they are asked for, and then at hand', async () => {
    const files: string[] = [];
    const { dossier } = await opened((file) => {
      files.push(file);
      return read(file);
    });
    const before = files.length;
    expect(dossier.orders.peek('name', 'en')).toBeUndefined();
    const [ranks, again] = await Promise.all([
      dossier.orders.load('name', 'en'),
      dossier.orders.load('name', 'en'),
    ]);
    expect(ranks).toBe(again);
    expect(dossier.orders.peek('name', 'en')).toBe(ranks);
    expect(await dossier.orders.load('name', 'en')).toBe(ranks);
    expect(files).toHaveLength(before + 1);
  });

  test('that don’t arrive are told of once, and are had once they do', async () => {
    let isThere = true;
    const { dossier, problems } = await opened(async (file) => {
      if (!isThere) throw new Error('no answer from the server');
      return read(file);
    });
    isThere = false;
    expect(await dossier.orders.load('place', 'ru')).toBeNull();
    expect(await dossier.orders.load('place', 'ru')).toBeNull();
    expect(problems).toMatchObject([{ found: 'no answer from the server' }]);
    isThere = true;
    expect(await dossier.orders.load('place', 'ru')).toHaveLength(39);
  });
});
