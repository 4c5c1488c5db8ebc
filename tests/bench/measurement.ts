import { emptyMap, type Contestant } from './contestants.ts';
import type { Frames } from './frames.ts';
import { median } from './statistics.ts';
import { describeVisit } from './describe.ts';
import { NotMeasured, visit, type Site, type Viewport, type Visit } from './visit.ts';

/** Medians of all visits, in milliseconds and bytes. */
export interface Figures {
  readonly rounds: number;
  readonly ready: number;
  readonly fetched: number;
  /** Over that of an empty MapLibre page; `null` where the system can't tell. */
  readonly memory: number | null;
  readonly filter: number | null;
  readonly frames: Frames | null;
}

export interface Measured {
  readonly name: string;
  /** `null` where it failed. */
  readonly figures: Figures | null;
  readonly failure: string | null;
}

interface Visits {
  readonly contestant: Contestant;
  readonly visits: readonly Visit[];
  readonly failure: string | null;
}

/**
 * Visits all contestants so many times, in turn, and each first as often as the others. One that
 * can't be measured isn't tried again.
 */
export async function measureInTurn(
  label: string,
  contestants: readonly Contestant[],
  rounds: number,
  site: Site,
  viewport: Viewport,
): Promise<Measured[]> {
  let all: Visits[] = [...contestants, emptyMap].map((contestant) => ({
    contestant,
    visits: [],
    failure: null,
  }));
  for (let round = 1; round <= rounds; round++) {
    const visited: Visits[] = [];
    for (const sofar of all) {
      if (sofar.failure === null) {
        const next = await visitOnceMore(sofar, site, viewport, (text) =>
          console.info(
            `${label} · round ${round} of ${rounds} · ${sofar.contestant.name}: ${text}`,
          ),
        );
        visited.push(next);
      } else visited.push(sofar);
    }
    // Each is first in its turn.
    all = [...visited.slice(1), ...visited.slice(0, 1)];
  }

  const empty = all.find(({ contestant }) => contestant === emptyMap);
  const baseline = empty === undefined ? null : medianMemory(empty.visits);
  return contestants.map((contestant) => {
    const { visits = [], failure = null } = all.find((one) => one.contestant === contestant) ?? {};
    const figures = failure === null ? figuresOf(visits, baseline) : null;
    return { name: contestant.name, figures, failure };
  });
}

async function visitOnceMore(
  sofar: Visits,
  site: Site,
  viewport: Viewport,
  say: (text: string) => void,
): Promise<Visits> {
  try {
    const visited = await visit(sofar.contestant, site, viewport);
    say(describeVisit(visited));
    return { ...sofar, visits: [...sofar.visits, visited] };
  } catch (error) {
    const failure = error instanceof NotMeasured ? error.message : `failed: ${String(error)}`;
    say(failure);
    return { ...sofar, failure: failure.split('\n', 1).join('') };
  }
}

function figuresOf(visits: readonly Visit[], baseline: number | null): Figures {
  const filters = visits.flatMap(({ filter }) => filter ?? []);
  const frames = visits.flatMap(({ frames }) => frames ?? []);
  const memory = medianMemory(visits);
  return {
    rounds: visits.length,
    ready: median(visits.map(({ ready }) => ready)),
    fetched: median(visits.map(({ fetched }) => fetched)),
    memory: memory === null || baseline === null ? null : memory - baseline,
    filter: filters.length === 0 ? null : median(filters),
    frames:
      frames.length === 0
        ? null
        : {
            perSecond: median(frames.map(({ perSecond }) => perSecond)),
            longestGap: median(frames.map(({ longestGap }) => longestGap)),
          },
  };
}

function medianMemory(visits: readonly Visit[]): number | null {
  const known = visits.flatMap(({ memory }) => memory ?? []);
  return known.length === 0 ? null : median(known);
}
