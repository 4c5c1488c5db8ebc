import * as v from 'valibot';
import { describeProblem } from '../../src/dossier/problem.ts';
import {
  DossierSchema,
  FeatureSchema,
  Id,
  shapeProblems,
  Text,
  WebAddress,
} from '../../src/dossier/schema.ts';
import { KINDS, LEVELS, STATUSES, type Sector } from '../../src/dossier/types.ts';
import { iconProblems } from '../icons.ts';
import { Failure } from './failure.ts';
import { FIELDS, type Field } from './fields.ts';
import type { NamedColumns } from './row.ts';
import { wholeText } from './text.ts';

/** How a file's columns, and what stands in them, become fields of projects. */
export interface Mapping {
  readonly columns: NamedColumns;
  /** What is put in the place of a cell's text; an empty text stands for nothing. */
  readonly values: ReadonlyMap<Field, ReadonlyMap<string, string>>;
  /** What a field is where its cell is empty. */
  readonly constants: ReadonlyMap<Field, string>;
  readonly sectors: readonly Sector[];
}

export const NO_MAPPING: Mapping = {
  columns: new Map(),
  values: new Map(),
  constants: new Map(),
  sectors: [],
};

const Values = v.exactOptional(v.record(v.string(), v.string()));
const { when: When } = FeatureSchema.entries.properties.entries;

const MappingSchema = v.strictObject({
  columns: v.optional(v.record(v.picklist(FIELDS), Text), {}),
  values: v.optional(
    v.strictObject({
      kind: Values,
      sector: Values,
      status: Values,
      level: Values,
      countries: Values,
    }),
    {},
  ),
  constants: v.optional(
    v.strictObject({
      kind: v.exactOptional(v.picklist(KINDS)),
      sector: v.exactOptional(Text),
      status: v.exactOptional(v.picklist(STATUSES)),
      when: When,
      level: v.exactOptional(v.picklist(LEVELS)),
      countries: v.exactOptional(Text),
      title: v.exactOptional(Text),
      url: v.exactOptional(WebAddress),
      article: v.exactOptional(Id),
    }),
    {},
  ),
  sectors: v.optional(DossierSchema.entries.sectors),
});

/** Reads a mapping file. Throws a `Failure` with everything that is wrong with it. */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await wholeText(file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`${file}: found no JSON (${reason}); expected a mapping: { "columns": … }`);
  }
  const parsed = v.safeParse(MappingSchema, json);
  if (!parsed.success)
    throw new Failure(shapeProblems(parsed.issues, { file }).map(describeProblem).join('\n'));
  const { columns, values, constants, sectors = [] } = parsed.output;
  const [unknownIcon] = iconProblems(file, sectors);
  if (unknownIcon !== undefined) throw new Failure(describeProblem(unknownIcon));
  refuseTwins(file, sectors);
  return {
    columns: byField(columns),
    values: new Map(
      [...byField(values)].map(([field, table]) => [field, new Map(Object.entries(table))]),
    ),
    constants: byField(constants),
    sectors,
  };
}

/** The values that an object has by names of fields. */
function byField<T>(object: Readonly<Partial<Record<Field, T | undefined>>>): Map<Field, T> {
  const entries = new Map<Field, T>();
  for (const field of FIELDS) {
    const value = object[field];
    if (value !== undefined) entries.set(field, value);
  }
  return entries;
}

function refuseTwins(file: string, sectors: readonly Sector[]) {
  const ids = sectors.map(({ id }) => id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin !== undefined)
    throw new Failure(`${file} › sectors: found “${twin}” twice; expected each sector once`);
}
