import * as v from 'valibot';
import { DossierSchema, PlaceSchema, SectorSchema } from './schema.ts';

/**
 * What a dossier is published as. The manifest is the one file with a fixed name; it leads to
 * pieces, which are named by their content and so never change:
 *
 * - the index (`projectIndex.ts`), binary;
 * - the details: for each project `[line, feature]`, the feature as it stands in the source file,
 *   in lists of `details.size` as JSON, in the order of rows;
 * - the ids: where a link's id leads, by `bucketOf(id)`, as JSON `[[id or alias, row], …]`;
 * - each article's text as it stands in the source file, and the passages cited of it, as JSON
 *   `[[start, end, [row, …]], …]` in the order of the text;
 * - the lines that borders are drawn as, JSON `[[row, geometry], …]`;
 * - the directory of the search index (`searchFormat.ts`), JSON, which leads to pieces of its own;
 * - the orders: where each project comes by its name and by its place, binary (`ranks.ts`), for
 *   English and for each language in which any has another name.
 */
export const MANIFEST_FORMAT = 3;

/** Projects in a piece of the details. */
export const DETAILS_SIZE = 500;
/** Ids in a bucket, about. */
export const BUCKET_SIZE = 2000;

/**
 * A piece: its name, the bytes of its file (gzip, RFC 1952), and the length and CRC-32 of what is
 * packed in it. The file is `<name>.bin`, which no server takes for text to be unpacked.
 */
export const PieceSchema = v.pipe(
  v.strictTuple([v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)), Count(), Count(), Count()]),
  v.transform(([name, bytes, length, crc]) => ({ name, bytes, length, crc })),
);
export type Piece = v.InferOutput<typeof PieceSchema>;
/** As the manifest writes it. */
export type PieceTuple = v.InferInput<typeof PieceSchema>;

/** A whole number from 0 on. */
export function Count() {
  return v.pipe(v.number(), v.integer(), v.minValue(0));
}

/** The ranks of projects, by language. */
const OrderSchema = v.object({
  en: PieceSchema,
  uz: v.exactOptional(PieceSchema),
  kk: v.exactOptional(PieceSchema),
  ru: v.exactOptional(PieceSchema),
});
export type OrderFile = v.InferInput<typeof OrderSchema>;

const ProblemSchema = v.object({
  file: v.string(),
  line: v.exactOptional(v.number()),
  feature: v.exactOptional(v.string()),
  field: v.exactOptional(v.string()),
  found: v.string(),
  expected: v.string(),
});

const { title, unreviewed, view, publisher, revised, contact } = DossierSchema.entries;

export const ManifestSchema = v.object({
  format: v.literal(MANIFEST_FORMAT),
  /** The file that problems name, below `geodata/`. */
  source: v.string(),
  title,
  unreviewed,
  view,
  publisher,
  revised,
  contact,
  /** None where the source has no sound one: then its problems are all there is to tell. */
  sectors: v.array(SectorSchema),
  articles: v.array(v.object({ id: v.string(), text: PieceSchema, passages: PieceSchema })),
  projects: Count(),
  markers: Count(),
  /** How many spans of time there are among the projects. */
  spans: Count(),
  /** The sets of countries in which projects are. */
  countries: v.array(v.array(v.string())),
  /** The areas that projects stand for, each once. */
  areas: v.array(PlaceSchema),
  index: PieceSchema,
  details: v.object({ size: v.pipe(Count(), v.minValue(1)), pieces: v.array(PieceSchema) }),
  ids: v.array(PieceSchema),
  lines: v.nullable(PieceSchema),
  search: PieceSchema,
  orders: v.object({ name: OrderSchema, place: OrderSchema }),
  /** What was wrong when it was published, where it was published all the same. */
  problems: v.array(ProblemSchema),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;
/** What projects are sorted by that isn't in the index. */
export type OrderKey = keyof Manifest['orders'];
export type ManifestFile = v.InferInput<typeof ManifestSchema>;

/** The files of a published dossier, below `geodata/`. */
export function publishedFiles(id: string) {
  const folder = `dossiers/${id}`;
  return {
    manifest: `${folder}/manifest.json`,
    piece: ({ name }: Pick<Piece, 'name'>) => `${folder}/${name}.bin`,
  };
}

/** In which of so many buckets an id is looked up: FNV-1a of its UTF-16 code units. */
export function bucketOf(id: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++)
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  return hash % buckets;
}

/** The CRC-32 and the length (modulo 2³²) of what a gzip file holds, as its last 8 bytes say. */
export function gzipTrailer(file: Uint8Array): { crc: number; length: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return {
    crc: view.getUint32(file.length - 8, true),
    length: view.getUint32(file.length - 4, true),
  };
}
