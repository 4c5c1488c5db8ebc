import { FIELDS, flagOf, MEANINGS } from './fields.ts';

export const COMMANDS = `Makes dossiers for the atlas.

  npm run dossier -- import <file> --id <dossier> …   makes a dossier out of a table or GeoJSON
  npm run dossier -- import --help                    explains it
`;

const columns = FIELDS.map((field) => `  --${flagOf(field).padEnd(15)} ${MEANINGS[field]}`);

export const IMPORT = `Makes a dossier out of a table (.csv, .tsv) or GeoJSON (.geojson, .geojsonl): each row a
project, with the words that say so. Rows that can't be taken are told by number and reason.

  npm run dossier -- import plants.csv --id power-plants --title "Power plants" \\
    --name Plant --sector Fuel --quotation "In the report" --map mapping.json

Flags:

  --id <dossier>     the dossier's id: the name of its folder, and what links to it carry
  --into <folder>    where its folder is made; otherwise geodata/dossiers
  --title <title>    its title in English; otherwise its id
  --article <file>   an article to publish along, in which the quotations stand; may be repeated
  --map <file>       a mapping file, see below
  --delimiter <c>    what divides a table's cells, where that isn't detected
  --report <file>    writes every row left out, with its reasons, into a file
  --force            replaces a dossier that is there; reasons in its readings are kept
  --publish          adds it to index.json, so that the atlas shows it

The column (or GeoJSON property, also by a path as in place.name) of each field. One that is called
like the field needs no flag:

${columns.join('\n')}

A row without coordinates and place is listed as not placed. A region, country or water with its
place.id needs no coordinates: its mark stands where the basemap has its label.

A mapping file says the same and more; flags win over it:

  {
    "columns": { "name": "Plant", "sector": "Fuel" },
    "values": { "status": { "Under construction": "ongoing", "Unknown": "" } },
    "constants": { "kind": "project", "level": "site", "countries": "UZ" },
    "sectors": [
      { "id": "solar", "name": { "en": "Solar" }, "color": "#d27300", "icon": "charging-station" }
    ]
  }

“values” are for kind, sector, status, level and countries, and an empty text stands for nothing;
“constants”, for kind, sector, status, when, level, countries, title, url and article, are used where
a cell is empty; sectors that aren't described are made from what stands in the file.

Exit code: 0 where every row was taken, 2 where some were left out, 1 where nothing was written.
`;
