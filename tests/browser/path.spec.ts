import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { expect, test } from './atlas.ts';

const DIST = path.join(import.meta.dirname, '../../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The plainest of static servers, with the atlas in a folder two levels down. */
function serve(base: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(DIST, pathname.slice(base.length) || 'index.html');
    if (!pathname.startsWith(base) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
}

test('the built folder works from any path of any static server', async ({ atlas, page }) => {
  const server = serve('/some/folder/');
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    await page.goto(`http://localhost:${port}/some/folder/?from=mail#project=kostanay-cars`);
    await atlas.drawn();
    await expect(atlas.popup('Car production in Kostanay')).toBeVisible();
    await atlas.sector('Energy').click();
    await expect(page).toHaveURL(
      /\/some\/folder\/\?from=mail#sector=energy&project=kostanay-cars$/,
    );
  } finally {
    server.close();
  }
});
