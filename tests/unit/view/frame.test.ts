import { beforeAll, describe, expect, test } from 'vitest';
import type { Bounds, Dossier } from '../../../src/dossier/types.ts';
import type { Camera } from '../../../src/view/camera.ts';
import { frameToShow } from '../../../src/view/frame.ts';
import { formatLink } from '../../../src/view/link.ts';
import { openPublished, storeOf } from '../published.ts';

let dossier: Dossier;
beforeAll(async () => {
  dossier = await openPublished();
});

const CAMERA: Camera = { zoom: 5, lat: 44, lng: 66, bearing: 0, pitch: 0 };
const SENT: Bounds = [60, 40, 70, 45];
const SEEN: Bounds = [61, 41, 71, 46];
const SEEN_WIDER: Bounds = [51, 41, 81, 46];
const LINK = 'frame=60/40/70/45';

describe('the frame of a link', () => {
  test('stays when the map changes its size, and is where a map without camera opens', async () => {
    const store = await storeOf(dossier, `#${LINK}`);
    store.seeMap(SEEN);
    expect(store.frameOf).toBe('link');
    expect(store.opening).toEqual(SENT);
    expect(formatLink(store.view)).toBe(LINK);
    expect(store.view).toBe(store.asRead);
  });

  test('stays when another filter is set', async () => {
    const store = await storeOf(dossier, `#${LINK}`);
    store.toggle('sector', 'energy');
    store.seeMap(SEEN);
    expect(store.frameOf).toBe('link');
    expect(store.view.filters.frame).toEqual(SENT);
  });

  test('becomes the map’s once that is moved, and follows its size from then on', async () => {
    const store = await storeOf(dossier, `#${LINK}`);
    store.moveCamera(CAMERA, SEEN);
    expect(store.frameOf).toBe('map');
    expect(store.view.filters.frame).toEqual(SEEN);
    store.seeMap(SEEN_WIDER);
    expect(store.view.filters.frame).toEqual(SEEN_WIDER);
    expect(store.view.camera).toEqual(CAMERA);
  });

  test('is a link’s again as another link is read', async () => {
    const store = await storeOf(dossier, `#${LINK}`);
    store.moveCamera(CAMERA, SEEN);
    await store.readLink('#frame=1/2/3/4');
    store.seeMap(SEEN);
    expect(store.frameOf).toBe('link');
    expect(store.view.filters.frame).toEqual([1, 2, 3, 4]);
  });

  test('replaced by the map’s, leaves the map where it opened', async () => {
    const store = await storeOf(dossier, `#${LINK}`);
    store.frameMap(SEEN);
    expect(store.frameOf).toBe('map');
    expect(store.opening).toEqual(SENT);
  });

  test('taken away, leaves the map to open as the dossier does', async () => {
    const store = await storeOf(dossier, `#${LINK}`);
    store.clearFilters('frame');
    expect(store.frameOf).toBeNull();
    expect(store.opening).toEqual(dossier.bounds);
  });
});

describe('the frame that the reader sets', () => {
  test('follows the map’s size at once, and moves no camera', async () => {
    const store = await storeOf(dossier);
    store.frameMap(SEEN);
    expect(store.frameOf).toBe('map');
    store.seeMap(SEEN_WIDER);
    expect(store.view.filters.frame).toEqual(SEEN_WIDER);
    expect(store.view.camera).toBeNull();
    expect(store.opening).toEqual(dossier.bounds);
  });

  test('and a drawn area leave each other alone', async () => {
    const store = await storeOf(dossier);
    store.frameMap(SEEN);
    store.narrow({ area: '1DCCAEGA' });
    expect(formatLink(store.view)).toBe('frame=61/41/71/46&area=1DCCAEGA');
    store.frameMap(null);
    expect(formatLink(store.view)).toBe('area=1DCCAEGA');
    store.frameMap(SEEN);
    store.narrow({ area: null });
    expect(formatLink(store.view)).toBe('frame=61/41/71/46');
  });

  test('isn’t there as the map changes its size without one', async () => {
    const store = await storeOf(dossier);
    store.moveCamera(CAMERA, SEEN);
    store.seeMap(SEEN_WIDER);
    expect(formatLink(store.view)).toBe('map=5/44/66');
  });
});

test('a frame to go to goes on beyond the antimeridian and ends where the map does', () => {
  expect(frameToShow(SENT)).toEqual(SENT);
  expect(frameToShow([170, -90, -170, 90])).toEqual([170, -85.0511, 190, 85.0511]);
  expect(frameToShow([0, 86, 1, 90])).toEqual([0, 85.0511, 1, 85.0511]);
});
