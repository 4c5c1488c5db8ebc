/** Texts of a dossier, made fit for a file. What a file can't hold is replaced, never left out. */

const REPLACEMENT = '\uFFFD';

/** All but the characters of XML 1.0, https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would take it for a line's end like any other.
  '\r': '&#13;',
};

/** A text as the content of an XML element or attribute. */
export function xmlText(text: string): string {
  return text
    .replaceAll(NOT_XML, REPLACEMENT)
    .replaceAll(/[&<>"\r]/g, (character) => XML_ESCAPES[character] ?? character);
}

/** A text within HTML, where nothing of it is taken for a tag. */
export function htmlText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => XML_ESCAPES[character] ?? character);
}

/**
 * A value as JSON. Half of a surrogate pair isn't text that may be interchanged (I-JSON,
 * https://www.rfc-editor.org/rfc/rfc7493#section-2.1, which RFC 7946 asks for), so it is replaced.
 */
export function jsonText(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
}

/**
 * What a spreadsheet may take for a formula: after blanks, one of `=`, `+`, `-`, `@` (also in full
 * width); or a beginning with a tab or a line's end, which some drop. And what has apostrophes before such a
 * beginning, so that the one put before it can be taken away again.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export const FORMULA = /^'*(?:[\t\r\n]|[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;
