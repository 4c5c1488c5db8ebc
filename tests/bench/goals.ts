import { ATLAS, ON_THE_GROUND } from './contestants.ts';
import type { Figures, Measured } from './measurement.ts';
import type { MeasuredNarrowing } from './narrowingFigures.ts';
import { median } from './statistics.ts';
import { frames, megabytes, milliseconds, times, whole } from './units.ts';

/** All that was measured with so many projects. */
export interface Row {
  readonly projects: number;
  readonly measured: readonly Measured[];
  readonly narrowing: MeasuredNarrowing;
}

/** What was measured with the default dossier, and how often. */
export interface SmallRow extends Row {
  /** How much longer the atlas took than MapLibre with the same style and data, in each pair. */
  readonly ratios: readonly number[];
  /** How much later the first text was seen than in a page of that text alone, milliseconds. */
  readonly firstText: readonly number[];
}

export interface Verdict {
  readonly projects: string;
  readonly goal: string;
  readonly measured: string;
  /** `null` where it couldn't be judged. */
  readonly isMet: boolean | null;
}

/** What the atlas may take: times bare MapLibre, milliseconds, bytes. */
const SMALL = { ready: 1.15, filter: 100, fetched: 600e3, firstText: 300 };
/** Times the fastest peer, and bytes. */
const LARGE = [
  { projects: 100_000, ready: 1, filter: 1 / 4, memory: 200e6, fetched: 3e6 },
  { projects: 1_000_000, ready: 1 / 2, filter: 1 / 10, memory: 700e6, fetched: 20e6 },
];
/** Milliseconds of work of the main thread, on the median. */
const WORK = { projects: 100_000, most: 50 };
/** Milliseconds and bytes to the first answer of a search. */
const SEARCH = { projects: 1_000_000, first: 300, fetched: 5e6 };
/** A second, where MapLibre has as many. */
const FRAMES = 30;

export function judgeSmall({ projects, measured, ratios, firstText }: SmallRow): Verdict[] {
  const atlas = figuresOf(measured, ATLAS);
  const verdict = verdictsFor(whole(projects));
  return [
    verdict('ready, beside MapLibre', median(ratios), SMALL.ready, times),
    verdict('filter', atlas?.filter, SMALL.filter, milliseconds),
    verdict('fetched', atlas?.fetched, SMALL.fetched, megabytes),
    verdict(
      'first text at 1.6 Mbit/s and 150 ms, later than a page of the text alone',
      median(firstText),
      SMALL.firstText,
      milliseconds,
    ),
  ];
}

export function judgeLarge(rows: readonly Row[]): Verdict[] {
  return [
    ...rows.flatMap(({ projects, measured }) => {
      const goal = LARGE.find((goal) => goal.projects === projects);
      if (goal === undefined) return [];
      const atlas = figuresOf(measured, ATLAS);
      const verdict = verdictsFor(whole(projects));
      const beside = (figure: (figures: Figures) => number | undefined) => {
        const own = atlas === undefined ? undefined : figure(atlas);
        const peers = measured.flatMap(({ name, figures }) =>
          name === ATLAS || name === ON_THE_GROUND || figures === null
            ? []
            : (figure(figures) ?? []),
        );
        return own === undefined || peers.length === 0 ? undefined : own / Math.min(...peers);
      };
      return [
        verdict(
          'ready, beside the fastest peer',
          beside(({ ready }) => ready),
          goal.ready,
          times,
        ),
        verdict(
          'filter, beside the fastest peer',
          beside(({ filter }) => filter ?? undefined),
          goal.filter,
          times,
        ),
        verdict('memory', atlas?.memory, goal.memory, megabytes),
        verdict('fetched', atlas?.fetched, goal.fetched, megabytes),
      ];
    }),
    ...rows.flatMap(judgeNarrowing),
    ...rows.map(judgeFrames),
    ...rows.slice(1).flatMap((row, index) => {
      const before = rows[index];
      return before === undefined ? [] : judgeGrowth(before, row);
    }),
  ];
}

function judgeNarrowing({ projects, narrowing: { figures } }: Row): Verdict[] {
  const verdict = verdictsFor(whole(projects));
  const work =
    projects === WORK.projects
      ? [
          verdict('work of a keystroke', figures?.keystroke.median, WORK.most, milliseconds),
          verdict('work of a choice', figures?.choice.median, WORK.most, milliseconds),
        ]
      : [];
  const search =
    projects === SEARCH.projects
      ? [
          verdict('first answer of search', figures?.first, SEARCH.first, milliseconds),
          verdict('fetched for it', figures?.fetched, SEARCH.fetched, megabytes),
        ]
      : [];
  return [...work, ...search];
}

function judgeFrames({ projects, measured }: Row): Verdict {
  const atlas = figuresOf(measured, ATLAS)?.frames;
  const mapLibre = figuresOf(measured, ON_THE_GROUND)?.frames;
  return {
    projects: whole(projects),
    goal: `pan and zoom: at least ${frames(FRAMES)} where MapLibre has them with as many clusters on the same ground`,
    measured: `${said(atlas?.perSecond, frames)}, MapLibre ${said(mapLibre?.perSecond, frames)}`,
    isMet: isAsQuick(atlas?.perSecond, mapLibre?.perSecond),
  };
}

function isAsQuick(own: number | undefined, mapLibre: number | undefined): boolean | null {
  if (own === undefined) return null;
  if (own >= FRAMES) return true;
  return mapLibre === undefined ? null : mapLibre < FRAMES;
}

/** Costs must grow no more than the projects do. */
function judgeGrowth(before: Row, after: Row): Verdict[] {
  const small = figuresOf(before.measured, ATLAS);
  const large = figuresOf(after.measured, ATLAS);
  const verdict = verdictsFor(`${whole(before.projects)} → ${whole(after.projects)}`);
  const growth = (figure: (figures: Figures) => number | null | undefined) => {
    const [less, more] = [small && figure(small), large && figure(large)];
    return less == null || more == null ? undefined : more / less;
  };
  const most = after.projects / before.projects;
  return [
    verdict(
      'ready, growth',
      growth(({ ready }) => ready),
      most,
      times,
    ),
    verdict(
      'filter, growth',
      growth(({ filter }) => filter),
      most,
      times,
    ),
    verdict(
      'memory, growth',
      growth(({ memory }) => memory),
      most,
      times,
    ),
    verdict(
      'fetched, growth',
      growth(({ fetched }) => fetched),
      most,
      times,
    ),
  ];
}

function verdictsFor(projects: string) {
  return (
    what: string,
    value: number | null | undefined,
    most: number,
    unit: (value: number) => string,
  ): Verdict => ({
    projects,
    goal: `${what}: at most ${unit(most)}`,
    measured: said(value, unit),
    isMet: value == null ? null : value <= most,
  });
}

const said = (value: number | null | undefined, unit: (value: number) => string) =>
  value == null ? 'not measured' : unit(value);

const figuresOf = (measured: readonly Measured[], wanted: string) =>
  measured.find(({ name }) => name === wanted)?.figures ?? undefined;
