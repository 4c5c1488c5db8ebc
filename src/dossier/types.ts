import type { LineString, MultiLineString, MultiPoint, Point } from 'geojson';
import type { Details } from './details.ts';
import type { Orders } from './orders.ts';
import type { ProjectIndex, Row } from './projectIndex.ts';
import type { LocalizedText, Language } from './localized.ts';
import type { Search } from './search.ts';

export const KINDS = ['project', 'event', 'agreement', 'institution', 'initiative'] as const;
export type Kind = (typeof KINDS)[number];

export const STATUSES = ['agreed', 'launched', 'planned', 'held', 'ongoing', 'signed'] as const;
export type Status = (typeof STATUSES)[number];

/** How exactly the article places a project, from the most exact to the least. */
export const LEVELS = ['site', 'settlement', 'water', 'region', 'country', 'border'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether a place of this level is an area, so that its marker only stands for it. */
export function isArea(level: Level): boolean {
  return level === 'region' || level === 'country' || level === 'water';
}

/** West, south, east, north in degrees (WGS 84). */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface Sector {
  readonly id: string;
  readonly name: LocalizedText;
  /** `#rrggbb` */
  readonly color: string;
  /** The name of a Maki icon. */
  readonly icon: string;
}

export interface Article {
  readonly id: string;
  readonly title: string;
  /** ISO 8601 calendar date. */
  readonly date: string;
  /** BCP 47 language tag of the text. */
  readonly lang: string;
  readonly source: string | null;
  /** The paragraphs, joined by one empty line: what the offsets of a passage count in. */
  readonly text: string;
}

/** A range of an article's text: UTF-16 offsets, `end` exclusive. */
export interface Passage {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
}

interface Quotation {
  /** The words, verbatim. */
  readonly exact: string;
  /** The atlas's own. */
  readonly translations?: Readonly<Partial<Record<Language, string>>>;
}

/** A quotation of an article that is published with the dossier, found in its text. */
export interface AnchoredCitation extends Quotation {
  readonly passage: Passage;
}

/** A quotation of a text that stands elsewhere. */
export interface OutsideCitation extends Quotation {
  readonly title: string;
  readonly url: string;
}

export type Citation = AnchoredCitation | OutsideCitation;

export interface Place {
  /** ISO 3166-2 for regions, Wikidata otherwise; absent for several countries together. */
  readonly id?: string;
  readonly name: LocalizedText;
  readonly level: Level;
  /** ISO 3166-1 alpha-2 codes; empty where the article names no country. */
  readonly countries: readonly string[];
  /** Other names it is known by, to be found by them: older ones, other spellings and scripts. */
  readonly spellings?: readonly string[];
}

export type PlaceGeometry = Point | MultiPoint | LineString | MultiLineString;

/** Where a project is, as exactly as the article says. */
export interface Location {
  readonly place: Place;
  readonly geometry: PlaceGeometry;
}

export interface Project extends SourceProject {
  /** Its number in the published dossier. */
  readonly row: Row;
}

/** A project as its source file tells of it. */
export interface SourceProject {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: LocalizedText;
  readonly kind: Kind;
  readonly sector: Sector;
  readonly status: Status | null;
  /** EDTF date or interval. */
  readonly when: string | null;
  readonly location: Location | null;
  readonly citations: readonly [Citation, ...Citation[]];
}

/** A passage, and the projects that cite it. */
export interface CitedPassage extends Passage {
  readonly rows: readonly Row[];
}

/** The line that a border is drawn as. */
export interface BorderLine {
  readonly row: Row;
  readonly geometry: LineString | MultiLineString;
}

/** What is published together. */
export interface Dossier {
  readonly id: string;
  readonly title: LocalizedText;
  /** Languages whose translations nobody has reviewed. */
  readonly unreviewed: readonly Language[];
  readonly bounds: Bounds;
  readonly publisher: string | null;
  /** ISO 8601 calendar date. */
  readonly revised: string | null;
  readonly contact: string | null;
  readonly sectors: readonly Sector[];
  readonly articles: readonly Article[];
  /** What is known of all projects at once. */
  readonly index: ProjectIndex;
  /** The sets of countries that the index leads to, ISO 3166-1 alpha-2. */
  readonly countries: readonly (readonly string[])[];
  /** The areas that the index leads to. */
  readonly areas: readonly Place[];
  /** In the order of each article's text. */
  readonly passages: readonly CitedPassage[];
  readonly lines: readonly BorderLine[];
  /** All the rest, as it is asked for. */
  readonly details: Details;
  readonly search: Search;
  /** How projects are sorted by name and place, as it is asked for. */
  readonly orders: Orders;
}

export function isAnchored(citation: Citation): citation is AnchoredCitation {
  return 'passage' in citation;
}

/** The date as of which a project's status is told: that of the first article cited. */
export function asOf({ citations }: Pick<Project, 'citations'>): string | null {
  return citations.find(isAnchored)?.passage.article.date ?? null;
}
