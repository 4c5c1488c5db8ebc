import { parseArgs } from 'node:util';
import * as v from 'valibot';

/** About as many projects as the default dossier has: how it is called here. */
export const DEFAULT_DOSSIER = 20;
/** The sizes of the seeded dossiers. */
const SIZES = [1000, 10_000, 100_000, 1_000_000];

export interface Options {
  /** Whether the default dossier is measured, too. */
  readonly small: boolean;
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly peers: boolean;
  /** Whether all is measured that there is, so that the results may be kept. */
  readonly isWhole: boolean;
}

const WholeNumber = v.pipe(v.string(), v.regex(/^[1-9]\d*$/), v.transform(Number));
const Flags = v.object({
  only: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',')),
      v.array(WholeNumber),
    ),
  ),
  rounds: v.optional(WholeNumber, '5'),
  'skip-peers': v.optional(v.boolean(), false),
});

/** `--only 20,1000` measures just these sizes, 20 being the default dossier; a part is only printed. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      'skip-peers': { type: 'boolean' },
    },
  });
  const { only, rounds, 'skip-peers': skipPeers } = v.parse(Flags, values);
  return {
    small: only?.includes(DEFAULT_DOSSIER) ?? true,
    sizes: only?.filter((size) => size !== DEFAULT_DOSSIER).sort((a, b) => a - b) ?? SIZES,
    rounds,
    peers: !skipPeers,
    isWhole: only === undefined && rounds >= 5 && !skipPeers,
  };
}
