import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkToShow, viewMessage } from '../../../src/share/hostMessages.ts';
import { formatLink, parseLink } from '../../../src/view/link.ts';
import { openPublished, storeOf } from '../published.ts';
import { arbitraryView } from '../view/arbitraryView.ts';

const show = (fragment: unknown) => ({ type: 'cited-atlas:show', fragment });

describe('a message from the page around the atlas', () => {
  test('is a link, kept to a frame', () => {
    expect(linkToShow(show('#sector=energy'))).toBe('#sector=energy&embed');
    expect(linkToShow(show('#sector=energy&embed'))).toBe('#sector=energy&embed');
    expect(parseLink(linkToShow(show('#')) ?? '')).toEqual(parseLink('#embed'));
    expect(linkToShow({ ...show('#'), version: 2, more: [] })).not.toBeNull();
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '#sector=energy'],
    ['a list', ['cited-atlas:show', '#sector=energy']],
    ['another type', { type: 'cited-atlas:view', fragment: '#sector=energy' }],
    ['a type in capitals', { type: 'CITED-ATLAS:SHOW', fragment: '#' }],
    ['no fragment', { type: 'cited-atlas:show' }],
    ['a fragment that is a number', show(5)],
    ['a fragment that is an object', show({ toString: () => '#' })],
    ['an address', show('https://elsewhere.example/#sector=energy')],
    ['a script', show('javascript:alert(1)')],
    ['a script after a line break', show('\n#')],
    ['nothing as fragment', show('')],
    ['a megabyte', show(`#q=${'a'.repeat(1_000_000)}`)],
  ])('is ignored where it is %s', (_, message) => {
    expect(linkToShow(message)).toBeNull();
  });

  test('is ignored or leads to a frame of this page, whatever it is', () => {
    const message = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.oneof(fc.constant('cited-atlas:show'), fc.anything()),
        fragment: fc.oneof(
          fc.anything(),
          fc.string({ unit: 'binary' }).map((text) => `#${text}`),
        ),
      }),
    );
    fc.assert(
      fc.property(message, (message) => {
        const link = linkToShow(message);
        if (link === null) return;
        expect(link).toMatch(/^#/);
        expect(parseLink(link).view.embed).toBe(true);
      }),
    );
  });

  test('leads to any view that the atlas tells of', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const link = linkToShow(show(`#${formatLink({ ...view, embed: false })}`));
        expect(link === null ? null : parseLink(link)).toEqual({
          view: { ...view, embed: true },
          problems: [],
        });
      }),
    );
  });
});

test('the page around the atlas is told the link of the full atlas, words and count', async () => {
  const dossier = await openPublished();
  const store = await storeOf(dossier, '#sector=energy&theme=dark&embed');
  expect(viewMessage(store.view, store)).toEqual({
    type: 'cited-atlas:view',
    version: 1,
    fragment: '#sector=energy&theme=dark',
    description: 'Energy, 4 projects; in dark colours',
    count: 4,
  });
});
