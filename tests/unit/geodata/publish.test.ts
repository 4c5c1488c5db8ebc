import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DOSSIERS } from '../../../geodata/check.ts';
import { earlyFiles } from '../../../geodata/earlyFiles.ts';
import { publishGeodata } from '../../../geodata/publish.ts';
import { ManifestSchema } from '../../../src/dossier/manifest.ts';
import { withFolder } from '../../folder.ts';

const ID = 'uzbekistan-kazakhstan-2022';
const ROOT = path.join(import.meta.dirname, '../../..');

/** A copy of the dossiers, with a change to the file of projects. */
async function copied(folder: string, change: (text: string) => string): Promise<string> {
  const dossiers = path.join(folder, 'dossiers');
  await cp(DOSSIERS, dossiers, { recursive: true });
  const projects = path.join(dossiers, ID, 'projects.geojson');
  await writeFile(projects, change(await readFile(projects, 'utf8')));
  return dossiers;
}

const same = (text: string) => text;
const broken = (text: string) => text.replace('"kind": "event"', '"kind": "idea"');

/** Builds a page that has nothing but the geodata. */
async function built(folder: string, dossiers: string): Promise<string> {
  const root = path.join(folder, 'page');
  const outDir = path.join(folder, 'dist');
  await mkdir(root);
  await writeFile(path.join(root, 'index.html'), '<!doctype html><title>Page</title>');
  const plugins = [publishGeodata(dossiers, path.join(folder, 'cache'))];
  await build({ root, plugins, build: { outDir }, configFile: false, logLevel: 'silent' });
  return outDir;
}

describe('a build', () => {
  it('publishes what is compiled, and tells what of it is to be fetched early', async () => {
    await withFolder(async (folder) => {
      const dist = await built(folder, await copied(folder, same));
      const page = await readFile(path.join(dist, 'index.html'), 'utf8');
      const early = [...page.matchAll(/href="\.\/([^"]+)"/g)].map(([, file = '']) => file);
      for (const file of early) expect((await readFile(path.join(dist, file))).length).not.toBe(0);
      expect(new Set(early).size).toBe(early.length);
      const published = await readdir(path.join(dist, 'geodata/dossiers', ID));
      const content = await readFile(
        path.join(dist, 'geodata/dossiers', ID, 'manifest.json'),
        'utf8',
      );
      const manifest = v.parse(ManifestSchema, JSON.parse(content));
      const { index, ids, orders, search } = manifest;
      const asked = earlyFiles(ID, manifest).map((file) => path.basename(file));
      expect(published).toEqual(expect.arrayContaining(asked));
      expect(asked).toContain(`${index.name}.bin`);
      // Not where ids lead, what is sorted by and what is searched in: few ask for these at once.
      const late = [
        ...ids,
        ...Object.values(orders).flatMap((order) => Object.values(order)),
        search,
      ];
      for (const { name } of late) {
        expect(published).toContain(`${name}.bin`);
        expect(asked).not.toContain(`${name}.bin`);
      }
      expect(
        published.filter((file) => !/^(manifest\.json|[0-9a-f]{16}\.bin)$/.test(file)),
      ).toEqual([]);
      expect(early).toContain('geodata/dossiers/index.json');
      expect(early).toContain('geodata/basemap/countries.topo.json');
    });
  });

  it('is refused where a dossier is broken, with the place of the fault', async () => {
    await withFolder(async (folder) => {
      const dossiers = await copied(folder, broken);
      await expect(built(folder, dossiers)).rejects.toThrow(
        `${ID}/projects.geojson:4 › state-visit › properties.kind: found “idea”`,
      );
    });
  });
});

describe('the check', () => {
  /** Runs it as people do. */
  const run = (folder: string) =>
    new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
      const args = ['--import', 'tsx', 'geodata/check.ts', folder];
      execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
        resolve({ code: error?.code ?? 0, stdout, stderr });
      });
    });

  it('of a sound folder tells how much there is', async () => {
    const { code, stdout, stderr } = await run(DOSSIERS);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('1 dossiers, 39 sound projects, 0 problems\n');
  });

  it('of a broken folder tells each problem, and what it couldn’t judge', async () => {
    await withFolder(async (folder) => {
      const abroad = (text: string) => broken(text).replaceAll('"KZ"', '"ZZ"');
      const { code, stdout, stderr } = await run(await copied(folder, abroad));
      expect(code).toBe(1);
      expect(stderr).toContain('projects.geojson:4 › state-visit › properties.kind: found “idea”');
      const [summary, ...unchecked] = stdout.trim().split('\n');
      expect(summary).toMatch(/^1 dossiers, 3\d sound projects, \d+ problems$/);
      expect(unchecked).toEqual([expect.stringMatching(/^not checked: \d+ × no outline of ZZ$/)]);
    });
  });
});
