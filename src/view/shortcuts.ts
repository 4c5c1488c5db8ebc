/** A key that was pressed; a `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where shortcuts work: on the map while it has the focus. */
export const SCOPES = ['page', 'map', 'drawing'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Shortcut {
  readonly where: Scope;
  /** What it does, by the name of the words that say so. */
  readonly does:
    | 'help'
    | 'close'
    | 'next'
    | 'previous'
    | 'open'
    | 'pan'
    | 'zoomIn'
    | 'zoomOut'
    | 'turn'
    | 'tilt'
    | 'point'
    | 'corner'
    | 'undo'
    | 'finish'
    | 'cancel';
  /** Any of these, as `KeyboardEvent.key` names them. */
  readonly keys: readonly string[];
  /** Where the letter is on a keyboard: in another script there is another on that key. */
  readonly code?: string;
  readonly shift?: true;
}

const SIDEWAYS = ['ArrowLeft', 'ArrowRight'];
const UPRIGHT = ['ArrowUp', 'ArrowDown'];

/** All shortcuts, in the order in which they are listed. */
export const SHORTCUTS: readonly Shortcut[] = [
  { where: 'page', does: 'help', keys: ['?'] },
  { where: 'page', does: 'close', keys: ['Escape'] },
  { where: 'map', does: 'next', keys: ['n'], code: 'KeyN' },
  { where: 'map', does: 'previous', keys: ['p'], code: 'KeyP' },
  { where: 'map', does: 'open', keys: ['Enter'] },
  // The next five are MapLibre's own.
  { where: 'map', does: 'pan', keys: [...SIDEWAYS, ...UPRIGHT] },
  { where: 'map', does: 'zoomIn', keys: ['+', '='] },
  { where: 'map', does: 'zoomOut', keys: ['-', '_'] },
  { where: 'map', does: 'turn', keys: SIDEWAYS, shift: true },
  { where: 'map', does: 'tilt', keys: UPRIGHT, shift: true },
  { where: 'drawing', does: 'point', keys: [...SIDEWAYS, ...UPRIGHT] },
  { where: 'drawing', does: 'corner', keys: [' '] },
  { where: 'drawing', does: 'undo', keys: ['Backspace'] },
  { where: 'drawing', does: 'finish', keys: ['Enter'] },
  { where: 'drawing', does: 'cancel', keys: ['Escape'] },
];

/** What a key does somewhere; `null` for any other key, and for what is the browser's. */
export function shortcutOf(press: KeyPress, where: Scope): Shortcut['does'] | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const isArrow = press.key.startsWith('Arrow');
  const found = SHORTCUTS.find(
    (shortcut) =>
      shortcut.where === where &&
      (shortcut.keys.includes(press.key.length === 1 ? press.key.toLowerCase() : press.key) ||
        (shortcut.code !== undefined && shortcut.code === press.code)) &&
      // Elsewhere a layout may ask for Shift to write the sign.
      (!isArrow || press.shiftKey === (shortcut.shift ?? false)),
  );
  return found?.does ?? null;
}
