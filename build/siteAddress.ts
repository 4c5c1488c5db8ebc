/**
 * The address at which an atlas will be served, with a slash at its end; `null` where none is given.
 * Throws where it isn't one.
 */
export function siteAddress(given: string | undefined): URL | null {
  if (given === undefined || given === '') return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(
      `SITE_URL is “${given}”; expected: an address of a folder, as in https://example.org/atlas/`,
    );
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
