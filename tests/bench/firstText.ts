import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { preview } from 'vite';
import { inNewContext, launch } from './browser.ts';
import { ATLAS } from './contestants.ts';
import { milliseconds } from './units.ts';
import type { Viewport } from './visit.ts';

const PAIRS = 9;
const PORT = 4182;
/** 1.6 Mbit/s, and 150 ms until an answer begins. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 1.6e6 / 8,
};

/**
 * How much later the first text of the article is seen than in a page that has nothing but that
 * text, milliseconds: a difference for each of several pairs, in turn, on a throttled line and
 * compressed as a static host sends it. `atlas` is the path of the built atlas in the folder.
 */
export async function firstTextDelays(
  folder: string,
  atlas: string,
  viewport: Viewport,
): Promise<number[]> {
  const text = 'first-text/';
  await mkdir(path.join(folder, text), { recursive: true });
  await writeFile(
    path.join(folder, text, 'index.html'),
    textAlone(await readFile(path.join(folder, atlas, 'index.html'), 'utf8')),
  );
  const server = await preview({
    configFile: false,
    root: path.dirname(folder),
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port: PORT, strictPort: true },
  });
  const browser = await launch();
  try {
    const time = (page: string) =>
      inNewContext(browser, viewport, async (opened, context) => {
        const session = await context.newCDPSession(opened);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', LINE);
        await opened.goto(`http://localhost:${PORT}/${page}`, { waitUntil: 'commit' });
        const paint = await opened.waitForFunction(
          () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
        );
        const at = await paint.jsonValue();
        if (at === undefined) throw new Error(`Nothing was painted of ${page}.`);
        return at;
      });
    await time(text);
    const delays: number[] = [];
    for (let pair = 1; pair <= PAIRS; pair++) {
      const own = await time(`${atlas}/`);
      const alone = await time(text);
      delays.push(own - alone);
      console.info(
        `first text ${pair} of ${PAIRS} · ${ATLAS}: ${milliseconds(own)}, alone: ${milliseconds(alone)}`,
      );
    }
    return delays;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The article of a page, as a page without anything else. */
function textAlone(page: string): string {
  const [article] = /<article.*?<\/article>/s.exec(page) ?? [];
  if (article === undefined) throw new Error('The built page has no article.');
  const text = article
    .replaceAll(/<(?!\/?(?:p|h2)\b)[^>]*>/g, '')
    .replaceAll(/ class="[^"]*"/g, '');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Text</title>${text}</html>`;
}
