import { flushSync } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Dossier, Project } from '../../../src/dossier/types.ts';
import { formatLink } from '../../../src/view/link.ts';
import { historyStep } from '../../../src/view/history.ts';
import { referenceTo } from '../../../src/view/passage.ts';
import { DEFAULT_VIEW, type View } from '../../../src/view/view.ts';
import links from '../../links.json';
import { openPublished, projectsOf, storeOf } from '../published.ts';

let dossier: Dossier;
let projects: readonly Project[];
beforeAll(async () => {
  dossier = await openPublished();
  projects = await projectsOf(dossier);
});

function project(id: string): Project {
  const found = projects.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no project ${id}.`);
  return found;
}

function row(id: string): number {
  return project(id).row;
}

describe('the committed links', () => {
  test.each(links)('$link shows what it always showed', async ({ link, shows }) => {
    const store = await storeOf(dossier, link);
    expect(store.view.camera).toEqual(shows.camera);
    expect(store.view.filters.sector).toEqual(shows.sectors);
    expect(store.selected?.name.en ?? null).toBe(shows.project);
    expect(store.view.pane).toBe(shows.pane);
    expect(store.view.theme).toBe(shows.theme ?? null);
    expect(store.view.sort).toEqual(shows.sort ?? null);
    const { passage } = store;
    expect(
      passage === null ? undefined : passage.article.text.slice(passage.start, passage.end),
    ).toBe(shows.passage);
    expect(store.linkProblems.map(({ key }) => key).sort()).toEqual([...shows.problems].sort());
  });
});

describe('filtering by sector', () => {
  test('shows any of the chosen sectors, and counts each as if it were chosen', async () => {
    const store = await storeOf(dossier);
    store.toggle('sector', 'energy');
    store.toggle('sector', 'automotive');
    const shown = projects.filter((project) => store.isVisible(project.row));
    expect(new Set(shown.map(({ sector }) => sector.id))).toEqual(
      new Set(['energy', 'automotive']),
    );
    const { count, counts } = store.filtered;
    expect(count).toBe(shown.length);
    expect(counts.sector.reduce((sum, count) => sum + count)).toBe(projects.length);
    store.toggle('sector', 'energy');
    store.toggle('sector', 'automotive');
    expect(store.view).toEqual(DEFAULT_VIEW);
  });

  test('keeps a selected project that it hides, and says so', async () => {
    const store = await storeOf(dossier);
    store.select(project('kostanay-cars'));
    store.toggle('sector', 'energy');
    flushSync();
    expect(store.selected?.id).toBe('kostanay-cars');
    expect(store.isSelectedHidden).toBe(true);
    store.clearFilters();
    expect(store.isSelectedHidden).toBe(false);
  });
});

describe('the view', () => {
  test('lights up nothing more when something else is chosen', async () => {
    const store = await storeOf(dossier);
    store.light([row('kostanay-cars')]);
    const { lit } = store;
    store.light([row('kostanay-cars')]);
    expect(store.lit).toBe(lit);
    store.select(project('abay-events'));
    expect(store.lit.size).toBe(0);
  });

  test('keeps the other filters when some are cleared, and the rest of itself when all are', async () => {
    const store = await storeOf(dossier, '#sector=energy&kind=event&when=none&pane=projects');
    store.clearFilters('kind', 'when');
    expect(formatLink(store.view)).toBe('sector=energy&pane=projects');
    store.clearFilters();
    expect(formatLink(store.view)).toBe('pane=projects');
  });
});

describe('sorting', () => {
  test('goes one way, the other, and back', async () => {
    const store = await storeOf(dossier);
    const links = Array.from({ length: 4 }, () => {
      store.sortBy('when');
      return formatLink(store.view);
    });
    expect(links).toEqual(['sort=when', 'sort=-when', '', 'sort=when']);
    store.sortBy('name');
    expect(formatLink(store.view)).toBe('sort=name');
  });
});

describe('the panes', () => {
  test('of a dossier without articles are those of its projects', async () => {
    const store = await storeOf({ ...dossier, articles: [] });
    expect(store.panes).toEqual(['projects', 'table']);
    expect(store.pane).toBe('projects');
    store.showPane('table');
    expect(store.pane).toBe('table');
  });
});

describe('the dossier in a link', () => {
  test('is left out where it is the default, and named where it isn’t', async () => {
    expect(formatLink((await storeOf(dossier, `#dossier=${dossier.id}`)).view)).toBe('');
    expect(formatLink((await storeOf(dossier, '', false)).view)).toBe(`dossier=${dossier.id}`);
  });
});

describe('choosing', () => {
  test('one project from the article selects it and asks for a flight', async () => {
    const store = await storeOf(dossier);
    store.offer([row('kostanay-cars')], null);
    expect(store.flight?.rows).toEqual([row('kostanay-cars')]);
    expect(store.selected?.id).toBe('kostanay-cars');
  });

  test('one project on the map selects it there, without a flight', async () => {
    const store = await storeOf(dossier);
    store.offer([row('kostanay-cars')], [63.6, 53.2]);
    expect(store.anchor).toEqual([63.6, 53.2]);
    expect(store.flight).toBeNull();
  });

  test('several offers the choice and selects none', async () => {
    const store = await storeOf(dossier);
    store.offer([row('kostanay-cars'), row('abay-events')], null);
    expect(store.choice?.rows).toHaveLength(2);
    expect(store.selected).toBeNull();
  });

  test('none changes nothing', async () => {
    const store = await storeOf(dossier);
    store.offer([], null);
    expect(store.view).toEqual(DEFAULT_VIEW);
  });
});

describe('a link followed while the reader goes on', () => {
  test('shows its project as soon as it is at hand', async () => {
    const store = await storeOf(dossier);
    await store.readLink('#sector=energy&project=kostanay-cars');
    expect(store.selected?.id).toBe('kostanay-cars');
    expect(store.view.filters.sector).toEqual(['energy']);
    expect(store.isFetching).toBe(false);
  });

  test('gives way to the next one', async () => {
    const store = await storeOf(dossier);
    const first = store.readLink('#project=kostanay-cars');
    const second = store.readLink('#project=abay-events');
    await Promise.all([first, second]);
    expect(store.selected?.id).toBe('abay-events');
  });

  test('doesn’t take the place of what the reader chooses meanwhile', async () => {
    const store = await storeOf(dossier);
    const following = store.readLink('#project=kostanay-cars');
    store.offer([row('abay-events'), row('kostanay-cars')], [66, 40]);
    await following;
    expect(store.choice?.rows).toHaveLength(2);
    expect(store.selected).toBeNull();
  });
});

describe('the link of a dossier', () => {
  test.each(['.', ',', ')', '!', '”', ').'])(
    'is understood with “%s” behind an id or a passage',
    async (sign) => {
      const link = `#sector=energy${sign}&passage=2022-12-24-allied-relations:the+construction+of+a+thermal${sign}&project=kostanay-cars${sign}`;
      const store = await storeOf(dossier, link);
      expect(store.linkProblems).toEqual([]);
      expect(store.view.filters.sector).toEqual(['energy']);
      expect(store.view.project).toBe('kostanay-cars');
      expect(store.passage).not.toBeNull();
    },
  );

  test('names every cited passage so that it is found again', async () => {
    for (const { citations } of projects) {
      for (const citation of citations) {
        if (!('passage' in citation)) throw new Error('This dossier cites its article only.');
        const store = await storeOf(dossier);
        store.readPassage(citation.passage);
        const reopened = await storeOf(dossier, formatLink(store.view));
        expect(reopened.linkProblems).toEqual([]);
        expect(reopened.passage?.start).toBe(citation.passage.start);
        expect(reopened.passage?.end).toBeGreaterThanOrEqual(citation.passage.end);
        expect(store.view.passage?.words).not.toMatch(/[.,]$/);
        expect(referenceTo(citation.passage).words.length).toBeLessThan(80);
      }
    }
  });
});

describe('the browser’s history', () => {
  const moved: View = {
    ...DEFAULT_VIEW,
    camera: { zoom: 5, lat: 44, lng: 66, bearing: 0, pitch: 0 },
  };
  const filtered: View = {
    ...DEFAULT_VIEW,
    filters: { ...DEFAULT_VIEW.filters, sector: ['energy'] },
  };

  test('is left alone by a view that is the same as written', () => {
    expect(
      historyStep(moved, {
        ...moved,
        camera: { zoom: 5.001, lat: 44.0001, lng: 66, bearing: 0, pitch: 0 },
      }),
    ).toBe('none');
  });
  test('gets no new entry for moving the camera', () => {
    expect(historyStep(DEFAULT_VIEW, moved)).toBe('replace');
  });
  test.each([
    ['a filter', filtered],
    ['a selection', { ...DEFAULT_VIEW, project: 'kostanay-cars' }],
    ['a pane', { ...DEFAULT_VIEW, pane: 'projects' as const }],
    ['a filter with a moved camera', { ...filtered, camera: moved.camera }],
  ])('gets a new entry for %s', (_, to) => {
    expect(historyStep(DEFAULT_VIEW, to)).toBe('push');
  });
});
