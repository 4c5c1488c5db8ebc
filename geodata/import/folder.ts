import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './failure.ts';

/**
 * The folder of a dossier while it is written: beside its place, into which it is moved when it is
 * whole. Whatever happens before, the place stays as it was.
 */
export interface Draft {
  readonly path: string;
  /** Moves it to its place, instead of what is there. */
  publish(): Promise<void>;
  /** Takes away what is left of it; does nothing after `publish`. */
  discard(): Promise<void>;
}

/** Throws a `Failure` where the dossier is there already and isn't to be replaced. */
export async function draftOf(into: string, id: string, force: boolean): Promise<Draft> {
  const isFolder = await stat(into).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Failure(`${into}: found no such folder; expected the one of dossiers`);
  const place = path.join(into, id);
  if (existsSync(place) && !force)
    throw new Failure(`${place}: found a dossier; expected none, or --force to replace it`);

  const draft = path.join(into, `.${id}-${randomUUID()}`);
  await mkdir(draft);
  const takeAway = () => {
    rmSync(draft, { recursive: true, force: true });
  };
  const interrupted = () => {
    takeAway();
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  const settle = () => process.off('SIGINT', interrupted);

  return {
    path: draft,
    async publish() {
      const old = `${draft}-old`;
      const isReplacing = existsSync(place);
      if (isReplacing) await rename(place, old);
      try {
        await rename(draft, place);
      } catch (error) {
        if (isReplacing) await rename(old, place);
        throw error;
      }
      settle();
      await rm(old, { recursive: true, force: true });
    },
    async discard() {
      settle();
      await rm(draft, { recursive: true, force: true });
    },
  };
}
