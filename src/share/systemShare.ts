/** Whether the system has a share sheet that takes these data, https://www.w3.org/TR/web-share/ */
export function hasSystemShare(data: ShareData): boolean {
  return 'share' in navigator && 'canShare' in navigator && navigator.canShare(data);
}

/** Opens the system's share sheet; one that is closed again is no failure. */
export async function shareBySystem(data: ShareData): Promise<'closed' | 'failed'> {
  try {
    await navigator.share(data);
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError';
    if (!isCancelled) return 'failed'; // The reader is told, and has the link to copy.
  }
  return 'closed';
}
