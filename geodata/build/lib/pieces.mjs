/**
 * Natural Earth draws some pieces of land apart from every country, since who holds them or who they belong to isn't
 * one and the same, or isn't settled. A map keyed by ISO 3166 has no place for most of them: this says where each goes.
 */

/** Pieces without an ISO number, by Natural Earth's name: the ISO code of the country that they are drawn with. */
export const joined = {
  // Leased or used by another state; the territory is the lessor's.
  Baikonur: 'KZ',
  'USNB Guantanamo Bay': 'CU',
  // Not in ISO 3166, nor members of the United Nations: ISO's country has the territory.
  'N. Cyprus': 'CY',
  'Cyprus U.N. Buffer Zone': 'CY',
  Somaliland: 'SO',
  // Sovereign base areas.
  Akrotiri: 'GB',
  Dhekelia: 'GB',
  // Natural Earth numbers Kosovo not at all; country-coder has it under the user-assigned code.
  Kosovo: 'XK',
  // An external territory without a code of its own.
  'Coral Sea Is.': 'AU',
};

/** Claimed by two countries and settled for neither: drawn as land, with no country's name or id. */
export const undetermined = ['Siachen Glacier'];

/** Reefs and specks that couldn't be seen on this map, and a continent that Web Mercator can't show. */
export const dropped = [
  'Antarctica',
  'Bajo Nuevo Bank',
  'Clipperton I.',
  'Indian Ocean Ter.',
  'Scarborough Reef',
  'Serranilla Bank',
  'Spratly Is.',
];

/**
 * Land that Natural Earth draws with the state that holds it, and ISO 3166-2 lists under another: the polygon around
 * `at` moves from one to the other.
 * @type {{ name: string, at: [number, number], from: string, to: string }[]}
 */
export const moved = [
  // ISO 3166-2 has UA-43 and UA-40; so has Natural Earth's own layer of regions, as their codes.
  { name: 'Crimea', at: [34.3, 45.2], from: 'RU', to: 'UA' },
];
