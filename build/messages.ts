import { readFileSync } from 'node:fs';
import path from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import { parse, type Token } from '@messageformat/parser';
import * as v from 'valibot';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../src/dossier/localized.ts';

/** Messages by name, in ICU MessageFormat; groups may hold groups. */
export interface MessageGroup {
  readonly [name: string]: string | MessageGroup;
}

export const FOLDER = path.join(import.meta.dirname, '../src/i18n');
const PREFIX = 'messages:';
/** The section that every reader needs. */
const INTERFACE = 'interface';
/** The section that tells where another language stands in for the one asked for. */
const OFFLINE = 'offline';
/** Browsers lack the names of countries in these languages; Node has them of Unicode CLDR. */
const WITH_COUNTRIES: readonly Language[] = ['uz', 'kk'];

const Group: v.GenericSchema<MessageGroup> = v.lazy(() =>
  v.record(v.string(), v.union([v.string(), Group])),
);
const Sections = v.record(v.string(), Group);

const fileOf = (language: Language) => path.join(FOLDER, `messages/${language}.json`);

/** The messages of a language by section. Throws where the file isn't so. */
export function readMessages(language: Language): Readonly<Record<string, MessageGroup>> {
  return v.parse(Sections, JSON.parse(readFileSync(fileOf(language), 'utf8')));
}

/**
 * Compiles messages: `messages:<section>` has, for each language, what loads that section in it, so
 * that a reader fetches one language, and of it what is shown.
 */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    config: () => ({
      build: { rolldownOptions: { output: { chunkFileNames: chunkFile } } },
    }),
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const [first = '', section] = id.slice(PREFIX.length + 1).split('/');
      if (section === undefined) return loaders(first);
      const language = v.parse(v.picklist(LANGUAGES), first);
      this.addWatchFile(fileOf(language));
      const module = compiled(language, readMessages(language)[section] ?? {});
      if (section === OFFLINE) return `${module}\nexport const language = '${language}';`;
      if (section !== INTERFACE) return module;
      return `${module}\nexport const countries = ${JSON.stringify(countries(language))};`;
    },
  };
}

/** Messages lie in the folder of their language, by which the service worker knows whose they are. */
function chunkFile({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  const [, language] = /^\0messages:(\w+)\//.exec(facadeModuleId ?? '') ?? [];
  return `assets/${language === undefined ? '' : `${language}/`}[name]-[hash].js`;
}

function loaders(section: string): string {
  const each = LANGUAGES.map(
    (language) => `${language}: () => import('${PREFIX}${language}/${section}')`,
  );
  return `export default { ${each.join(', ')} };`;
}

/** A module whose default makes the messages of what `src/i18n/parts.ts` has. */
function compiled(language: Language, messages: MessageGroup): string {
  const number = (id: string) => ({ formatter: String, id });
  const format = new MessageFormat(language, {
    customFormatters: { integer: number('integer'), decimal: number('decimal') },
  });
  const { body } = MODULE.exec(compileModule(format, { ...messages }))?.groups ?? {};
  if (body === undefined) throw new Error('Messages aren’t compiled as they were.');
  const made = body
    // A message without a value in it is a text, not a function.
    .replace(/\(\) => ("(?:[^"\\]|\\.)*")/g, '$1')
    // The page knows its language.
    .replace(/\b(integer|decimal)\(d\.(\w+), "\w+"\)/g, '$1(d.$2)');
  return `export default ({ integer, decimal, plural, select, cardinal: ${language} }) => (${made});`;
}

/** Functions that it needs, its imports, and then the object of messages. */
const MODULE = /export default (?<body>\{.*\})\s*;?\s*$/s;

/** The names of countries by their ISO 3166-1 alpha-2 codes, where browsers lack them. */
function countries(language: Language): Readonly<Record<string, string>> {
  if (!WITH_COUNTRIES.includes(language)) return {};
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return Object.fromEntries(
    codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[code, name]];
    }),
  );
}

/** What sections have beside their messages. */
const EXPORTS: Readonly<Record<string, string>> = {
  [INTERFACE]: '    readonly countries: Readonly<Record<string, string>>;\n',
  [OFFLINE]: '    readonly language: Language;\n',
};

/** The types of all sections, as the text of a file of declarations. */
export function messageTypes(): string {
  const sections = Object.entries(readMessages('en')).map(
    ([section, messages]) =>
      `declare module '${PREFIX}${section}' {\n` +
      '  const load: Readonly<Record<Language, () => Promise<Section>>>;\n  export default load;\n' +
      `  interface Section {\n    readonly default: (parts: MessageParts) => Messages;\n${
        EXPORTS[section] ?? ''
      }  }\n` +
      `  interface Messages ${groupType(messages, '  ')}\n}\n`,
  );
  return (
    '// Written by `npm run messages` from messages/en.json.\n\n' +
    "type Language = import('../dossier/localized.ts').Language;\n" +
    "type MessageParts = import('./parts.ts').MessageParts;\n\n" +
    sections.join('\n')
  );
}

function groupType(messages: MessageGroup, indent: string): string {
  const members = Object.entries(messages).map(([name, message]) => {
    const key = /^[A-Za-z]\w*$/.test(name) ? name : `'${name}'`;
    const type =
      typeof message === 'string' ? messageType(message) : groupType(message, `${indent}  `);
    return `${indent}  readonly ${key}: ${type};\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

function messageType(message: string): string {
  const values = [...valuesOf(message)].map(([name, type]) => `${name}: ${type}`);
  return values.length === 0 ? 'string' : `(values: { ${values.join('; ')} }) => string`;
}

/** The values that a message takes, each with its type in TypeScript. Throws on what isn't ICU's. */
export function valuesOf(message: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const look = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === 'content' || token.type === 'octothorpe') continue;
      // A number is often printed within its own choice of forms.
      if (!values.has(token.arg)) values.set(token.arg, typeOf(token));
      if ('cases' in token) for (const { tokens } of token.cases) look(tokens);
    }
  };
  look(parse(message));
  return values;
}

function typeOf(token: Exclude<Token, { type: 'content' | 'octothorpe' }>): string {
  if (token.type === 'function' || token.type === 'plural') return 'number';
  if (token.type !== 'select') return 'string';
  return token.cases.some(({ key }) => key === 'true') ? 'boolean' : 'string | number';
}
