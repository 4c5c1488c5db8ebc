import { cpus } from 'node:os';
import { cells, HEADINGS } from './describe.ts';
import type { Row, Verdict } from './goals.ts';
import { NARROWING_HEADINGS, narrowingCells } from './narrowingFigures.ts';
import type { Published } from './publishing.ts';
import { megabytes, seconds, whole } from './units.ts';

/** What it took to publish a dossier of so many projects. */
export interface Publication extends Published {
  readonly projects: number;
}

export interface Results {
  readonly rows: readonly Row[];
  readonly verdicts: readonly Verdict[];
  readonly publications: readonly Publication[];
  readonly browser: string;
  readonly rounds: number;
}

/** All results, as Markdown. */
export function report({ rows, verdicts, publications, browser, rounds }: Results): string {
  const measured = rows.flatMap(({ projects, measured }) =>
    measured.map(({ name, figures, failure }) => [
      whole(projects),
      name,
      ...(figures === null ? [failure ?? 'not measured'] : cells(figures)),
    ]),
  );
  const narrowed = rows.map(({ projects, narrowing: { figures, failure } }) => [
    whole(projects),
    ...(figures === null ? [failure ?? 'not measured'] : narrowingCells(figures)),
  ]);
  const judged = verdicts.map(({ projects, goal, measured, isMet }) => [
    projects,
    goal,
    measured,
    isMet === null ? 'not judged' : isMet ? 'met' : '**missed**',
  ]);
  const published = publications.map(({ projects, milliseconds, peak }) => [
    whole(projects),
    seconds(milliseconds),
    megabytes(peak),
  ]);
  return [
    table(['projects', 'page', ...HEADINGS], measured),
    table(['projects', ...NARROWING_HEADINGS], narrowed),
    table(['projects', 'goal', 'measured', ''], judged),
    table(['projects', 'published in', 'memory at most'], published),
    'Keystroke and choice are work of the page’s main thread: processor time of all its tasks, MapLibre’s drawing included, from the one that takes a letter typed into the search or a click on a choice of another facet than the sectors, to the one that makes the frame in which map, counts and the names in the list show it; without what it waits for, and without the labels, which follow. The median and the worst of all rounds; words are typed letter by letter, choices add to each other. The first answer is to the first letter ever typed, 0.7 s after the field was clicked into, from the key to that frame, waiting included; fetched for it is all that comes from before the click: program, words and the projects listed.',
    `20 is the first dossier, the others are made up from a seed; the peers have the same points. Medians of ${rounds}, each in a browser of its own, in turn; ready is from navigation, filter from choosing two of eight sectors to the first frame that shows it (in the atlas one after the other, of which the slower counts), memory over that of an empty MapLibre page, fetched before ready and as a plain static host sends it. ${browser}, ${cpus().length} cores, ${process.platform}, Node ${process.version}, software rendering.`,
  ].join('\n\n');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${headings.map((_heading, index) => cells[index] ?? '').join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
