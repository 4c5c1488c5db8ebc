import { formatLink } from './link.ts';
import type { View } from './view.ts';

/**
 * What a change of view does to the browser's history: moving the camera replaces the entry, a
 * changed filter or selection adds one, so that Back undoes what the reader did.
 */
export function historyStep(from: View, to: View): 'none' | 'replace' | 'push' {
  if (formatLink(from) === formatLink(to)) return 'none';
  const onlyCamera = formatLink({ ...from, camera: null }) === formatLink({ ...to, camera: null });
  return onlyCamera ? 'replace' : 'push';
}
