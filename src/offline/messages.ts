import * as v from 'valibot';

/** What a page tells the worker. */
export const PageMessageSchema = v.variant('type', [
  /** The reader wants the new version. */
  v.object({ type: v.literal('take-over') }),
  /** Whether all that it needs is kept, after another try; the answer is a boolean. */
  v.object({ type: v.literal('keep') }),
  /** The page is ready; it was made by these scripts, and has fetched these pieces by itself. */
  v.object({
    type: v.literal('opened'),
    scripts: v.array(v.string()),
    pieces: v.array(v.string()),
    isControlled: v.boolean(),
  }),
]);
export type PageMessage = v.InferOutput<typeof PageMessageSchema>;
