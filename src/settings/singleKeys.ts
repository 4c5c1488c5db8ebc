const KEPT = 'atlas:single-keys';

/** What was chosen since the page was opened. */
let chosen: boolean | null = null;

/**
 * Whether a single sign does something wherever one is, which who speaks to the computer, or hits
 * keys by accident, can do without (WCAG 2.2, 2.1.4).
 */
export function hasSingleKeys(): boolean {
  try {
    return chosen ?? localStorage.getItem(KEPT) !== 'off';
  } catch {
    // Denied, as in some frames: then nothing was chosen.
    return true;
  }
}

/** Keeps the choice, where the browser lets it. */
export function keepSingleKeys(on: boolean): void {
  chosen = on;
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, 'off');
  } catch {
    // Denied: it holds no longer than the page.
  }
}
