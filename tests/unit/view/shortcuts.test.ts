import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCOPES, shortcutOf, SHORTCUTS, type KeyPress } from '../../../src/view/shortcuts.ts';

const plain: KeyPress = {
  key: '',
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
};

describe('a shortcut', () => {
  it.each(SHORTCUTS.map((shortcut) => [shortcut.where, shortcut.does, shortcut] as const))(
    '%s: %s is found by each of its keys, and by no other shortcut’s',
    (where, does, { keys, shift = false }) => {
      for (const key of keys)
        expect(shortcutOf({ ...plain, key, shiftKey: shift }, where)).toBe(does);
    },
  );

  it.each([
    ['a capital', { key: 'N', shiftKey: true }, 'next'],
    ['the same key with Cyrillic letters', { key: 'т', code: 'KeyN' }, 'next'],
    ['the same key with Cyrillic letters', { key: 'з', code: 'KeyP' }, 'previous'],
    ['a plus that needs Shift', { key: '+', shiftKey: true }, 'zoomIn'],
  ])('is found by %s', (_, press, does) => {
    expect(shortcutOf({ ...plain, ...press }, 'map')).toBe(does);
  });

  it('is none with Ctrl, Alt or ⌘, which are the browser’s', () => {
    const modifier = fc.constantFrom('ctrlKey', 'altKey', 'metaKey');
    const key = fc.constantFrom(...SHORTCUTS.flatMap(({ keys }) => keys));
    fc.assert(
      fc.property(key, modifier, fc.constantFrom(...SCOPES), (key, held, where) => {
        expect(shortcutOf({ ...plain, key, [held]: true }, where)).toBeNull();
      }),
    );
  });
});
