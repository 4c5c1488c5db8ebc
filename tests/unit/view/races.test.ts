import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Row } from '../../../src/dossier/projectIndex.ts';
import type { ReadBytes } from '../../../src/dossier/piece.ts';
import type { Found } from '../../../src/dossier/searchEngine.ts';
import { openDossier } from '../../../src/dossier/open.ts';
import type { Bounds, Dossier, Project } from '../../../src/dossier/types.ts';
import { NO_OUTLINES } from '../../../src/dossier/outlines.ts';
import { encodeArea } from '../../../src/view/area.ts';
import { formatLink } from '../../../src/view/link.ts';
import * as spatial from '../../../src/view/spatial.ts';
import type { ViewStore } from '../../../src/view/store.svelte.ts';
import { ID, projectsOf, published, storeOf } from '../published.ts';
import { Held, settled } from './held.ts';
import { box } from './placed.ts';

let read: ReadBytes | null = null;
let dossier: Dossier;
let projects: readonly Project[];

beforeEach(async () => {
  read ??= await published();
  const opened = await openDossier(ID, read);
  if (opened.dossier === null) throw new Error('The dossier can’t be opened.');
  dossier = opened.dossier;
  projects = await projectsOf(dossier);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.doUnmock('../../../src/view/spatial.ts');
  vi.useRealTimers();
});

function project(id: string): Project {
  const found = projects.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no project ${id}.`);
  return found;
}

function shown(store: ViewStore): readonly Row[] {
  return projects.map(({ row }) => row).filter((row) => store.isVisible(row));
}

const rowsOf = (mask: Uint8Array) =>
  projects.map(({ row }) => row).filter((row) => mask[row] === 1);

async function found(words: string): Promise<Found> {
  const result = await dossier.search.find(words);
  if (result === null) throw new Error(`“${words}” can’t be searched for.`);
  return result;
}

/** Searches are answered when the test says so. */
function holdSearch(): Held<string, Found | null> {
  const held = new Held<string, Found | null>();
  vi.spyOn(dossier.search, 'find').mockImplementation(held.ask);
  return held;
}

/** Projects arrive when the test says so. */
function holdProjects(): Held<Row, Project | null> {
  const held = new Held<Row, Project | null>();
  vi.spyOn(dossier.details, 'peek').mockReturnValue(undefined);
  vi.spyOn(dossier.details, 'find').mockImplementation((id) => Promise.resolve(project(id).row));
  vi.spyOn(dossier.details, 'get').mockImplementation(held.ask);
  return held;
}

/** What judges areas arrives when the test says so, or not at all. */
function holdSpatial(): Held<'spatial', 'sound' | 'lost'> {
  const held = new Held<'spatial', 'sound' | 'lost'>();
  const fetched = async () => {
    vi.doMock('../../../src/view/spatial.ts', fetched);
    if ((await held.ask('spatial')) === 'lost') throw new Error('no answer');
    return { ...spatial };
  };
  vi.doMock('../../../src/view/spatial.ts', fetched);
  return held;
}

const SOUTH: Bounds = [60, 37, 75, 43];
const NORTH: Bounds = [60, 48, 75, 55];
const CAMERA = { zoom: 5, lat: 40, lng: 66, bearing: 0, pitch: 0 };

function areaOf([west, south, east, north]: Bounds): string {
  const area = encodeArea(box(west, south, east, north));
  if ('problem' in area) throw new Error(`That is no area: ${area.problem}.`);
  return area.text;
}

const rowsWithin = (frame: Bounds) => rowsOf(spatial.inFrame(frame, dossier, NO_OUTLINES));

/** Two answers in the order in which they were asked for, and the other way round. */
const ORDERS = [
  [0, 1],
  [1, 0],
] as const;

describe('searches', () => {
  test.each(ORDERS)('answered in the order %i, %i show what was typed last', async (...order) => {
    const answers = [await found('kostanay'), await found('energy')] as const;
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.search('kostanay');
    store.search('energy');
    for (const number of order) await held.answer(number, answers[number]);
    expect(held.questions).toEqual(['kostanay', 'energy']);
    expect(store.found).toBe(answers[1]);
    expect(shown(store)).toEqual(rowsOf(answers[1].mask));
  });

  test('cleared before the answer arrives show everything', async () => {
    const answer = await found('kostanay');
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.search('kostanay');
    store.clearFilters('q');
    await held.answer(0, answer);
    expect(store.found).toBeNull();
    expect(store.filtered.count).toBe(projects.length);
  });

  test('keep what was found until there is an answer', async () => {
    const answers = [await found('kostanay'), await found('energy')] as const;
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.search('kostanay');
    await held.answer(0, answers[0]);
    store.search('energy');
    expect(shown(store)).toEqual(rowsOf(answers[0].mask));
    await held.answer(1, answers[1]);
    expect(shown(store)).toEqual(rowsOf(answers[1].mask));
  });

  test('that failed late leave what a later one found', async () => {
    const answer = await found('energy');
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.search('kostanay');
    store.search('energy');
    await held.answer(1, answer);
    await held.answer(0, null);
    expect(store.found).toBe(answer);
    store.toggle('sector', 'energy');
    expect(held.questions).toHaveLength(2);
  });

  test.each(['energy', ''])(
    'that failed late leave what the same words found after “%s”',
    async (between) => {
      const answer = await found('kostanay');
      const held = holdSearch();
      const store = await storeOf(dossier);
      for (const words of ['kostanay', between, 'kostanay']) store.search(words);
      const last = held.questions.length - 1;
      await held.answer(last, answer);
      await held.answer(0, null);
      expect(store.found).toBe(answer);
      expect(shown(store)).toEqual(rowsOf(answer.mask));
    },
  );

  test('that failed are asked for again with the next change', async () => {
    const answer = await found('kostanay');
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.search('kostanay');
    await held.answer(0, null);
    expect(store.filtered.count).toBe(projects.length);
    store.search('kostanay');
    await held.answer(1, answer);
    expect(shown(store)).toEqual(rowsOf(answer.mask));
  });

  test('are narrowed by a filter that is chosen meanwhile', async () => {
    const answer = await found('region');
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.search('region');
    store.toggle('sector', 'energy');
    await held.answer(0, answer);
    const rows = rowsOf(answer.mask);
    const inSector = projects.filter(({ sector }) => sector.id === 'energy');
    const both = inSector.map(({ row }) => row).filter((row) => rows.includes(row));
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(rows.length);
    expect(shown(store)).toEqual(both);
    store.toggle('sector', 'energy');
    expect(shown(store)).toEqual(rows);
    expect(held.questions).toHaveLength(1);
  });

  test('go together with a frame that follows the map meanwhile', async () => {
    const answer = await found('uzbekistan');
    const held = holdSearch();
    const store = await storeOf(dossier);
    store.narrow({ frame: NORTH });
    await vi.waitFor(() => expect(shown(store)).toEqual(rowsWithin(NORTH)));
    store.search('uzbekistan');
    store.moveCamera(CAMERA, SOUTH);
    await held.answer(0, answer);
    const rows = rowsOf(answer.mask);
    const both = rowsWithin(SOUTH).filter((row) => rows.includes(row));
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(Math.min(rows.length, rowsWithin(SOUTH).length));
    expect(shown(store)).toEqual(both);
    expect(held.questions).toHaveLength(1);
  });
});

describe('an area', () => {
  test('cleared before it can be judged by holds nothing back', async () => {
    const held = holdSpatial();
    const store = await storeOf(dossier);
    store.narrow({ area: areaOf(SOUTH) });
    store.clearFilters('area');
    await vi.waitFor(() => expect(held.questions).toHaveLength(1));
    await held.answer(0, 'sound');
    expect(store.filtered.count).toBe(projects.length);
  });

  test('changed before it can be judged by is the last one', async () => {
    const held = holdSpatial();
    const store = await storeOf(dossier);
    for (const frame of [SOUTH, NORTH, SOUTH, NORTH]) store.narrow({ area: areaOf(frame) });
    await vi.waitFor(() => expect(held.questions).toHaveLength(1));
    expect(store.filtered.count).toBe(projects.length);
    await held.answer(0, 'sound');
    await vi.waitFor(() => expect(shown(store)).toEqual(rowsWithin(NORTH)));
    expect(rowsWithin(NORTH)).not.toEqual(rowsWithin(SOUTH));
    expect(held.questions).toHaveLength(1);
  });

  test('that can’t be judged by is told of once, and tried again with the next change', async () => {
    const held = holdSpatial();
    const store = await storeOf(dossier);
    store.narrow({ area: areaOf(SOUTH) });
    for (const number of [0, 1]) {
      await vi.waitFor(() => expect(held.questions).toHaveLength(number + 1));
      await held.answer(number, 'lost');
      await vi.waitFor(() => expect(store.problems).toHaveLength(1));
      expect(store.filtered.count).toBe(projects.length);
      store.toggle('sector', 'energy');
      store.toggle('sector', 'energy');
    }
    await vi.waitFor(() => expect(held.questions).toHaveLength(3));
    await held.answer(2, 'sound');
    await vi.waitFor(() => expect(shown(store)).toEqual(rowsWithin(SOUTH)));
    expect(store.problems).toMatchObject([{ file: 'spatial' }]);
  });
});

const ENERGY_LINK = '#sector=energy&project=kostanay-cars';

/** A link whose project keeps one waiting: the rest of it is shown. */
async function openSlowly(store: ViewStore, link: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  void store.readLink(link);
  await settled();
  await vi.advanceTimersByTimeAsync(1000);
}

describe('a link', () => {
  test.each(ORDERS)('followed after another shows its project: %i, %i', async (...order) => {
    const named = [project('kostanay-cars'), project('abay-events')] as const;
    const held = holdProjects();
    const store = await storeOf(dossier);
    await openSlowly(store, ENERGY_LINK);
    expect(store.view.filters.sector).toEqual(['energy']);
    expect(store.isFetching).toBe(true);
    await openSlowly(store, '#kind=event&project=abay-events');
    expect(held.questions).toEqual(named.map(({ row }) => row));
    for (const number of order) {
      await held.answer(number, named[number]);
      expect(store.isFetching).toBe(store.selected !== named[1]);
    }
    expect(formatLink(store.view)).toBe('kind=event&project=abay-events');
    expect(store.selected).toBe(named[1]);
    expect(store.isFetching).toBe(false);
  });

  test('isn’t marked as failed by the project of another before it', async () => {
    const held = holdProjects();
    const store = await storeOf(dossier);
    await openSlowly(store, ENERGY_LINK);
    await store.readLink('#pane=projects');
    await held.answer(0, null);
    expect(store.linkProblems).toEqual([]);
    expect(formatLink(store.view)).toBe('pane=projects');
    expect(store.isFetching).toBe(false);
  });

  test('whose project fails can be followed once more', async () => {
    const held = holdProjects();
    const store = await storeOf(dossier);
    await openSlowly(store, ENERGY_LINK);
    await held.answer(0, null);
    expect(store.linkProblems).toMatchObject([{ reason: 'unsound-project' }]);
    await openSlowly(store, ENERGY_LINK);
    expect(store.linkProblems).toEqual([]);
    await held.answer(1, project('kostanay-cars'));
    expect(store.selected?.id).toBe('kostanay-cars');
    expect(store.linkProblems).toEqual([]);
  });

  test('leaves what the reader changed before its project arrives', async () => {
    const held = holdProjects();
    const store = await storeOf(dossier);
    await openSlowly(store, ENERGY_LINK);
    store.moveCamera(CAMERA, SOUTH);
    store.toggle('kind', 'event');
    await held.answer(0, project('kostanay-cars'));
    expect(store.view.camera).toEqual(CAMERA);
    expect(store.view.filters).toMatchObject({ sector: ['energy'], kind: ['event'] });
    expect(store.selected?.id).toBe('kostanay-cars');
  });

  test('doesn’t bring back a notice that was dismissed', async () => {
    const held = holdProjects();
    const store = await storeOf(dossier);
    await openSlowly(store, '#sector=lost&project=kostanay-cars');
    expect(store.linkProblems).toHaveLength(1);
    store.dismissLinkProblems();
    await held.answer(0, project('kostanay-cars'));
    expect(store.selected?.id).toBe('kostanay-cars');
    expect(store.linkProblems).toEqual([]);
  });

  test('says nothing more of its project where a choice is opened instead', async () => {
    const held = holdProjects();
    const store = await storeOf(dossier);
    await openSlowly(store, ENERGY_LINK);
    store.offer([project('abay-events').row, project('kostanay-cars').row], [66, 40]);
    await held.answer(0, project('kostanay-cars'));
    expect(store.choice).not.toBeNull();
    store.closeChoice();
    expect(store.selected).toBeNull();
    expect(formatLink(store.view)).toBe('sector=energy');
    expect(store.isFetching).toBe(false);
  });
});

describe('a project', () => {
  test.each(ORDERS)('opened after another is the one that is open: %i, %i', async (...order) => {
    const opened = [project('kostanay-cars'), project('abay-events')] as const;
    const held = holdProjects();
    const store = await storeOf(dossier);
    for (const { row } of opened) void store.show(row);
    for (const number of order) await held.answer(number, opened[number]);
    expect(store.selected).toBe(opened[1]);
    expect(store.view.project).toBe('abay-events');
    expect(store.flight?.rows).toEqual([opened[1].row]);
    expect(store.isFetching).toBe(false);
  });

  test.each(['closed', 'chosen from others'])(
    'isn’t opened any more after the card was %s',
    async (what) => {
      const held = holdProjects();
      const store = await storeOf(dossier);
      const { row } = project('kostanay-cars');
      void store.open(row);
      if (what === 'closed') store.select(null);
      else store.offer([row, project('abay-events').row], [66, 40]);
      await held.answer(0, project('kostanay-cars'));
      expect(store.selected).toBeNull();
      expect(store.choice === null).toBe(what === 'closed');
      expect(store.isFetching).toBe(false);
    },
  );

  test('that fails late leaves the one opened after it, and can be opened again', async () => {
    const held = holdProjects();
    const store = await storeOf(dossier);
    const { row } = project('kostanay-cars');
    void store.open(row);
    void store.open(project('abay-events').row);
    await held.answer(1, project('abay-events'));
    await held.answer(0, null);
    expect(store.selected?.id).toBe('abay-events');
    void store.open(row);
    await held.answer(2, project('kostanay-cars'));
    expect(store.selected?.id).toBe('kostanay-cars');
  });
});
