import { cpus } from 'node:os';
import { cells, HEADINGS } from './describe.ts';
import type { Row, Verdict } from './goals.ts';
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
    table(['projects', 'goal', 'measured', ''], judged),
    table(['projects', 'published in', 'memory at most'], published),
    `20 is the first dossier, the others are made up from a seed; the peers have the same points. Medians of ${rounds}, each in a browser of its own, in turn; ready is from navigation, filter from choosing two of eight sectors to the first frame that shows it (in the atlas one after the other, of which the slower counts), memory over that of an empty MapLibre page, fetched before ready and as a plain static host sends it. ${browser}, ${cpus().length} cores, ${process.platform}, Node ${process.version}, software rendering.`,
  ].join('\n\n');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${headings.map((_heading, index) => cells[index] ?? '').join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
