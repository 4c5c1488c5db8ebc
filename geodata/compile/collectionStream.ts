import { JSONParser, TokenType, type ParsedTokenInfo } from '@streamparser/json';
import { excerpt, type Problem } from '../../src/dossier/problem.ts';
import type { FeatureItem } from '../../src/dossier/source.ts';
import { LineCounter } from './lineCounter.ts';
import { RecentBytes } from './recentBytes.ts';

type Token = ParsedTokenInfo['token'];

const OPENING: readonly Token[] = [TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET];
const CLOSING: readonly Token[] = [TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET];

/** Deeper nesting outside of features has no meaning, and would take the parser very long. */
const DEEPEST = 100;

/**
 * The features of a GeoJSON `FeatureCollection` (RFC 7946), from the chunks of its file. What is
 * wrong with the collection is a problem among them; what comes before a fault is kept. Never throws
 * for what stands in the file.
 */
export async function* collectionStream(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<FeatureItem> {
  const reader = new CollectionReader(file);
  for await (const chunk of withoutByteOrderMark(chunks)) {
    reader.read(chunk);
    yield* reader.taken();
    if (reader.isStopped) return;
  }
  reader.end();
  yield* reader.taken();
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The parser leaves it out, and counts from after it. */
async function* withoutByteOrderMark(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (begun === null) {
      yield chunk;
      continue;
    }
    const bytes: Buffer = Buffer.concat([begun, chunk]);
    const { length } = BYTE_ORDER_MARK;
    if (bytes.length < length) begun = bytes;
    else {
      begun = null;
      yield bytes.subarray(bytes.subarray(0, length).equals(BYTE_ORDER_MARK) ? length : 0);
    }
  }
  if (begun !== null) yield begun;
}

/** Stops the parser where going on makes no sense. */
class Stop extends Error {}

class CollectionReader {
  isStopped = false;
  #hasRoot = false;
  readonly #file: string;
  readonly #parser = new JSONParser({
    paths: ['$.type', '$.crs', '$.features.*'],
    keepStack: false,
  });
  readonly #lines = new LineCounter();
  #items: FeatureItem[] = [];
  #features = 0;
  /** How many objects and lists are open at the token looked at. */
  #depth = 0;
  #isKey = false;
  /** The member of the collection that is being read. */
  #member: string | null = null;
  #isCollection = false;
  readonly #members = new Set<string>();
  /** Where the feature begins that is being read: its line, and its offset in bytes. */
  #line = 1;
  #begin = 0;
  readonly #recent = new RecentBytes();
  /** Where the last token began: an offset in bytes. */
  #offset = 0;
  #firstBytes = '';

  constructor(file: string) {
    this.#file = file;
    this.#parser.onToken = (token) => this.#look(token);
    this.#parser.onValue = ({ value, key, stack }) => {
      if (stack.length === 1) this.#judge(String(key), value);
      else if (this.#isCollection) this.#take(value);
    };
  }

  read(chunk: Uint8Array): void {
    this.#lines.feed(chunk);
    this.#recent.feed(chunk, this.#depth > 2 && this.#isCollection ? this.#begin : Infinity);
    if (this.#firstBytes.length < 200)
      this.#firstBytes += new TextDecoder().decode(chunk.subarray(0, 200));
    this.#attempt(() => this.#parser.write(chunk));
  }

  end(): void {
    this.#attempt(() => {
      if (!this.#parser.isEnded) this.#parser.end();
    });
    if (this.isStopped) return;
    this.isStopped = true;
    if (!this.#hasRoot) this.#report({ found: 'nothing', expected: 'JSON' }, true);
    else this.#reportMissing();
  }

  #reportMissing(): void {
    for (const member of ['type', 'features'])
      if (!this.#members.has(member))
        this.#spoil({
          field: member,
          found: 'nothing',
          expected: `a value, as “${member}” is required`,
        });
  }

  taken(): readonly FeatureItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #attempt(action: () => void): void {
    if (this.isStopped) return;
    try {
      action();
    } catch (error) {
      this.isStopped = true;
      if (!(error instanceof Stop)) this.#report(this.#fault(error), false);
    }
  }

  /** Keeps to where the parser is, ahead of it. */
  #look({ token, value, offset }: ParsedTokenInfo): void {
    this.#offset = offset;
    const isClosing = CLOSING.includes(token);
    if (isClosing) this.#depth--;
    if (this.#depth === 0 && !isClosing) this.#lookAtRoot(token, value);
    else if (this.#depth === 1) this.#lookAtMember(token, value);
    else if (this.#depth === 2 && this.#isCollection && token !== TokenType.COMMA && !isClosing) {
      this.#line = this.#lines.lineOf(offset);
      this.#begin = offset;
    } else if (this.#depth > DEEPEST && !this.#isCollection) {
      this.#spoil({ found: 'something nested very deeply', expected: 'a FeatureCollection' });
      throw new Stop();
    }
    if (OPENING.includes(token)) this.#depth++;
  }

  #lookAtRoot(token: Token, value: unknown): void {
    this.#hasRoot = true;
    this.#isKey = true;
    if (token === TokenType.LEFT_BRACE) return;
    if (token === TokenType.LEFT_BRACKET) value = LIST;
    this.#spoil({ found: excerptOf(value), expected: 'an object: { … }' });
    throw new Stop();
  }

  #lookAtMember(token: Token, value: unknown): void {
    if (token === TokenType.COMMA) {
      this.#isKey = true;
      this.#isCollection = false;
      this.#member = null;
    } else if (this.#isKey && typeof value === 'string') {
      this.#isKey = false;
      this.#member = value;
    } else if (
      token !== TokenType.COLON &&
      this.#member === 'features' &&
      !CLOSING.includes(token)
    ) {
      const isFirst = !this.#members.has('features');
      this.#members.add('features');
      this.#isCollection = token === TokenType.LEFT_BRACKET;
      if (!isFirst)
        this.#spoil({ field: 'features', found: 'two of them', expected: 'one list: [ … ]' });
      else if (!this.#isCollection) {
        const found = token === TokenType.LEFT_BRACE ? OBJECT : value;
        this.#spoil({ field: 'features', found: excerptOf(found), expected: 'a list: [ … ]' });
      }
    }
  }

  #judge(member: string, value: unknown): void {
    this.#members.add(member);
    if (member === 'crs')
      this.#spoil({
        field: member,
        found: excerpt(value),
        expected: 'no “crs”: RFC 7946 knows only WGS 84 longitude and latitude',
      });
    else if (value === 'Feature') {
      this.#spoil({
        field: member,
        found: '“Feature”',
        expected: '“FeatureCollection”; features a line each belong in projects.geojsonl',
      });
      throw new Stop();
    } else if (value !== 'FeatureCollection')
      this.#spoil({ field: member, found: excerpt(value), expected: '“FeatureCollection”' });
  }

  #take(built: unknown): void {
    // What the parser builds lacks each U+FEFF that it takes for a byte order mark, within texts, too.
    const isWhole = typeof built === 'object' && built !== null;
    const value: unknown = isWhole
      ? JSON.parse(this.#recent.text(this.#begin, this.#offset + 1))
      : built;
    this.#features++;
    this.#items.push({ file: this.#file, number: this.#features, line: this.#line, value });
  }

  #fault(error: unknown): Omit<Problem, 'file'> {
    const message = error instanceof Error ? error.message : String(error);
    // The tokenizer tells of a byte; what the parser doesn't expect is the last token.
    const [, position] = /absolute position "(\d+)"/.exec(message) ?? [];
    const line = this.#lines.lineOf(position === undefined ? this.#offset : Number(position));
    const isText = error instanceof TypeError;
    if (isText) return { line, found: 'bytes that are no text', expected: 'JSON in UTF-8' };
    const isShort = /ended in/.test(message);
    const reason = message.replace(/ (at chunk|in state).*/, '');
    const after = this.#features === 0 ? excerpt(this.#firstBytes) : `${this.#features} features`;
    const found = isShort ? `the end of the file after ${after}` : `${after} (${reason})`;
    return { line, found, expected: isShort ? 'JSON that goes on: the file is cut short' : 'JSON' };
  }

  #spoil(problem: Omit<Problem, 'file'>): void {
    this.#report(problem, true);
  }

  #report(problem: Omit<Problem, 'file'>, spoilsAll: boolean): void {
    this.#items.push({ problem: { file: this.#file, ...problem }, spoilsAll });
  }
}

const LIST = Symbol('[ … ]');
const OBJECT = Symbol('{ … }');

function excerptOf(value: unknown): string {
  return typeof value === 'symbol' ? (value.description ?? '') : excerpt(value);
}
