import type { Plugin } from 'vite';

/**
 * What the page may load and run, by directive (W3C, Content Security Policy Level 3; Trusted
 * Types). `'self'` is the origin that the page comes from, also where its own is opaque.
 */
const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // In a frame of opaque origin, MapLibre starts its worker from a `data:` address; such a worker
  // is held to this policy, too.
  'worker-src': ["'self'", 'data:'],
  'style-src': ["'self'"],
  // The icons of MapLibre's buttons stand in its styles.
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  // The preview of the code to embed.
  'frame-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  // HTML comes from Svelte's templates; any other becomes text: see src/trustedTypes.ts.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['svelte-trusted-html', 'default'],
};

/** Puts the policy into the pages of a build; Vite's own server needs styles in the page. */
export function contentSecurityPolicy(): Plugin {
  const content = Object.entries(POLICY)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    // Before all else: what stands above it in the page wouldn't be held to it.
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ],
  };
}
