import about from 'messages:about';
import words from 'messages:interface';
import offline from 'messages:offline';
import settings from 'messages:settings';
import sharing from 'messages:sharing';
import space from 'messages:space';
import table from 'messages:table';
import takeAway from 'messages:takeAway';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readMessages, valuesOf, type MessageGroup } from '../../../build/messages.ts';
import { LANGUAGES, type Language } from '../../../src/dossier/localized.ts';
import { partsIn, type MessageParts } from '../../../src/i18n/parts.ts';

const SECTIONS = {
  interface: words,
  about,
  offline,
  settings,
  sharing,
  space,
  table,
  takeAway,
} satisfies Record<
  string,
  Record<Language, () => Promise<{ default: (parts: MessageParts) => object }>>
>;

const Group = v.record(v.string(), v.unknown());

/** What compiled messages say, each with many values. */
function said(written: MessageGroup, compiled: unknown, path: string): [string, unknown][] {
  const group = v.parse(Group, compiled);
  return Object.entries(written).flatMap(([name, message]): [string, unknown][] => {
    const own = group[name];
    const at = `${path}.${name}`;
    if (typeof message !== 'string') return said(message, own, at);
    if (typeof own !== 'function') return [[at, own]];
    const types = [...valuesOf(message)];
    return [0, 1, 2, 5, 11, 21, 1.5].map((number) => {
      const values = types.map(([value, type]) => [
        value,
        type === 'number'
          ? number
          : type === 'boolean'
            ? number > 1
            : value === 'month'
              ? 7
              : 'TEXT',
      ]);
      const result: unknown = Reflect.apply(own, null, [Object.fromEntries(values)]);
      return [at, result];
    });
  });
}

describe.each(LANGUAGES)('compiled messages in %s', (language) => {
  it.each(Object.entries(SECTIONS))(
    'say something of %s whatever they are given',
    async (name, load) => {
      const { default: make } = await load[language]();
      const messages = said(readMessages(language)[name] ?? {}, make(partsIn(language)), name);
      expect(messages.length).toBeGreaterThan(0);
      for (const [path, text] of messages) {
        expect(text, path).toBeTypeOf('string');
        expect(text, path).not.toMatch(/[{}]|undefined|NaN|\[object/);
      }
    },
  );
});

it.each([
  ['en', 1, '1 project'],
  ['en', 2, '2 projects'],
  ['ru', 1, '1 проект'],
  ['ru', 3, '3 проекта'],
  ['ru', 11, '11 проектов'],
  ['ru', 21, '21 проект'],
  ['uz', 5, '5 ta loyiha'],
  ['kk', 5, '5 жоба'],
] as const)('in %s, %d is “%s”', async (language, number, projects) => {
  const { default: make } = await words[language]();
  expect(make(partsIn(language)).projects({ number }).replaceAll('\u00a0', ' ')).toBe(projects);
});
