import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { enTakeAway } from '../../src/i18n/enTakeAway.ts';

const SRC = path.join(import.meta.dirname, '../../src');
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|ts)$/.test(file) && !/^i18n.en\w*\.ts$/.test(file))
  .map((file) => readFileSync(path.join(SRC, file), 'utf8'))
  .join('\n');

/** The ways to name each message: by its own path, or as one of a group chosen by a variable. */
function messages(group: object, name: string): { message: string; uses: string[] }[] {
  return Object.entries<unknown>({ ...group }).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? messages(value, `${name}.${key}`)
      : [{ message: `${name}.${key}`, uses: [`${name}.${key}`, `${name}[`] }],
  );
}

// MapLibre's own words are handed to it as a whole.
const { map, ...others } = en;
const { locale, ...mapWords } = map;

const all = [...messages({ ...others, map: mapWords }, 'm'), ...messages(enTakeAway, 'takeAway')];
test.each(all)('$message is used', ({ uses }) => {
  expect(uses.some((use) => code.includes(use))).toBe(true);
});

test('MapLibre is given its words', () => {
  expect(Object.keys(locale)).toContain('Map.Title');
  expect(code).toContain('m.map.locale');
});
