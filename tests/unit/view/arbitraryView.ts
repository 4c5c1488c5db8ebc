import fc from 'fast-check';
import { LANGUAGES } from '../../../src/dossier/localized.ts';
import { KINDS, STATUSES } from '../../../src/dossier/types.ts';
import { CAMERA_LIMITS } from '../../../src/view/camera.ts';
import {
  canonicalView,
  NONE,
  PANES,
  SORT_KEYS,
  THEMES,
  type Filters,
  type View,
} from '../../../src/view/view.ts';
import { arbitraryArea } from './arbitraryArea.ts';

const within = ([min, max]: readonly [number, number]) => fc.double({ min, max, noNaN: true });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
/** Any text that can be an id in a link: not empty, and without a comma. */
const id = fc
  .string({ minLength: 1, unit: 'binary' })
  .map((text) => text.toWellFormed().replaceAll(',', ''))
  .filter((text) => text !== '');

/** As links write degrees. */
const roundTo = (degrees: number) => Number(degrees.toFixed(4)) + 0;

const filters: fc.Arbitrary<Filters> = fc.record({
  sector: fc.array(id, { maxLength: 4 }),
  kind: fc.array(fc.constantFrom(...KINDS)),
  country: fc.array(fc.oneof(fc.stringMatching(/^[A-Z]{2}$/), fc.constant(NONE)), { maxLength: 3 }),
  status: fc.array(fc.constantFrom(...STATUSES, NONE)),
  when: orNull(
    fc.record({
      span: orNull(
        fc.constantFrom(
          '2022',
          '2022-10',
          '2022-10-05',
          '2022-10/2022-12',
          '2022-10~',
          '../2022',
          '2022-11/..',
        ),
      ),
      undated: fc.boolean(),
    }),
  ),
  place: orNull(fc.constantFrom('placed' as const, 'unplaced' as const)),
  q: fc.string({ unit: 'binary' }),
  frame: orNull(
    fc
      .tuple(within([-180, 180]), within([-90, 89]), within([-180, 180]), within([0.01, 1]))
      .map(
        ([west, south, east, height]) => [west, south, east, Math.min(90, south + height)] as const,
      )
      // A frame without a width is none.
      .filter(([west, , east]) => roundTo(west) !== roundTo(east)),
  ),
  area: orNull(arbitraryArea.map(({ text }) => text)),
});

/** Arbitrary views, in canonical form. */
export const arbitraryView: fc.Arbitrary<View> = fc
  .record({
    camera: orNull(
      fc.record({
        zoom: within(CAMERA_LIMITS.zoom),
        lat: within(CAMERA_LIMITS.lat),
        lng: within(CAMERA_LIMITS.lng),
        bearing: within(CAMERA_LIMITS.bearing),
        pitch: within(CAMERA_LIMITS.pitch),
      }),
    ),
    dossier: orNull(id),
    filters,
    sort: orNull(fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() })),
    project: orNull(id),
    passage: orNull(
      fc.record({
        article: id.map((text) => text.replaceAll(':', '-')),
        words: id,
      }),
    ),
    lang: orNull(fc.constantFrom(...LANGUAGES)),
    theme: orNull(fc.constantFrom(...THEMES)),
    pane: fc.constantFrom(...PANES),
    embed: fc.boolean(),
  })
  .map(canonicalView);
