import { mount, tick, unmount, type ComponentProps } from 'svelte';
import PrintSheet from './PrintSheet.svelte';

/**
 * Puts a sheet into the page, hidden from the screen, and has the browser print just that. Some
 * browsers never tell when they have: then it ends as it is aborted.
 */
export async function printSheet(
  props: ComponentProps<typeof PrintSheet>,
  signal?: AbortSignal,
): Promise<void> {
  const sheet = mount(PrintSheet, { target: document.body, props });
  try {
    await tick();
    const done = new Promise((resolve) => {
      addEventListener('afterprint', resolve, { once: true });
      signal?.addEventListener('abort', resolve, { once: true });
    });
    print();
    await done;
  } finally {
    await unmount(sheet);
  }
}
