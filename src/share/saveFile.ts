/** So long a browser may take to begin saving, milliseconds. */
const KEPT = 60_000;

/** Has the browser save a file, as one that was linked to. */
export function saveFile(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
