import * as v from 'valibot';
import { formatLink, parseLink } from '../view/link.ts';
import type { View } from '../view/view.ts';
import { describeView, type Shown } from './describe.ts';

/** What an atlas in a frame tells the page around it: what is shown. */
export interface ViewMessage {
  readonly type: 'cited-atlas:view';
  readonly version: 1;
  /** The view's link, without `embed`: behind the atlas's address it opens the full atlas. */
  readonly fragment: string;
  /** The view in few words. */
  readonly description: string;
  /** How many projects pass the filters. */
  readonly count: number;
}

/** What a frame tells of a view. */
export function viewMessage(view: View, shown: Shown): ViewMessage {
  const full = { ...view, embed: false };
  return {
    type: 'cited-atlas:view',
    version: 1,
    fragment: `#${formatLink(full)}`,
    description: describeView(full, shown),
    count: shown.filtered.count,
  };
}

/** Longer than any link that the atlas writes of a view that people make. */
const LONGEST_FRAGMENT = 10_000;

const ShowMessage = v.object({
  type: v.literal('cited-atlas:show'),
  fragment: v.pipe(v.string(), v.startsWith('#'), v.maxLength(LONGEST_FRAGMENT)),
});

/**
 * The link that a message of the page around the atlas asks for, kept to a frame; `null` where the
 * message is none of the atlas's.
 */
export function linkToShow(message: unknown): string | null {
  const parsed = v.safeParse(ShowMessage, message);
  if (!parsed.success) return null;
  const { fragment } = parsed.output;
  return parseLink(fragment).view.embed ? fragment : `${fragment}&embed`;
}
