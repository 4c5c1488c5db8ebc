import { paragraphs } from '../../src/dossier/articleFile.ts';
import type { Reading, Sentence } from '../../src/dossier/reading.ts';
import type { Article } from '../../src/dossier/types.ts';

/** What a sentence that no row quotes is given for a reason, until somebody has read it. */
export const UNREAD = 'not read yet: say why it is on no map';

/**
 * Assigns each sentence of an article to the projects that cite it: `citing` gives the ids of those
 * that cite any of a range, UTF-16 offsets. The other sentences get the reason that they had in an
 * earlier reading, else one that asks for it.
 */
export function readingOf(
  article: Article,
  citing: (start: number, end: number) => readonly string[],
  reasons: ReadonlyMap<string, string>,
): Reading {
  return {
    sentences: sentencesOf(article).map(({ text, start, end }): Sentence => {
      const features = citing(start, end);
      return features.length > 0
        ? { text, features }
        : { text, reason: reasons.get(text) ?? UNREAD };
    }),
  };
}

/** The reasons that were written by hand, by sentence. */
export function writtenReasons({ sentences }: Reading): Map<string, string> {
  return new Map(
    sentences.flatMap((sentence) =>
      'reason' in sentence && sentence.reason !== UNREAD ? [[sentence.text, sentence.reason]] : [],
    ),
  );
}

function sentencesOf({ text, lang }: Article) {
  const segmenter = segmenterOf(lang);
  return paragraphs(text).flatMap((paragraph) =>
    [...segmenter.segment(text.slice(paragraph.start, paragraph.end))]
      .filter(({ segment }) => segment.trim() !== '')
      .map(({ segment, index }) => {
        const sentence = segment.trim();
        const start = paragraph.start + index + segment.indexOf(sentence);
        return { text: sentence, start, end: start + sentence.length };
      }),
  );
}

function segmenterOf(lang: string): Intl.Segmenter {
  const options = { granularity: 'sentence' } as const;
  try {
    return new Intl.Segmenter(lang, options);
  } catch (error) {
    // A tag that is well-formed enough for an article's file, but none of BCP 47.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, options);
    throw error;
  }
}
