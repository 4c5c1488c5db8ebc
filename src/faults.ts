/** What tells of faults: fetched in one, once there is one. */
export { default as CannotOpen } from './about/CannotOpen.svelte';
export { default as FaultNotices } from './FaultNotices.svelte';
export { default as NoMap } from './map/NoMap.svelte';
