import { pagePath } from '../dossier/files.ts';
import { LANGUAGE } from '../i18n/language.ts';
import { home, root } from '../ui/root.ts';
import type { View } from '../view/view.ts';
import { addressOf } from './addressBar.svelte.ts';

/**
 * The full address of a view, to be sent: on the page of its dossier in its language, so that
 * previews of the link fit, where there are such pages; else on the page that one is on.
 */
export function sharedAddress(view: View): string {
  const dossier = view.dossier ?? home();
  if (dossier === undefined) return addressOf(view);
  const page = new URL(pagePath(dossier, view.lang ?? LANGUAGE), root());
  return addressOf({ ...view, dossier: null, lang: null }, page.href);
}
