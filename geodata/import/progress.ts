import { statSync } from 'node:fs';
import type { Terminal } from './terminal.ts';

const STEP = 100_000;
/** A file so large is worth telling how far it is read, wherever that is told. Bytes. */
const LARGE = 50_000_000;

/** Gives what is to be called for each row: now and then it tells how many they were. */
export function progressOf(file: string, terminal: Terminal): () => void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const isTold = terminal.isInteractive || size > LARGE;
  let rows = 0;
  return () => {
    rows++;
    if (isTold && rows % STEP === 0) terminal.err(`${rows.toLocaleString('en')} rows read …`);
  };
}
