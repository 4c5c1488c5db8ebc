import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type Token } from '@messageformat/parser';
import { describe, expect, it, test } from 'vitest';
import {
  FOLDER,
  messageTypes,
  readMessages,
  valuesOf,
  type MessageGroup,
} from '../../../build/messages.ts';
import { LANGUAGES } from '../../../src/dossier/localized.ts';

const SRC = path.join(FOLDER, '..');
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|ts)$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => readFileSync(path.join(SRC, file), 'utf8'))
  .join('\n');

/** Each message with its names, from the section inwards. */
function messagesOf(group: MessageGroup, names: readonly string[] = []): [string[], string][] {
  return Object.entries(group).flatMap(([name, message]) =>
    typeof message === 'string'
      ? [[[...names, name], message] satisfies [string[], string]]
      : messagesOf(message, [...names, name]),
  );
}

const english = messagesOf(readMessages('en'));

/**
 * The ways to name a message in the code: by its own path, as one of a group that is chosen by a
 * variable or handed on as a whole.
 */
function usesOf([section = '', ...names]: readonly string[]): RegExp {
  const start = section === 'interface' ? 'm' : section;
  const paths = names.map((_, index) => [start, ...names.slice(0, index)].join('.'));
  const escaped = (text: string) => text.replaceAll('.', String.raw`\.`);
  const own = `${escaped([start, ...names].join('.'))}\\b`;
  const groups = paths.map((group) => `${escaped(group)}(\\[|\\)|,|\\]| \\}|;)`);
  return new RegExp(`(?<![\\w.])(${[own, ...groups].join('|')})`);
}

test.each(english.map(([names]) => [names.join('.'), names] as const))('%s is used', (_, names) => {
  expect(code).toMatch(usesOf(names));
});

test('the types are those of the English messages', () => {
  expect(readFileSync(path.join(FOLDER, 'messages.d.ts'), 'utf8')).toBe(messageTypes());
});

/** The categories of plural that a message tells apart, but for exact numbers. */
function categories(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) =>
    'cases' in token
      ? token.cases.flatMap(({ key, tokens }) => [
          ...(token.type === 'plural' && !key.startsWith('=') ? [key] : []),
          ...categories(tokens),
        ])
      : [],
  );
}

describe.each(LANGUAGES)('in %s', (language) => {
  const messages = messagesOf(readMessages(language));
  const byName = new Map(messages.map(([names, message]) => [names.join('.'), message]));

  it('there is every message, and no other', () => {
    expect([...byName.keys()].sort()).toEqual(english.map(([names]) => names.join('.')).sort());
  });

  it.each(english.map(([names, message]) => [names.join('.'), message]))(
    '%s says something, and takes what it takes in English',
    (name, inEnglish) => {
      const message = byName.get(name) ?? '';
      expect(message.trim()).not.toBe('');
      expect([...valuesOf(message).keys()].sort()).toEqual([...valuesOf(inEnglish).keys()].sort());
      // “#” would be printed by the browser, which may not know the language.
      expect(JSON.stringify(parse(message))).not.toContain('octothorpe');
    },
  );

  it('tells apart the forms that numbers ask for', () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [names, message] of messages)
      for (const category of categories(parse(message)))
        expect(known, names.join('.')).toContain(category);
  });
});
