declare global {
  /** `undefined` in browsers without it; TypeScript’s own types don’t have it yet. */
  var trustedTypes:
    | { createPolicy(name: string, rules: Record<string, (text: string) => string>): unknown }
    | undefined;
}

/**
 * What is handed to the page as HTML by anything but Svelte's templates becomes text: nobody needs
 * more, MapLibre's credits are plain. Scripts by their address are left to the page's policy, which
 * has only those of its own origin; a script given as text stays refused.
 *
 * W3C, Trusted Types: the policy named `default` is asked for every plain string.
 */
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  createScriptURL: (address) => address,
});

export {};
