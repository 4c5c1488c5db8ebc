const plural = new Intl.PluralRules('en');
export const integer = new Intl.NumberFormat('en');

/** A number of things, in words. */
export function count(number: number, one: string, other: string): string {
  return `${integer.format(number)} ${plural.select(number) === 'one' ? one : other}`;
}
