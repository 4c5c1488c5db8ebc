import { flushSync } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkGeodata } from '../../../geodata/check.ts';
import type { Dossier, Project } from '../../../src/dossier/types.ts';
import { formatLink } from '../../../src/view/link.ts';
import { historyStep } from '../../../src/view/history.ts';
import { referenceTo } from '../../../src/view/passage.ts';
import { ViewStore } from '../../../src/view/store.svelte.ts';
import { DEFAULT_VIEW, type View } from '../../../src/view/view.ts';
import links from '../../links.json';

let dossier: Dossier;
beforeAll(async () => {
  const [first] = (await checkGeodata()).dossiers;
  if (first === undefined) throw new Error('There is no dossier.');
  dossier = first;
});

function project(id: string): Project {
  const found = dossier.projects.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no project ${id}.`);
  return found;
}

describe('the committed links', () => {
  test.each(links)('$link shows what it always showed', ({ link, shows }) => {
    const store = new ViewStore(dossier, link);
    expect(store.view.camera).toEqual(shows.camera);
    expect(store.view.filters.sector).toEqual(shows.sectors);
    expect(store.selected?.name.en ?? null).toBe(shows.project);
    expect(store.view.pane).toBe(shows.pane);
    expect(store.view.theme).toBe(shows.theme ?? null);
    const { passage } = store;
    expect(
      passage === null ? undefined : passage.article.text.slice(passage.start, passage.end),
    ).toBe(shows.passage);
    expect(store.linkProblems.map(({ key }) => key).sort()).toEqual([...shows.problems].sort());
  });
});

describe('filtering by sector', () => {
  test('shows any of the chosen sectors, and counts each as if it were chosen', () => {
    const store = new ViewStore(dossier);
    const all = store.visible.length;
    store.toggleSector('energy');
    store.toggleSector('automotive');
    expect(new Set(store.visible.map(({ sector }) => sector.id))).toEqual(
      new Set(['energy', 'automotive']),
    );
    const counts = [...store.sectorCounts.values()];
    expect(counts.reduce((sum, count) => sum + count)).toBe(all);
    expect(store.visible.length).toBe(
      (store.sectorCounts.get('energy') ?? 0) + (store.sectorCounts.get('automotive') ?? 0),
    );
    store.toggleSector('energy');
    store.toggleSector('automotive');
    expect(store.view).toEqual(DEFAULT_VIEW);
  });

  test('keeps a selected project that it hides, and says so', () => {
    const store = new ViewStore(dossier);
    store.select(project('kostanay-cars'));
    store.toggleSector('energy');
    flushSync();
    expect(store.selected?.id).toBe('kostanay-cars');
    expect(store.isSelectedHidden).toBe(true);
    store.clearSectors();
    expect(store.isSelectedHidden).toBe(false);
  });
});

describe('the view', () => {
  test('lights up nothing more when something else is chosen', () => {
    const store = new ViewStore(dossier);
    store.light([project('kostanay-cars')]);
    const { lit } = store;
    store.light([project('kostanay-cars')]);
    expect(store.lit).toBe(lit);
    store.select(project('abay-events'));
    expect(store.lit.size).toBe(0);
  });

  test('keeps, when the sectors are cleared, the filters that aren’t built yet', () => {
    const store = new ViewStore(dossier, '#sector=energy&kind=event&q=aral');
    store.clearSectors();
    expect(formatLink(store.view)).toBe('kind=event&q=aral');
  });
});

describe('the dossier in a link', () => {
  test('is left out where it is the default, and named where it isn’t', () => {
    expect(formatLink(new ViewStore(dossier, `#dossier=${dossier.id}`).view)).toBe('');
    expect(formatLink(new ViewStore(dossier, '', false).view)).toBe(`dossier=${dossier.id}`);
  });
});

describe('choosing', () => {
  test('one project from the article selects it and asks for a flight', () => {
    const store = new ViewStore(dossier);
    store.offer([project('kostanay-cars')], null);
    expect(store.selected?.id).toBe('kostanay-cars');
    expect(store.flight?.projects).toEqual([project('kostanay-cars')]);
  });

  test('one project on the map selects it there, without a flight', () => {
    const store = new ViewStore(dossier);
    store.offer([project('kostanay-cars')], [63.6, 53.2]);
    expect(store.anchor).toEqual([63.6, 53.2]);
    expect(store.flight).toBeNull();
  });

  test('several offers the choice and selects none', () => {
    const store = new ViewStore(dossier);
    store.offer([project('kostanay-cars'), project('abay-events')], null);
    expect(store.choice?.projects).toHaveLength(2);
    expect(store.selected).toBeNull();
  });

  test('none changes nothing', () => {
    const store = new ViewStore(dossier);
    store.offer([], null);
    expect(store.view).toEqual(DEFAULT_VIEW);
  });
});

describe('the link of a dossier', () => {
  test.each(['.', ',', ')', '!', '”', ').'])(
    'is understood with “%s” behind an id or a passage',
    (sign) => {
      const link = `#sector=energy${sign}&passage=2022-12-24-allied-relations:the+construction+of+a+thermal${sign}&project=kostanay-cars${sign}`;
      const store = new ViewStore(dossier, link);
      expect(store.linkProblems).toEqual([]);
      expect(store.view.filters.sector).toEqual(['energy']);
      expect(store.view.project).toBe('kostanay-cars');
      expect(store.passage).not.toBeNull();
    },
  );

  test('leads an old id to the project that has it as an alias', () => {
    const renamed = {
      ...dossier,
      projects: dossier.projects.map((each) =>
        each.id === 'kostanay-cars' ? { ...each, aliases: ['cars-in-kostanay'] } : each,
      ),
    };
    const store = new ViewStore(renamed, '#project=cars-in-kostanay');
    expect(store.view.project).toBe('kostanay-cars');
    expect(store.linkProblems).toEqual([]);
  });

  test('names every cited passage so that it is found again', () => {
    for (const { citations } of dossier.projects) {
      for (const citation of citations) {
        if (!('passage' in citation)) throw new Error('This dossier cites its article only.');
        const store = new ViewStore(dossier);
        store.readPassage(citation.passage);
        const reopened = new ViewStore(dossier, formatLink(store.view));
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
