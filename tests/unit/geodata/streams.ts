import fc from 'fast-check';
import type { Problem } from '../../../src/dossier/problem.ts';
import type { FeatureItem, FeatureRead } from '../../../src/dossier/source.ts';

/** What a stream of features gives, sorted. */
export interface Gathered {
  readonly features: readonly FeatureRead[];
  readonly problems: readonly Problem[];
  readonly isSpoilt: boolean;
}

export type Stream = (
  file: string,
  chunks: AsyncIterable<Uint8Array>,
) => AsyncIterable<FeatureItem>;

export const FILE = 'projects';

/** Reads a text, cut into chunks of so many bytes. */
export async function gather(
  stream: Stream,
  content: string | Uint8Array,
  sizes: readonly number[] = [2 ** 16],
): Promise<Gathered> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const features: FeatureRead[] = [];
  const problems: Problem[] = [];
  let isSpoilt = false;
  for await (const item of stream(FILE, cut(bytes, sizes)))
    if ('problem' in item) {
      problems.push(item.problem);
      isSpoilt ||= item.spoilsAll;
    } else features.push(item);
  return { features, problems, isSpoilt };
}

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let from = 0, at = 0; from < bytes.length; at++) {
    const size = sizes[at % sizes.length] ?? 1;
    yield bytes.slice(from, from + size);
    from += size;
  }
}

/** Sizes of chunks, in bytes: small ones, to cut at every kind of place. */
export const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

/** White space as JSON allows it. */
export const blank = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r\n', '\n\n'), { maxLength: 4 })
  .map((parts) => parts.join(''));

/** Whatever stands where a feature should: mostly objects, with all kinds of text. */
export const featureValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()) },
  fc.jsonValue(),
  fc.record({
    type: fc.constant('Feature'),
    id: fc.string({ unit: 'grapheme' }),
    geometry: fc.record({
      coordinates: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
    }),
  }),
);

export function linesIn(text: string): number {
  return text.split('\n').length;
}
