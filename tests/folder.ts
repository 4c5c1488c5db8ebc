import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Does something with a folder that is there only meanwhile. */
export async function withFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cited-atlas-'));
  try {
    return await action(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
