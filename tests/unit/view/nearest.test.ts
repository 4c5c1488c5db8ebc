import { setImmediate } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as NearestNames from '../../../src/dossier/nearestNames.ts';
import type { Dossier, Project } from '../../../src/dossier/types.ts';
import { formatLink } from '../../../src/view/link.ts';
import type { ViewStore } from '../../../src/view/store.svelte.ts';
import { openPublished, projectsOf, storeOf } from '../published.ts';

/** What is sought, each with what answers it. */
const { sought, nearestProjects } = vi.hoisted(() => {
  const sought = new Map<string, (projects: readonly Project[]) => void>();
  const nearestProjects: typeof NearestNames.nearestProjects = (id) =>
    new Promise((resolve) => sought.set(id, resolve));
  return { sought, nearestProjects };
});
vi.mock('../../../src/dossier/nearestNames.ts', () => ({ nearestProjects }));

let dossier: Dossier;
let projects: readonly Project[];
beforeAll(async () => {
  dossier = await openPublished();
  projects = await projectsOf(dossier);
});
beforeEach(() => sought.clear());

function project(id: string): Project {
  const found = projects.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no project ${id}.`);
  return found;
}

/** Waits until it is sought, answers, and lets all that follows from that happen. */
async function answer(unknown: string, ...ids: readonly string[]): Promise<void> {
  await vi.waitFor(() => expect([...sought.keys()]).toContain(unknown));
  sought.get(unknown)?.(ids.map(project));
  await setImmediate();
}

const offered = (store: ViewStore) => store.nearest.map(({ id }) => id);
const problems = (store: ViewStore) => store.linkProblems.map(({ reason }) => reason);

describe('what is offered for an unknown project', () => {
  test('comes after the notice, which doesn’t wait', async () => {
    const store = await storeOf(dossier, '#project=car-works');
    expect(problems(store)).toEqual(['unknown-project']);
    expect(offered(store)).toEqual([]);
    await answer('car-works', 'kostanay-cars');
    expect(offered(store)).toEqual(['kostanay-cars']);
    expect(formatLink(store.view)).toBe('');
  });

  test('is chosen in its place, with all else as it was', async () => {
    const link =
      'map=5/44/66&sector=energy&project=power&passage=2022-12-24-allied-relations:geological&theme=dark';
    const store = await storeOf(dossier, `#${link}&kind=steel`);
    await answer('power', 'samarkand-thermal-power-plant', 'energy-facilities');
    store.selectInstead(project('energy-facilities'));
    expect(store.selected?.id).toBe('energy-facilities');
    expect(formatLink(store.view)).toBe(link.replace('=power', '=energy-facilities'));
    expect(store.isByReader).toBe(true);
    expect(store.flight).toBeNull();
    // What else of the link couldn’t be read is still told.
    expect(problems(store)).toEqual(['unknown-value']);
    expect(offered(store)).toEqual([]);
  });

  test.each([
    ['in their order', ['car-works', 'abay']],
    ['the later first', ['abay', 'car-works']],
  ])('is that of the last of two links, answered %s', async (_, order) => {
    const answers = new Map([
      ['car-works', 'kostanay-cars'],
      ['abay', 'abay-events'],
    ]);
    const store = await storeOf(dossier);
    await store.readLink('#project=car-works');
    await store.readLink('#project=abay');
    for (const unknown of order) await answer(unknown, answers.get(unknown) ?? '');
    expect(offered(store)).toEqual(['abay-events']);
    expect(store.linkProblems.map(({ value }) => value)).toEqual(['abay']);
  });

  test('is dropped with the notice, and by a link without fault', async () => {
    const store = await storeOf(dossier, '#project=car-works');
    store.dismissLinkProblems();
    await answer('car-works', 'kostanay-cars');
    expect(offered(store)).toEqual([]);
    await store.readLink('#project=abay');
    await store.readLink('#project=youth-congress');
    await answer('abay', 'abay-events');
    expect(offered(store)).toEqual([]);
    await store.readLink('#project=power');
    await answer('power', 'energy-facilities');
    expect(offered(store)).toEqual(['energy-facilities']);
    await store.readLink('');
    expect(offered(store)).toEqual([]);
  });

  test('isn’t sought for a project whose ids didn’t arrive, nor for a known or an old id', async () => {
    const find = vi.spyOn(dossier.details, 'find').mockResolvedValue('unsound');
    const store = await storeOf(dossier, '#project=car-works');
    find.mockRestore();
    expect(problems(store)).toEqual(['unsound-project']);
    await store.readLink('#project=kostanay-cars');
    await store.readLink('#sector=steel');
    await setImmediate();
    expect(sought.size).toBe(0);
  });

  test('comes for a link that waited for its ids while the map was moved, too', async () => {
    const store = await storeOf(dossier);
    let arrive: () => void = () => undefined;
    const nobody = new Promise<null>((resolve) => (arrive = () => resolve(null)));
    vi.spyOn(dossier.details, 'find').mockReturnValueOnce(nobody);
    const following = store.readLink('#project=car-works');
    await vi.waitFor(() => expect(store.view.project).toBe('car-works'));
    store.moveCamera({ zoom: 5, lat: 44, lng: 66, bearing: 0, pitch: 0 }, [60, 40, 70, 50]);
    arrive();
    await following;
    await answer('car-works', 'kostanay-cars');
    expect(offered(store)).toEqual(['kostanay-cars']);
    expect(formatLink(store.view)).toBe('map=5/44/66');
  });
});
