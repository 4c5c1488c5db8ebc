import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Failure } from './failure.ts';

const EXPECTED = 'expected text in UTF-8 (in a spreadsheet, save as “CSV UTF-8”)';
const NEWLINE = 0x0a;
/** Read at once, bytes. */
const CHUNK = 1 << 18;

/**
 * The bytes of a text file, chunk by chunk. Throws a `Failure` where the file can't be read, and
 * where it begins like something else than UTF-8.
 */
export async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const stream: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: CHUNK });
  let isFirst = true;
  try {
    for await (const chunk of stream) {
      if (isFirst) refuseForeign(file, chunk);
      isFirst = false;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(file, error);
  }
}

/**
 * The text of a UTF-8 file, chunk by chunk, without a byte-order mark; every line ends with `\n`.
 * Throws a `Failure` where the file can't be read or has another encoding: letters that were
 * replaced would no longer be verbatim.
 */
export async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let heldBack = '';
  for await (const chunk of bytesOf(file)) {
    const text = heldBack + (await decoded(file, () => decoder.decode(chunk, { stream: true })));
    // The other half of a line's end may come with the next chunk.
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield (heldBack === '' ? text : text.slice(0, -1)).replaceAll(/\r\n?/g, '\n');
  }
  const rest = heldBack + (await decoded(file, () => decoder.decode()));
  if (rest !== '') yield rest.replaceAll(/\r\n?/g, '\n');
}

/** A file's whole text; throws as `textOf` does. */
export async function wholeText(file: string): Promise<string> {
  let text = '';
  for await (const part of textOf(file)) text += part;
  return text;
}

/** Why a file couldn't be read, for people. */
function unreadable(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new Failure(`${file}: there is no such file`);
  if (code === 'EISDIR') return new Failure(`${file}: found a folder; expected a file`);
  const reason = error instanceof Error ? error.message : String(error);
  return new Failure(`${file}: can’t be read: ${reason}`);
}

function refuseForeign(file: string, start: Buffer) {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new Failure(`${file}: found text in UTF-16; ${EXPECTED}`);
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    throw new Failure(`${file}: found a spreadsheet or another archive; ${EXPECTED}`);
  if (start.subarray(0, 4096).includes(0))
    throw new Failure(`${file}: found bytes 0, as in UTF-16 or in what is no text; ${EXPECTED}`);
}

async function decoded(file: string, decode: () => string): Promise<string> {
  try {
    return decode();
  } catch (error) {
    // What a `TextDecoder` throws for bytes it can't read.
    if (!(error instanceof TypeError)) throw error;
    const line = await firstForeignLine(file);
    throw new Failure(`${file}: line ${line}: found bytes that aren’t UTF-8; ${EXPECTED}`);
  }
}

/** The first line that isn't UTF-8. A line's end is never part of another letter. */
async function firstForeignLine(file: string): Promise<number> {
  let line = 1;
  let begun: Buffer[] = [];
  for await (const chunk of bytesOf(file)) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      if (!isUtf8(Buffer.concat([...begun, chunk.subarray(from, at)]))) return line;
      line++;
      begun = [];
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
  }
  return line;
}
