/**
 * An address of its own for a part of what an address shows: a static host serves the same page for
 * any query, and the atlas reads only what follows `#`.
 */
export function addressWith(address: string, key: string, value: string): string {
  const at = address.indexOf('#');
  const page = at < 0 ? address : address.slice(0, at);
  const fragment = at < 0 ? '' : address.slice(at);
  const separator = page.includes('?') ? '&' : '?';
  return `${page}${separator}${key}=${encodeURIComponent(value)}${fragment}`;
}
