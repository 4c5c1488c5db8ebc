import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';

export const DIST = path.join(import.meta.dirname, '../../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

export interface RunningServer {
  readonly port: number;
  /** Answers nobody from now on, or again: not every Chromium takes the network from workers. */
  cut(isCut: boolean): void;
  close(): void;
}

async function listen(listener: RequestListener): Promise<RunningServer> {
  let isCut = false;
  const server = createServer((request, response) => {
    if (isCut) request.destroy();
    else listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const cut = (is: boolean) => {
    isCut = is;
    if (is) server.closeAllConnections();
  };
  return { port: address.port, cut, close: () => server.close() };
}

/** The plainest of static servers, with the atlas in a folder below its root. */
export function serveDist(
  base: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  return serveFolder(() => DIST, base, headers);
}

/** Likewise of a folder that may be another one for each request; `admit` can have one wait. */
export function serveFolder(
  folder: () => string,
  base: string,
  headers: Readonly<Record<string, string>> = {},
  admit: (path: string) => Promise<void> = () => Promise.resolve(),
): Promise<RunningServer> {
  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pathname.endsWith('/') ? 'index.html' : '';
    const file = path.join(folder(), pathname.slice(base.length), page);
    if (!pathname.startsWith(base) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    void admit(pathname).then(() => createReadStream(file).pipe(response));
  });
}

/** A server of one page. */
export function servePage(html: string): Promise<RunningServer> {
  return listen((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
}
