import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';

/** Files as GDAL reads them, https://gdal.org, which is what QGIS and most other programs use. */

/** Programs of the machine's, if they are there. */
function start(command: 'ogrinfo' | 'ogr2ogr', args: readonly string[]) {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 29 });
}

const VERSION = start('ogrinfo', ['--version']);

/** Why it can't be asked here; `null` where it can. */
export const NO_OGR: string | null =
  VERSION.error === undefined && VERSION.status === 0
    ? null
    : 'GDAL isn’t installed here (ogrinfo, ogr2ogr; gdal-bin in Debian): these files are read back where it is.';

const FeatureSchema = v.object({
  geometry: v.nullable(v.looseObject({ type: v.string() })),
  properties: v.record(v.string(), v.unknown()),
});
export type OgrFeature = v.InferOutput<typeof FeatureSchema>;

function run(command: 'ogrinfo' | 'ogr2ogr', ...args: readonly string[]): string {
  const { stdout, stderr, status } = start(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The features of all layers that GDAL finds in a file. */
export function readByOgr(name: string, content: string): Map<string, OgrFeature[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ogr-'));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    const layers = [
      ...run('ogrinfo', '-ro', '-q', file).matchAll(/^\d+: (.*?)(?: \([^()]*\))?$/gm),
    ];
    return new Map(
      layers.map(([, layer = '']) => [
        layer,
        run('ogr2ogr', '-f', 'GeoJSONSeq', '/vsistdout/', file, layer)
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => v.parse(FeatureSchema, JSON.parse(line))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
