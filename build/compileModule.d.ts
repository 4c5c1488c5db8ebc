/** The package's own types stand beside its sources, where its import doesn't lead. */
declare module '@messageformat/core/compile-module' {
  export { default } from '@messageformat/core/lib/compile-module.d.ts';
}
