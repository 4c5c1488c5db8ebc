import { beforeAll, describe, expect, test } from 'vitest';
import { DETAILS_SIZE } from '../../../../src/dossier/manifest.ts';
import type { Project } from '../../../../src/dossier/types.ts';
import { csv } from '../../../../src/share/export/csv.ts';
import { FORMATS } from '../../../../src/share/export/registry.ts';
import {
  countUnplaced,
  countWithoutOutline,
  shownRows,
} from '../../../../src/share/export/rows.ts';
import { batches, ProjectsMissing, writeFile } from '../../../../src/share/export/write.ts';
import { filterProjects } from '../../../../src/view/filter.ts';
import { NO_FILTERS } from '../../../../src/view/view.ts';
import { NO_OUTLINES } from '../../../../src/dossier/outlines.ts';
import { contentOf, fileOf, isPlaced, publishedContent, type Published } from './content.ts';

let published: Published;
beforeAll(async () => {
  published = await publishedContent();
});

/** Details of so many pieces; what was asked for is noted. */
function detailsOf(
  is: (row: number) => 'sound' | 'unsound' | 'missing' = () => 'sound',
): Parameters<typeof batches>[0] & { readonly asked: number[] } {
  const [project] = published.projects;
  if (project === undefined) throw new Error('There are no projects.');
  const asked: number[] = [];
  const found = (row: number): Project | null => (is(row) === 'sound' ? { ...project, row } : null);
  return {
    asked,
    get: async (row) => {
      asked.push(row);
      return found(row);
    },
    peek: (row) => (is(row) === 'missing' ? undefined : found(row)),
  };
}

async function rowsOf(coming: AsyncIterable<readonly Project[]>): Promise<number[][]> {
  const batched: number[][] = [];
  for await (const batch of coming) batched.push(batch.map(({ row }) => row));
  return batched;
}

const ROWS = Uint32Array.of(3, 7, DETAILS_SIZE - 1, DETAILS_SIZE, 5 * DETAILS_SIZE + 1);

describe('projects are fetched', () => {
  test('piece by piece, in their order', async () => {
    expect(await rowsOf(batches(detailsOf(), ROWS))).toEqual([
      [3, 7, DETAILS_SIZE - 1],
      [DETAILS_SIZE],
      [5 * DETAILS_SIZE + 1],
    ]);
  });

  test('with the progress told', async () => {
    const told: [number, number][] = [];
    const onProgress = (done: number, all: number) => told.push([done, all]);
    await rowsOf(batches(detailsOf(), ROWS, { onProgress }));
    expect(told).toEqual([
      [0, 5],
      [3, 5],
      [4, 5],
      [5, 5],
    ]);
  });

  test('until one cancels', async () => {
    const canceling = new AbortController();
    const details = detailsOf();
    const rows = Uint32Array.from({ length: 20 }, (_, piece) => piece * DETAILS_SIZE);
    const onProgress = (done: number) => done === 2 && canceling.abort();
    await expect(
      rowsOf(batches(details, rows, { signal: canceling.signal, onProgress })),
    ).rejects.toThrow('aborted');
    expect(Math.max(...details.asked)).toBeLessThan(10 * DETAILS_SIZE);
  });

  test('without what is unsound', async () => {
    const details = detailsOf((row) => (row === 7 ? 'unsound' : 'sound'));
    expect((await rowsOf(batches(details, ROWS))).flat()).toEqual([...ROWS].filter((r) => r !== 7));
  });

  test('and where a piece doesn’t arrive, that is told and nothing is written', async () => {
    const details = detailsOf((row) => (row < DETAILS_SIZE ? 'missing' : 'sound'));
    await expect(rowsOf(batches(details, ROWS))).rejects.toEqual(new ProjectsMissing(3));
  });
});

describe('a file', () => {
  test.each(FORMATS)('of $id is what its format makes of all projects', async ({ load }) => {
    const { content, projects } = published;
    const format = await load();
    const { blob, name, unsound } = await writeFile(format, content);
    expect(await blob.text()).toBe(fileOf(format, content, projects).replace(/^\uFEFF/, ''));
    expect(blob.type).toBe(format.mediaType.toLowerCase());
    expect(name).toBe(`uzbekistan-and-kazakhstan-december-2022-2026-11-23.${format.extension}`);
    expect(unsound).toBe(0);
  });

  test.each(FORMATS)('of nothing in $id is still a file', async ({ load }) => {
    const { content } = published;
    const format = await load();
    const { blob } = await writeFile(format, { ...content, rows: new Uint32Array() });
    expect(await blob.text()).toBe(fileOf(format, content, []).replace(/^\uFEFF/, ''));
  });

  test('begins with the mark by which spreadsheets know UTF-8', async () => {
    const { blob } = await writeFile(csv, published.content);
    expect([...new Uint8Array(await blob.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe('of what a filter shows', () => {
  test('the rows are counted, and those not placed', () => {
    const { dossier } = published.content;
    const filtered = filterProjects(dossier, { ...NO_FILTERS, sector: ['energy', 'diplomacy'] });
    const rows = shownRows(filtered);
    expect([...rows]).toEqual(
      published.projects
        .filter(({ sector }) => ['energy', 'diplomacy'].includes(sector.id))
        .map(({ row }) => row),
    );
    const unplaced = [...rows].filter((row) => !isPlaced(dossier, row)).length;
    expect(unplaced).toBeGreaterThan(0);
    expect(countUnplaced(rows, dossier.index)).toBe(unplaced);
  });

  test('those in an area without an outline are counted', () => {
    const { dossier, outlines, rows } = published.content;
    expect(countWithoutOutline(rows, dossier, outlines)).toBe(0);
    const areas = published.projects.filter(
      ({ location }) =>
        location !== null && ['region', 'country', 'water'].includes(location.place.level),
    );
    expect(countWithoutOutline(rows, dossier, NO_OUTLINES)).toBe(areas.length);
    expect(contentOf(dossier, NO_OUTLINES).rows).toHaveLength(39);
  });
});
