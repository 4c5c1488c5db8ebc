/** What a project is made of: each field is taken from a column of a table or a GeoJSON property. */
export const FIELDS = [
  'id',
  'name',
  'name.uz',
  'name.kk',
  'name.ru',
  'aliases',
  'kind',
  'sector',
  'status',
  'when',
  'lat',
  'lng',
  'place',
  'place.id',
  'level',
  'countries',
  'quotation',
  'prefix',
  'suffix',
  'title',
  'url',
  'article',
] as const;
export type Field = (typeof FIELDS)[number];

export const MEANINGS: Readonly<Record<Field, string>> = {
  id: 'what links carry; without it, made from the name',
  name: 'the name in English, required',
  'name.uz': 'the name in Uzbek',
  'name.kk': 'the name in Kazakh',
  'name.ru': 'the name in Russian',
  aliases: 'ids it had before, divided by commas',
  kind: 'project, event, agreement, institution or initiative',
  sector: 'the field it belongs to, required',
  status: 'agreed, launched, planned, held, ongoing or signed',
  when: 'an EDTF date or interval, as in 2022-10',
  lat: 'latitude in degrees (tables only; GeoJSON has a geometry)',
  lng: 'longitude in degrees (tables only)',
  place: 'the name of the place in English, required with coordinates',
  'place.id': 'ISO 3166-2 for a region, else a Wikidata id',
  level: 'how exactly it is placed: site, settlement, water, region, country or border',
  countries: 'ISO 3166-1 codes of two letters, divided by commas',
  quotation: 'the words of the source, verbatim, required',
  prefix: 'the words just before, where the quotation stands more than once',
  suffix: 'the words just after, where the quotation stands more than once',
  title: 'the title of what is quoted, where no article is published along',
  url: 'its link',
  article: 'which of the articles published along is quoted',
};

/** Flags that name something else than a column. */
const TAKEN: readonly Field[] = ['id', 'title', 'article'];

/** The flag that names a field's column. */
export function flagOf(field: Field): string {
  return TAKEN.includes(field) ? `${field}-column` : field;
}
