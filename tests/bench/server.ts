import path from 'node:path';
import { preview, type PreviewServer } from 'vite';

/**
 * Serves a folder to all contestants alike, and each file as it lies: compressing as it serves would
 * cost the texts of the peers time that a static host spends only once.
 */
export async function serve(folder: string, port: number): Promise<PreviewServer> {
  return preview({
    configFile: false,
    root: path.dirname(folder),
    appType: 'mpa',
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { port, strictPort: true },
    plugins: [
      {
        name: 'serve-as-it-lies',
        configurePreviewServer({ middlewares }) {
          middlewares.use((request, _response, next) => {
            delete request.headers['accept-encoding'];
            next();
          });
        },
      },
    ],
  });
}
