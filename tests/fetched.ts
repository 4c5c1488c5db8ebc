import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress, constants } from 'node:zlib';
import type { Page, Request } from '@playwright/test';

/** A file that a page fetched. */
export interface Fetched {
  /** The path of its address. */
  readonly name: string;
  /** As a plain static host sends it: text compressed, anything else as it lies. */
  readonly bytes: number;
}

const TEXT = /\.(html|js|css|svg|json|geojson|geojsonl|txt)$/;
/** Larger files are compressed less well, or it would take minutes. */
const LARGE = 2_000_000;

/** From when to when, milliseconds since the page's time origin. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Watches what a page fetches that is yet to be opened. What this returns resolves with all that was
 * asked for in a span of time, the workers' too; without one, before the mark `atlas:ready`, which
 * has to be there. The folder is the one that the server has at its root.
 */
export function watchFetched(
  page: Page,
  folder: string,
): (span?: TimeSpan) => Promise<readonly Fetched[]> {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return async (span) => {
    const asked = requests.filter((request) => request.url().startsWith('http'));
    const { from, to } = span ?? (await beforeReady(page));
    const origin = await page.evaluate(() => performance.timeOrigin);
    const fetched = await Promise.all(
      asked.map(async (request): Promise<Fetched[]> => {
        const response = await request.response();
        const start = request.timing().startTime - origin;
        if (response === null || !response.ok() || start < from || start > to) return [];
        const name = new URL(request.url()).pathname;
        const part = response.status() === 206 ? response.headers()['content-length'] : undefined;
        return [{ name, bytes: part === undefined ? await bytesSent(folder, name) : Number(part) }];
      }),
    );
    return fetched.flat();
  };
}

async function beforeReady(page: Page): Promise<TimeSpan> {
  const ready = await page.evaluate(
    () => performance.getEntriesByName('atlas:ready')[0]?.startTime ?? null,
  );
  if (ready === null) throw new Error('The page isn’t ready yet.');
  return { from: -Infinity, to: ready };
}

const known = new Map<string, Promise<number>>();

/** How many bytes a file of a folder has as a plain static host sends it, by the path of its address. */
export async function bytesSent(folder: string, name: string): Promise<number> {
  const file = path.join(folder, decodeURIComponent(name), name.endsWith('/') ? 'index.html' : '');
  const { size, mtimeMs } = await stat(file);
  if (!TEXT.test(file)) return size;
  const key = `${file} ${mtimeMs}`;
  const bytes = known.get(key) ?? brotliBytes(file, size);
  known.set(key, bytes);
  return bytes;
}

async function brotliBytes(file: string, size: number): Promise<number> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: size > LARGE ? 5 : 11, [BROTLI_PARAM_SIZE_HINT]: size };
  return pipeline(
    createReadStream(file),
    createBrotliCompress({ params }),
    async (compressed: AsyncIterable<Buffer>) => {
      let bytes = 0;
      for await (const { length } of compressed) bytes += length;
      return bytes;
    },
  );
}
