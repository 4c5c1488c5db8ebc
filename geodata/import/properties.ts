import { Failure } from './failure.ts';
import { FIELDS, type Field } from './fields.ts';
import { missing } from './columns.ts';
import type { ColumnUse, NamedColumns } from './row.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * The property of each field in GeoJSON: the one that is named for it, else the one that is called
 * like it. A feature needn't have all of them, so they are only known when the last was read.
 */
export class PropertyColumns {
  readonly columns: Map<Field, string>;
  readonly #file: string;
  readonly #named: NamedColumns;
  readonly #seen = new Set<string>();
  /** Fields whose named property was in no feature yet. */
  readonly #wanted: Set<Field>;

  constructor(file: string, named: NamedColumns) {
    this.#file = file;
    this.#named = named;
    this.columns = new Map(named);
    this.#wanted = new Set(named.keys());
  }

  /** Throws a `Failure` where two properties could be meant by one field. */
  learn(properties: Properties): void {
    for (const property of Object.keys(properties)) {
      if (this.#seen.has(property)) continue;
      this.#seen.add(property);
      const field = FIELDS.find((candidate) => candidate === property.toLowerCase());
      const isSpoken = [...this.#named.values()].includes(property);
      if (field === undefined || this.#named.has(field) || isSpoken) continue;
      const other = this.columns.get(field);
      if (other !== undefined)
        throw new Failure(
          `${this.#file}: found 2 properties for ${field}: “${other}”, “${property}”; expected one`,
        );
      this.columns.set(field, property);
    }
    for (const field of this.#wanted)
      if (this.value(properties, field) !== undefined) this.#wanted.delete(field);
  }

  value(properties: Properties, field: Field): unknown {
    const column = this.columns.get(field);
    return column === undefined ? undefined : valueAt(properties, column);
  }

  /** Throws a `Failure` where a property that was named isn't there in any feature. */
  use(): ColumnUse {
    for (const [field, column] of this.#named)
      if (this.#seen.size > 0 && this.#wanted.has(field))
        throw missing(this.#file, field, column, [...this.#seen], 'property');
    const roots = new Set([...this.columns.values()].flatMap((name) => [name, rootOf(name)]));
    return {
      used: this.columns,
      unused: [...this.#seen].filter((property) => !roots.has(property)),
      empty: 0,
    };
  }
}

function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

/** What stands at a name, or else at a dotted path, as in `place.name` or `citations.0.exact`. */
function valueAt(properties: Properties, path: string): unknown {
  if (Object.hasOwn(properties, path)) return properties[path];
  let value: unknown = properties;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
