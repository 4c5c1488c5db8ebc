import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Problem } from '../src/dossier/problem.ts';
import type { Sector } from '../src/dossier/types.ts';

/** A folder of SVG files. */
const MAKI = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@mapbox/maki/package.json')),
  'icons',
);

/** Sectors whose icon isn't one of Maki's. */
export function iconProblems(file: string, sectors: readonly Sector[]): readonly Problem[] {
  const icons = new Set(readdirSync(MAKI).map((icon) => path.basename(icon, '.svg')));
  return sectors
    .filter(({ icon }) => !icons.has(icon))
    .map(({ id, icon }) => ({
      file,
      field: `sectors (${id}).icon`,
      found: `“${icon}”`,
      expected: 'the name of a Maki icon, https://labs.mapbox.com/maki-icons/',
    }));
}

/** An icon's outline as one SVG path, in Maki's square of 15 units. Rejects for an unknown one. */
export async function iconPath(name: string): Promise<string> {
  const svg = await readFile(path.join(MAKI, `${name}.svg`), 'utf8');
  // Line breaks are written as character references; each path begins anew at the origin.
  return [...svg.matchAll(/<path\b[^>]*\bd="([^"]+)"/g)]
    .map(([, d = '']) => `M0 0${d.replace(/(&#x[\dA-F]+;|\s)+/gi, ' ')}`)
    .join('');
}
