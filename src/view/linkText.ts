/**
 * Percent-encodes all but what links carry unharmed through mail, chat and Markdown. `/` stays
 * readable; a final full stop would be taken for the sentence's.
 */
export function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/')
    .replace(/\.$/, '%2E');
}

/** Without what mail, chat and a hurried hand add to a link, where that can't be meant. */
export function repaired(fragment: string): string {
  return fragment
    .trim()
    .replace(/^[#/?]+/, '')
    .replaceAll('&amp;', '&');
}

/** The sentence around a link often leaves its full stop or bracket on it. */
export function withoutTrailingPunctuation(text: string): string {
  return text.replace(/[\s.,;:!?)\]}>"'”’»]+$/, '');
}

/** A character of UTF-8 (RFC 3629), of one to four bytes, percent-encoded; or what looks like one. */
const ENCODED = /%(?:[0-7]|(?:[cd]|(?:e|f[0-7]%[89ab])[\da-f]%[89ab])[\da-f]%[89ab])[\da-f]/gi;

/** Without percent-encoding; what is none, as in “100%”, stays as it stands. */
export function decode(text: string): string {
  return text.replace(ENCODED, (character) => {
    try {
      return decodeURIComponent(character);
    } catch {
      return character; // It only looked like one.
    }
  });
}

/** A number in plain decimal notation, else `NaN`. */
export function decimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}
