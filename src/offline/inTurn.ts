/** How many files are fetched at a time. */
const AT_ONCE = 6;

/**
 * Does something with each item, a few at a time. Rejects as soon as one does, and begins no other
 * then.
 */
export async function inTurn<T>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await act(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
