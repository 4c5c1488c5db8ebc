import { expect, test } from 'vitest';
import { siteAddress } from '../../../build/siteAddress.ts';

test('an address has a slash at its end', () => {
  expect(siteAddress('https://example.org/atlas')?.href).toBe('https://example.org/atlas/');
  expect(siteAddress('https://example.org')?.href).toBe('https://example.org/');
});

test('none given is none', () => {
  expect(siteAddress(undefined)).toBeNull();
  expect(siteAddress('')).toBeNull();
});

test.each([
  'example.org',
  'ftp://example.org/',
  'https://example.org/?a',
  'https://example.org/#a',
])('%s is refused', (given) => {
  expect(() => siteAddress(given)).toThrow(`SITE_URL is “${given}”; expected: an address`);
});
