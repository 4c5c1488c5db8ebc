import * as v from 'valibot';
import { excerpt, type Problem } from '../../src/dossier/problem.ts';
import { sound } from '../../src/dossier/schema.ts';
import type { FeatureItem } from '../../src/dossier/source.ts';

const LINE_FEED = 0x0a;
/** Begins each record of a GeoJSON text sequence, RFC 8142. */
const RECORD_SEPARATOR = 0x1e;
/** Longer lines are no features, but something else by mistake. Bytes. */
const LONGEST = 16 * 2 ** 20;
/** What is kept of those, bytes. */
const BEGINNING = 200;

const CollectionType = v.object({ type: v.literal('FeatureCollection') });
const COLLECTION = 'a feature; a FeatureCollection belongs in projects.geojson';
/** How a collection begins that is spread over lines. */
const COLLECTION_BEGINS = /^\s*(\[|\{\s*$|\{\s*"type"\s*:\s*"FeatureCollection")/;

/**
 * Features that stand a line each (newline-delimited GeoJSON, or a text sequence of RFC 8142), from
 * the chunks of their file. A bad line is a problem, and the rest goes on; none is held that is
 * longer than a feature can be. Never throws for what stands in the file.
 */
export async function* lineStream(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<FeatureItem> {
  let number = 0;
  for await (const { bytes, line, length } of records(chunks)) {
    const read = length > LONGEST ? tooLong(bytes, length) : parsed(bytes);
    if (read === null) continue;
    if (!('found' in read)) {
      number++;
      const isCollection = sound(CollectionType, read.value) !== undefined;
      if (!isCollection) yield { file, number, line, value: read.value };
      else yield fault({ found: 'a FeatureCollection', expected: COLLECTION });
      continue;
    }
    const isCollection = number === 0 && COLLECTION_BEGINS.test(read.text);
    const { found, expected } = read;
    yield fault({ found, expected: isCollection ? COLLECTION : expected });
    // Each further line would be one more problem.
    if (isCollection) return;
    number++;

    function fault(problem: Pick<Problem, 'found' | 'expected'>): FeatureItem {
      return { problem: { file, line, ...problem }, spoilsAll: false };
    }
  }
}

interface Fault {
  readonly found: string;
  readonly expected: string;
  readonly text: string;
}

function tooLong(beginning: Uint8Array, length: number): Fault {
  return {
    found: `a line of ${Math.round(length / 2 ** 20)} MB`,
    expected: `a feature in at most ${LONGEST / 2 ** 20} MB`,
    text: new TextDecoder().decode(beginning),
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What a line holds; `null` for a blank one. */
function parsed(bytes: Uint8Array): { readonly value: unknown } | Fault | null {
  let text = '';
  try {
    text = utf8.decode(bytes);
    if (text.trim() === '') return null;
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { found: `${excerpt(text)} (${error.message})`, expected: 'a feature as JSON', text };
    return { found: 'bytes that are no text', expected: 'a feature as JSON in UTF-8', text };
  }
}

interface Line {
  /** Only the beginning of one that is too long to be held. */
  readonly bytes: Uint8Array;
  /** The line on which it begins, 1 for the first. */
  readonly line: number;
  readonly length: number;
}

/** The lines of a file, or the records of a text sequence where the file begins with one. */
async function* records(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let end = LINE_FEED;
  let isFirst = true;
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;

  const record = (): Line => {
    const begun = { bytes: joined(parts), line, length };
    parts = [];
    length = 0;
    return begun;
  };
  const hold = (part: Uint8Array) => {
    length += part.length;
    if (length <= LONGEST && part.length > 0) parts.push(part);
    else if (length > LONGEST) parts = parts.slice(0, 1).map((first) => first.slice(0, BEGINNING));
  };

  for await (const chunk of chunks) {
    if (isFirst && chunk.length > 0) {
      if (chunk[0] === RECORD_SEPARATOR) end = RECORD_SEPARATOR;
      isFirst = false;
    }
    let from = 0;
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      hold(chunk.subarray(from, at));
      const read = record();
      yield read;
      line += end === LINE_FEED ? 1 : linesIn(read.bytes);
      from = at + 1;
    }
    hold(chunk.subarray(from));
  }
  if (length > 0) yield record();
}

function linesIn(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum + (byte === LINE_FEED ? 1 : 0), 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = parts;
  if (first !== undefined && others.length === 0) return first;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
