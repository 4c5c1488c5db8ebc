/**
 * Reading packages and writing what is built, so that the same input always gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { ensure } from './check.mjs';

const require = createRequire(import.meta.url);
export const basemap = new URL('../../basemap/', import.meta.url);

/**
 * @param {string} name a JSON file in an installed package
 * @returns {any}
 */
export function readPackageJson(name) {
  let file;
  try {
    file = require.resolve(name);
  } catch {
    throw new Error(`${name} isn't installed: run "npm ci" in this folder first`);
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} name @returns {any} */
export function readBuilt(name) {
  const file = new URL(name, basemap);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${fileURLToPath(file)} can't be read: run "npm run build" first`);
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {number} budget the most it may weigh as the visitor downloads it, in kB of brotli
 */
export function writeBuilt(name, value, budget) {
  const text = JSON.stringify(value) + '\n';
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const weight = brotliCompressSync(text, { params }).length;
  ensure(
    weight <= budget * 1000,
    `${name} weighs ${weight} bytes compressed, its budget is ${budget} kB`,
  );
  writeFileSync(new URL(name, basemap), text);
  console.log(
    `${name.padEnd(22)} ${String(text.length).padStart(8)} bytes ${String(weight).padStart(7)} brotli`,
  );
}
