import { excerpt } from '../../src/dossier/problem.ts';
import type { Field } from './fields.ts';
import type { Mapping } from './mapping.ts';
import type { Reason, Row } from './row.ts';

export type Refuse = (field: NonNullable<Reason['field']>, found: string, expected: string) => void;

/** The texts of a row: its cells through the mapping's values, else the mapping's constants. */
export class Cells {
  readonly #row: Row;
  readonly #mapping: Mapping;
  readonly #refuse: Refuse;

  constructor(row: Row, mapping: Mapping, refuse: Refuse) {
    this.#row = row;
    this.#mapping = mapping;
    this.#refuse = refuse;
  }

  /** `undefined` where there is nothing. */
  text(field: Field): string | undefined {
    const cell = this.verbatim(field)?.trim() ?? '';
    return this.#mapped(field, cell) || this.#mapping.constants.get(field);
  }

  /** As it stands, with the spaces at its ends. */
  verbatim(field: Field): string | undefined {
    return this.#plain(field, this.#row.cell(field)) || undefined;
  }

  /** The items of a list, which a table divides by commas, semicolons, bars or lines. */
  list(field: Field): readonly string[] {
    const value = this.#row.cell(field);
    const items = Array.isArray(value)
      ? value.map((item: unknown) => this.#plain(field, item))
      : (this.text(field) ?? '').split(/[,;|\n]/);
    return items
      .map((item) => this.#mapped(field, item.trim()))
      .filter((item, index, all) => item !== '' && all.indexOf(item) === index);
  }

  #mapped(field: Field, text: string): string {
    return this.#mapping.values.get(field)?.get(text) ?? text;
  }

  #plain(field: Field, value: unknown): string {
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
      case 'boolean':
        return String(value);
      default:
        if (value !== undefined && value !== null) this.#refuse(field, excerpt(value), 'a text');
        return '';
    }
  }
}
