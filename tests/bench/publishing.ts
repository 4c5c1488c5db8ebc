import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as v from 'valibot';

const CHILD = path.join(import.meta.dirname, 'publishingChild.ts');

/** What it took to publish the atlas. */
export const PublishedSchema = v.object({
  milliseconds: v.number(),
  /** The most memory that the process had at once, bytes. */
  peak: v.number(),
});
export type Published = v.InferOutput<typeof PublishedSchema>;

/**
 * Publishes the atlas into a folder: with the dossiers of another one, or with its own. In a process
 * of its own, so that its memory is measured apart and given back.
 */
export async function publishAtlas(outDir: string, dossiers: string | null): Promise<Published> {
  const env = dossiers === null ? process.env : { ...process.env, DOSSIERS: dossiers };
  const child = fork(CHILD, [outDir], { env });
  let published: unknown;
  child.on('message', (message) => (published = message));
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) throw new Error('The atlas can’t be published.');
  return v.parse(PublishedSchema, published);
}
