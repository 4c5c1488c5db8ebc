import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { OrderKey } from '../../../src/dossier/manifest.ts';
import type { Ranks } from '../../../src/dossier/ranks.ts';
import type { Dossier } from '../../../src/dossier/types.ts';
import { Sorting } from '../../../src/projects/sorting.svelte.ts';
import { rowsPassing, sortRows } from '../../../src/view/order.ts';
import { openPublished, storeOf } from '../published.ts';
import { Held } from '../view/held.ts';

let dossier: Dossier;
const ranks = new Map<OrderKey, Ranks>();

beforeAll(async () => {
  dossier = await openPublished();
  for (const key of ['name', 'place'] as const)
    ranks.set(key, (await dossier.orders.load(key, 'en')) ?? new Uint32Array());
});

afterEach(() => void vi.restoreAllMocks());

/** Sorts that are fetched when the test says so; what a component would ask for by itself isn't. */
async function held() {
  const orders = new Held<OrderKey, Ranks | null>();
  vi.spyOn(dossier.orders, 'peek').mockReturnValue(undefined);
  vi.spyOn(dossier.orders, 'load').mockImplementation(orders.ask);
  const store = await storeOf(dossier);
  const sorting = new Sorting(store);
  const sortBy = (key: OrderKey) => {
    store.sortBy(key);
    sorting.retry();
  };
  const rows = rowsPassing(store.filtered);
  const usual = sorting.sorted(rows);
  const isSortedBy = (key: OrderKey) => {
    expect(sorting.state).toBe('sorted');
    expect(sorting.sorted(rows)).toEqual(
      sortRows(usual, ranks.get(key) ?? new Uint32Array(), false),
    );
  };
  return { orders, store, sorting, sortBy, isSortedBy };
}

describe('an order that is fetched', () => {
  test.each([
    [0, 1],
    [1, 0],
  ] as const)('is that of the column chosen last: %i, %i', async (...order) => {
    const { orders, sorting, sortBy, isSortedBy } = await held();
    sortBy('name');
    sortBy('place');
    expect(sorting.state).toBe('coming');
    for (const number of order)
      await orders.answer(number, ranks.get(number === 0 ? 'name' : 'place') ?? null);
    expect(orders.questions).toEqual(['name', 'place']);
    isSortedBy('place');
  });

  test('isn’t marked as failed by one before it', async () => {
    const { orders, sorting, sortBy, isSortedBy } = await held();
    sortBy('name');
    sortBy('place');
    await orders.answer(0, null);
    expect(sorting.state).toBe('coming');
    await orders.answer(1, ranks.get('place') ?? null);
    isSortedBy('place');
  });

  test('can be tried again after it failed', async () => {
    const { orders, sorting, sortBy, isSortedBy } = await held();
    sortBy('name');
    await orders.answer(0, null);
    expect(sorting.state).toBe('failed');
    sorting.retry();
    expect(sorting.state).toBe('coming');
    await orders.answer(1, ranks.get('name') ?? null);
    isSortedBy('name');
  });

  test('is no longer waited for once nothing is sorted by', async () => {
    const { orders, store, sorting, sortBy } = await held();
    sortBy('name');
    store.sortAs(null);
    await orders.answer(0, null);
    expect(sorting.state).toBe('sorted');
  });
});
