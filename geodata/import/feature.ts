import * as v from 'valibot';
import type { Outlines } from '../../src/dossier/outlines.ts';
import { excerpt } from '../../src/dossier/problem.ts';
import { FeatureSchema, Id, shapeProblems, sound } from '../../src/dossier/schema.ts';
import type { Passage } from '../../src/dossier/types.ts';
import { Cells, type Refuse } from './cells.ts';
import type { Quotations } from './citing.ts';
import type { Field } from './fields.ts';
import { slug, type Ids } from './ids.ts';
import type { Mapping } from './mapping.ts';
import { whereaboutsOf, type Located } from './place.ts';
import type { Reason, Row } from './row.ts';
import type { Sectors } from './sectors.ts';

/** What a row is judged by, beside its own cells. */
export interface Surroundings {
  readonly mapping: Mapping;
  readonly ids: Ids;
  readonly sectors: Sectors;
  readonly quotations: Quotations;
  readonly outlines: Outlines;
}

/** A row as the dossier's file will have it. */
export interface Taken {
  readonly outcome: 'taken';
  readonly id: string;
  readonly aliases: readonly string[];
  readonly sector: string;
  /** The feature as a line of newline-delimited GeoJSON, without the line's end. */
  readonly json: string;
  /** `null` where its source doesn't place it. */
  readonly located: Located | null;
  readonly passage: Passage | null;
  readonly isIdMade: boolean;
  /** The id of the row's cell where that couldn't be kept as it is. */
  readonly rewrittenId: string | null;
  readonly isKindAssumed: boolean;
  /** It says how exactly it is placed, or in which country, but not where. */
  readonly hasLostPlace: boolean;
}
export type Judged = Taken | { readonly outcome: 'refused'; readonly reasons: readonly Reason[] };

const KIND = 'project';

/**
 * A row as a feature, or everything for which it can't be one. What is taken has passed the very
 * schema that the atlas opens dossiers by.
 */
export function judge(row: Row, surroundings: Surroundings): Judged {
  const { mapping, ids, sectors, quotations, outlines } = surroundings;
  const reasons: Reason[] = [];
  const refuse: Refuse = (field, found, expected) => {
    const isTold = reasons.some(
      (reason) => reason.field === field && reason.found === found && reason.expected === expected,
    );
    if (!isTold) reasons.push({ field, found, expected });
  };
  const cells = new Cells(row, mapping, refuse);

  const name = cells.text('name');
  if (name === undefined) refuse('name', 'nothing', 'the name of the project');
  const ownId = cells.text('id');
  const id = ownId === undefined ? ids.made(name ?? '', row.number) : asId(ownId);
  const aliases = cells.list('aliases');
  refuseTakenIds(ownId, id, aliases, ids, refuse);

  const kind = cells.text('kind');
  const sectorName = cells.text('sector');
  if (sectorName === undefined)
    refuse('sector', 'nothing', 'the field that the project belongs to');
  const sector = sectorName === undefined ? undefined : sectors.idOf(sectorName);
  const whereabouts = whereaboutsOf(row, cells, outlines, refuse);
  const located = typeof whereabouts === 'string' ? null : whereabouts;
  const cited = quotations.cite(cells, refuse);

  const feature = {
    type: 'Feature',
    id,
    geometry: located?.geometry ?? null,
    properties: {
      name: defined({
        en: name,
        uz: cells.text('name.uz'),
        kk: cells.text('name.kk'),
        ru: cells.text('name.ru'),
      }),
      ...(aliases.length > 0 ? { aliases } : {}),
      kind: kind ?? KIND,
      sector,
      ...defined({ status: cells.text('status'), when: cells.text('when') }),
      ...(located === null ? {} : { place: located.place }),
      citations: [cited?.citation],
    },
  };
  const shaped = v.safeParse(FeatureSchema, feature);
  if (!shaped.success) {
    const told = new Set<Field>();
    if (name === undefined) told.add('name');
    if (sector === undefined) told.add('sector');
    if (cited === null) told.add('quotation');
    for (const { field = '', found, expected } of shapeProblems(shaped.issues, { file: '' }))
      if (!told.has(fieldOf(field))) refuse(fieldOf(field), found, expected);
  }
  if (reasons.length > 0 || sector === undefined) return { outcome: 'refused', reasons };
  return {
    outcome: 'taken',
    id,
    aliases,
    sector,
    json: JSON.stringify(feature),
    located,
    passage: cited?.passage ?? null,
    isIdMade: ownId === undefined,
    rewrittenId: ownId === undefined || ownId === id ? null : ownId,
    isKindAssumed: kind === undefined,
    hasLostPlace:
      whereabouts === 'unplaced' &&
      (isFilled(row.cell('level')) || isFilled(row.cell('countries'))),
  };
}

/** An id or alias belongs to one row only: the first. */
function refuseTakenIds(
  ownId: string | undefined,
  id: string,
  aliases: readonly string[],
  ids: Ids,
  refuse: Refuse,
) {
  const judgeOwner = (field: 'id' | 'aliases', text: string, owner: number | undefined) => {
    if (owner !== undefined)
      refuse(field, excerpt(text), `an id of its own, as row ${owner} has this one`);
  };
  if (ownId !== undefined) judgeOwner('id', ownId, ids.owner(id));
  for (const alias of aliases) {
    judgeOwner('aliases', alias, ids.owner(alias));
    if (alias === id) refuse('aliases', `“${alias}”`, 'an id that it had before, not its own');
  }
}

/** The field of a row that a part of a feature is made of. */
function fieldOf(path: string): Field {
  const [, part, key] = path.split('.');
  switch (part) {
    case 'name':
      return key === 'uz' || key === 'kk' || key === 'ru' ? `name.${key}` : 'name';
    case 'aliases':
    case 'kind':
    case 'sector':
    case 'status':
    case 'when':
    case 'place':
      return part;
    case 'citations':
      return 'quotation';
    default:
      return 'id';
  }
}

/** The id as it is, or what of it an id can have: “G 1001” becomes `g-1001`. */
function asId(text: string): string {
  return sound(Id, text) ?? (slug(text, Infinity) || text);
}

function isFilled(cell: unknown): boolean {
  return typeof cell === 'string' ? cell.trim() !== '' : cell !== undefined && cell !== null;
}

function defined(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])),
  );
}
