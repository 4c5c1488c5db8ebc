/** A word of a text in its normal form, and where it stands: UTF-16 offsets, `end` exclusive. */
export interface FoldedWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Of longer words only so much is told apart. */
export const LONGEST_WORD = 40;

/** Signs that stand for no letter: marks, apostrophes of all sorts, joiners and soft hyphens. */
const SILENT = /[\p{M}\p{Cf}'`´ʹ-ˋ‘’‚‛′‵Ꞌꞌ＇]/u;
const MARK = /\p{M}/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Letters that Unicode doesn't take apart, and the plain ones that readers type for them. */
const NEAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Kazakh, Uzbek and their neighbours in Cyrillic.
    ә: 'а',
    ғ: 'г',
    қ: 'к',
    ң: 'н',
    ө: 'о',
    ұ: 'у',
    ү: 'у',
    һ: 'х',
    ҳ: 'х',
    і: 'и',
    ґ: 'г',
    є: 'е',
    // Latin.
    ı: 'i',
    ə: 'a',
    ŋ: 'n',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    // Greek, at the end of words.
    ς: 'σ',
  }),
);

/** The normal form of a character: empty for one that is silent, `null` for one between words. */
function foldCharacter(character: string): string | null {
  if (SILENT.test(character)) return '';
  let folded = '';
  for (const part of character.normalize('NFKD')) {
    if (SILENT.test(part)) continue;
    const letter = part.toLowerCase();
    if (LETTER.test(letter)) folded += NEAR.get(letter) ?? letter;
  }
  return folded === '' ? null : folded;
}

/** Latin, Greek and Cyrillic lie below. */
const COMMON = Array.from({ length: 0x530 }, (_, code) => foldCharacter(String.fromCharCode(code)));

/**
 * Goes through the words of a text, in the normal form in which they are compared: letters and
 * digits alone (general categories L and N of Unicode), in lower case, decomposed (NFKD, Unicode
 * Standard Annex 15), without marks and apostrophes, and the letters of Kazakh and Uzbek like their
 * plain neighbours, so that Oʻzbekiston is “ozbekiston” and Қостанай is “костанаи”.
 */
export function eachWord(
  text: string,
  take: (folded: string, start: number, end: number) => void,
): void {
  let folded = '';
  let isFull = false;
  let start = 0;
  let end = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const part = code < COMMON.length ? COMMON[code] : foldCharacter(String.fromCodePoint(code));
    if (part === null || part === undefined) {
      if (folded !== '') take(folded, start, end);
      folded = '';
      isFull = false;
    } else if (part !== '') {
      if (folded === '') start = at;
      end = next;
      isFull ||= folded.length + part.length > LONGEST_WORD;
      if (!isFull) folded += part;
    } else if (end === at && MARK.test(String.fromCodePoint(code))) {
      // A mark belongs to the letter before it; an apostrophe only to one that follows.
      end = next;
    }
    at = next;
  }
  if (folded !== '') take(folded, start, end);
}

/** The words of a text, in their order. */
export function wordsOf(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  eachWord(text, (folded, start, end) => words.push({ folded, start, end }));
  return words;
}

/** The normal form of a text: its words, divided by single spaces. */
export function fold(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ');
}
