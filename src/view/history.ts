import { formatLink } from './link.ts';
import type { View } from './view.ts';

/**
 * What a change of view does to the browser's history: moving the camera, its frame with it, or
 * typing on in a search replaces the entry; a changed filter or selection adds one, so that Back
 * undoes what the reader did.
 */
export function historyStep(from: View, to: View): 'none' | 'replace' | 'push' {
  if (formatLink(from) === formatLink(to)) return 'none';
  return formatLink(passing(from)) === formatLink(passing(to)) ? 'replace' : 'push';
}

/** A view without what changes as one moves the map or goes on typing. */
function passing(view: View): View {
  const { q, frame } = view.filters;
  return {
    ...view,
    camera: null,
    filters: { ...view.filters, q: q === '' ? '' : '…', frame: frame && [0, 0, 1, 1] },
  };
}
