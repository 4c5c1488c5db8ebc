import fc from 'fast-check';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Row } from '../../../src/dossier/projectIndex.ts';
import type { Found } from '../../../src/dossier/searchEngine.ts';
import type { Bounds, Dossier, Project } from '../../../src/dossier/types.ts';
import { encodeArea } from '../../../src/view/area.ts';
import * as spatial from '../../../src/view/spatial.ts';
import type { ViewStore } from '../../../src/view/store.svelte.ts';
import { openPublished, projectsOf, storeOf } from '../published.ts';
import { settled } from './held.ts';
import { box } from './placed.ts';

/** What a reader does; what isn't at hand for it arrives later. */
interface Action {
  readonly name: string;
  readonly isSpatial?: boolean;
  /** Resolves once the reader can go on, not once all has arrived. */
  readonly act: (store: ViewStore) => void | Promise<void>;
}

const SOUTH: Bounds = [60, 37, 75, 43];
const NORTH: Bounds = [60, 48, 75, 55];
/** The last one is never found. */
const WORDS = ['kostanay', 'region', 'uzbekistan', 'failing'];
const IDS = ['kostanay-cars', 'abay-events', 'samarkand-thermal-power-plant'];
const LINKS = [
  '',
  '#sector=energy&project=samarkand-thermal-power-plant',
  '#q=kostanay&project=kostanay-cars',
  '#q=region&frame=60/37/75/43&pane=projects',
];

let dossier: Dossier;
let projects: readonly Project[];
let answers: ReadonlyMap<string, Found | null>;

beforeAll(async () => {
  dossier = await openPublished();
  projects = await projectsOf(dossier);
  const pairs = WORDS.slice(0, -1).map(
    async (words) => [words, await dossier.search.find(words)] as const,
  );
  answers = new Map(await Promise.all(pairs));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.doUnmock('../../../src/view/spatial.ts');
  vi.useRealTimers();
});

const rowOf = (id: string): Row | null =>
  projects.find((project) => project.id === id)?.row ?? null;

/** Longer than a link waits for its project before the rest of it is shown. */
async function waited(): Promise<void> {
  await settled();
  await vi.advanceTimersByTimeAsync(1000);
}

function areaOf([west, south, east, north]: Bounds): string {
  const area = encodeArea(box(west, south, east, north));
  if ('problem' in area) throw new Error(`That is no area: ${area.problem}.`);
  return area.text;
}

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom('', ...WORDS).map((words): Action => ({
    name: `search “${words}”`,
    act: (store) => store.search(words),
  })),
  fc.constantFrom('energy', 'automotive').map((sector): Action => ({
    name: `toggle ${sector}`,
    act: (store) => store.toggle('sector', sector),
  })),
  fc.constantFrom(SOUTH, NORTH, null).map((frame): Action => ({
    name: `area ${String(frame)}`,
    isSpatial: frame !== null,
    act: (store) => store.narrow({ area: frame && areaOf(frame) }),
  })),
  fc.constantFrom(SOUTH, NORTH, null).map((frame): Action => ({
    name: `frame ${String(frame)}`,
    isSpatial: frame !== null,
    act: (store) => store.narrow({ frame }),
  })),
  fc.constantFrom(SOUTH, NORTH).map((frame): Action => ({
    name: `map to ${frame.join()}`,
    act: (store) =>
      store.moveCamera({ zoom: 5, lat: frame[1], lng: 66, bearing: 0, pitch: 0 }, frame),
  })),
  fc.constantFrom(...IDS).map((id): Action => ({
    name: `open ${id}`,
    act: (store) => void store.show(rowOf(id) ?? 0),
  })),
  fc.constant<Action>({ name: 'close', act: (store) => store.select(null) }),
  fc.constant<Action>({ name: 'clear', act: (store) => store.clearFilters() }),
  fc.constantFrom(...LINKS).map((link): Action => ({
    name: `follow “${link}”`,
    isSpatial: link.includes('frame'),
    act: async (store) => {
      void store.readLink(link);
      await waited();
    },
  })),
);

/** Lets everything that isn't at hand come by way of a function. */
function fetchBy(fetch: <T>(what: string, value: T) => Promise<T>): { isSpatialAsked(): boolean } {
  let isAsked = false;
  vi.doUnmock('../../../src/view/spatial.ts');
  vi.spyOn(dossier.search, 'find').mockImplementation((words) =>
    fetch(`answer to “${words}”`, answers.get(words) ?? null),
  );
  vi.spyOn(dossier.details, 'peek').mockReturnValue(undefined);
  vi.spyOn(dossier.details, 'find').mockImplementation((id) => Promise.resolve(rowOf(id)));
  vi.spyOn(dossier.details, 'get').mockImplementation((row) =>
    fetch(`project ${row}`, projects[row] ?? null),
  );
  vi.doMock('../../../src/view/spatial.ts', () => {
    isAsked = true;
    return fetch('spatial', { ...spatial });
  });
  return { isSpatialAsked: () => isAsked };
}

function state({ view, filtered, found, selected, isFetching, linkProblems }: ViewStore) {
  return {
    view,
    filtered,
    searched: found?.terms ?? null,
    selected: selected?.id ?? null,
    isFetching,
    linkProblems,
  };
}

/** What there is to see where everything arrives before the reader does the next thing. */
async function atOnce(actions: readonly Action[]) {
  const asked = fetchBy((_, value) => Promise.resolve(value));
  const store = await storeOf(dossier);
  let isSpatial = false;
  for (const { act, isSpatial: isNow = false } of actions) {
    await act(store);
    isSpatial ||= isNow;
    if (isSpatial) await vi.waitFor(() => expect(asked.isSpatialAsked()).toBe(true));
    await waited();
  }
  return state(store);
}

test('in whatever order things arrive, what is seen is what was asked for last', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const actions = fc.array(action, { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(actions, fc.scheduler(), async (actions, scheduler) => {
      const expected = await atOnce(actions);
      const asked = fetchBy(async (what, value) => {
        await scheduler.schedule(Promise.resolve(), what);
        return value;
      });
      const store = await storeOf(dossier);
      const { task } = scheduler.scheduleSequence(
        actions.map(({ name, act }) => ({ label: name, builder: async () => act(store) })),
      );
      let isOver = false;
      void task.then(() => (isOver = true));
      const isSpatial = actions.some(({ isSpatial = false }) => isSpatial);
      const isAllAsked = () => isOver && (!isSpatial || asked.isSpatialAsked());
      while (!isAllAsked() || scheduler.count() > 0) {
        if (scheduler.count() > 0) await scheduler.waitNext(1);
        // Nothing that a reader does comes between what follows at once.
        await settled();
      }
      expect(state(store)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
