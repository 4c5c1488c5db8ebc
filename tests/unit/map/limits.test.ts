import { expect, test } from 'vitest';
import { limitFeatures } from '../../../src/map/limits.ts';

const boundsOf = (...args: Parameters<typeof limitFeatures>) =>
  limitFeatures(...args).features.map(({ geometry }) => {
    if (geometry.type !== 'Polygon') throw new Error(geometry.type);
    const [ring = []] = geometry.coordinates;
    expect(ring.at(-1)).toEqual(ring[0]);
    const lngs = ring.map(([lng = 0]) => lng);
    return [Math.min(...lngs), Math.max(...lngs)];
  });

test('without a frame or an area nothing is drawn', () => {
  expect(boundsOf({ frame: null, area: null })).toEqual([]);
});

test('a frame across the antimeridian is drawn on beyond it', () => {
  expect(boundsOf({ frame: [60, 40, 70, 45], area: null })).toEqual([[60, 70]]);
  expect(boundsOf({ frame: [170, 40, -170, 45], area: null })).toEqual([[170, 190]]);
});

test('an area is drawn where its corners are', () => {
  const step = 360 / 2 ** 23;
  expect(boundsOf({ frame: null, area: '1DCCAEGA' })).toEqual([[-180 + step, -180 + 4 * step]]);
});
