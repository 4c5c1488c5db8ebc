import path from 'node:path';
import { parseArgs } from 'node:util';
import { Id, sound } from '../../src/dossier/schema.ts';
import { DOSSIERS } from '../check.ts';
import { Failure } from './failure.ts';
import { FIELDS, flagOf, type Field } from './fields.ts';
import { nearestHint } from './nearest.ts';

/** What a publisher asks of an import. Paths are absolute. */
export interface Options {
  readonly file: string;
  readonly id: string;
  readonly into: string;
  readonly title: string | null;
  readonly articles: readonly string[];
  readonly map: string | null;
  readonly delimiter: string | null;
  readonly report: string | null;
  readonly columns: ReadonlyMap<Field, string>;
  readonly force: boolean;
  readonly publish: boolean;
}

/** Flags with a value: what that is. Those of the fields are theirs. */
const VALUES = new Map([
  ['id', 'the id of the dossier, as in power-plants-2022'],
  ['into', 'the folder of dossiers'],
  ['title', 'the title of the dossier'],
  ['article', 'an article’s file'],
  ['map', 'a mapping file'],
  ['delimiter', 'what divides the cells, as in ";"'],
  ['report', 'a file for the report'],
  ...FIELDS.map((field): [string, string] => [flagOf(field), `the column of ${field}`]),
]);
const SWITCHES = ['force', 'publish', 'help'];
const REPEATABLE = ['article'];

const FLAGS: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
  ...Object.fromEntries([...VALUES.keys()].map((flag) => [flag, { type: 'string' as const }])),
  ...Object.fromEntries(SWITCHES.map((flag) => [flag, { type: 'boolean' as const }])),
  help: { type: 'boolean', short: 'h' },
};

/**
 * Reads what stands after `import` on the command line; `null` where help is asked for. Relative
 * paths are below `cwd`. Throws a `Failure` for flags that aren't known and values that are missing.
 */
export function readOptions(args: readonly string[], cwd: string): Options | null {
  const { files, values, switches } = readFlags(args);
  if (switches.has('help')) return null;
  const one = (flag: string) => values.get(flag)?.[0] ?? null;
  const resolved = (file: string) => path.resolve(cwd, file);
  const optional = (flag: string) => {
    const file = one(flag);
    return file === null ? null : resolved(file);
  };

  const [file, ...more] = files;
  if (file === undefined)
    throw new Failure('import: found no file; expected a .csv, .tsv, .geojson or .geojsonl');
  if (more.length > 0)
    throw new Failure(`import: found ${files.length} files: ${files.join(', ')}; expected one`);
  const id = one('id');
  if (id === null || sound(Id, id) === undefined)
    throw new Failure(
      `--id: found ${id === null ? 'nothing' : `“${id}”`}; ` +
        'expected an id of lower-case letters, digits and hyphens for the dossier',
    );
  const into = one('into');
  const options: Options = {
    file: resolved(file),
    id,
    into: into === null ? DOSSIERS : resolved(into),
    title: one('title'),
    articles: (values.get('article') ?? []).map(resolved),
    map: optional('map'),
    delimiter: one('delimiter'),
    report: optional('report'),
    columns: new Map(
      FIELDS.flatMap((field): [Field, string][] => {
        const column = one(flagOf(field));
        return column === null ? [] : [[field, column]];
      }),
    ),
    force: switches.has('force'),
    publish: switches.has('publish'),
  };
  refuseLoss(options);
  return options;
}

/** What is read must not be lost by what is written. */
function refuseLoss({ file, map, report, articles, into, id }: Options) {
  if (report !== null && [file, map, ...articles].includes(report))
    throw new Failure(`--report: found ${report}, which is read; expected another file`);
  const folder = path.join(into, id) + path.sep;
  for (const other of [file, map, report])
    if (other?.startsWith(folder))
      throw new Failure(`${other}: found in the folder that is written; expected it elsewhere`);
}

function readFlags(args: readonly string[]) {
  const flags = [...VALUES.keys(), ...SWITCHES].map((flag) => `--${flag}`);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: FLAGS,
  });
  const files: string[] = [];
  const values = new Map<string, string[]>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (SWITCHES.includes(name)) {
      if (value !== undefined) throw new Failure(`${rawName}: found “${value}”; expected no value`);
      switches.add(name);
      continue;
    }
    const expected = VALUES.get(name);
    if (expected === undefined)
      throw new Failure(
        `${rawName}: there is no such flag${nearestHint(rawName, flags)}; --help lists them all`,
      );
    if (value === undefined || value === '' || (!inlineValue && value.startsWith('--')))
      throw new Failure(`${rawName}: found ${value || 'nothing'}; expected ${expected}`);
    const before = values.get(name) ?? [];
    if (before.length > 0 && !REPEATABLE.includes(name))
      throw new Failure(`${rawName}: found twice; expected once`);
    values.set(name, [...before, value]);
  }
  return { files, values, switches };
}
