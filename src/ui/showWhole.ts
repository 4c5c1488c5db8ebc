/** Scrolls what takes the focus wholly into view: a browser is content with a part of it. */
export function showWhole({ currentTarget }: { currentTarget: Element }): void {
  currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
