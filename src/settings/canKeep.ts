/** Whether the browser lets the page keep what is chosen. */
export function canKeep(): boolean {
  try {
    localStorage.getItem('');
    return true;
  } catch {
    return false;
  }
}
