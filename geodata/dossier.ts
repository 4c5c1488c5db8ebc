import { fileURLToPath } from 'node:url';
import { Failure } from './import/failure.ts';
import { COMMANDS, IMPORT } from './import/help.ts';
import { importRows } from './import/importRows.ts';
import { nearestHint } from './import/nearest.ts';
import { readOptions } from './import/options.ts';
import { summary } from './import/summary.ts';
import type { Terminal } from './import/terminal.ts';

/**
 * The command line for publishers. Relative paths are below `cwd`. Gives the exit code: 0 where all
 * went well, 2 where rows were left out, 1 where nothing was done.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  cwd: string,
): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === '--help' || command === '-h') {
      terminal.out(COMMANDS);
      return 0;
    }
    if (command === undefined) throw new Failure(COMMANDS);
    if (command !== 'import')
      throw new Failure(
        `${command}: there is no such command${nearestHint(command, ['import'])}; see --help`,
      );
    const options = readOptions(rest, cwd);
    if (options === null) {
      terminal.out(IMPORT);
      return 0;
    }
    const imported = await importRows(options, terminal);
    for (const line of summary(imported, options)) terminal.out(line);
    return imported.report.rows > 0 ? 2 : 0;
  } catch (error) {
    if (!(error instanceof Failure || isOfTheSystem(error))) throw error;
    terminal.err(error.message);
    return 1;
  }
}

/** A full disk, a folder that may not be written, and the like. */
function isOfTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(
    process.argv.slice(2),
    {
      out: (line) => console.info(line),
      err: (line) => console.error(line),
      isInteractive: process.stderr.isTTY,
    },
    // npm runs scripts in the project's folder, wherever it was called.
    process.env['INIT_CWD'] ?? process.cwd(),
  );
