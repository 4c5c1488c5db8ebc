/**
 * Rebuilds everything in ../basemap from the installed packages.
 */
import { buildCountries } from './lib/build-countries.mjs';
import { buildRegions } from './lib/build-regions.mjs';
import { buildTowns } from './lib/build-towns.mjs';
import { buildWater } from './lib/build-water.mjs';
import { readLand } from './lib/land.mjs';

const land = readLand();
buildCountries(land);
buildRegions(land);
buildWater(land);
buildTowns();
