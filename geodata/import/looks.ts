/**
 * Colours and shapes for sectors that nobody has designed yet. Their numbers have no common
 * divisor, so that neighbours differ in both, and no pair comes again for long.
 */
const COLORS = [
  '#d27300',
  '#238cff',
  '#b41996',
  '#4b734b',
  '#4b41ff',
  '#c31e00',
  '#918c7d',
  '#af78a0',
  '#696469',
];
/** Maki icons that mean nothing in particular. */
const SHAPES = [
  'circle',
  'square',
  'triangle',
  'star',
  'diamond',
  'cross',
  'circle-stroked',
  'square-stroked',
  'triangle-stroked',
  'star-stroked',
  'marker',
];
/** How the colours go on: towards black, where negative, or white. */
const SHADES = [0, -0.3, 0.25, -0.5, 0.4];

/** The colour and icon of the sector with the index given. */
export function lookOf(index: number): { readonly color: string; readonly icon: string } {
  const color = COLORS[index % COLORS.length] ?? '#696469';
  const shade = SHADES[Math.floor(index / COLORS.length) % SHADES.length] ?? 0;
  return { color: shaded(color, shade), icon: SHAPES[index % SHAPES.length] ?? 'circle' };
}

function shaded(color: string, shade: number): string {
  const target = shade < 0 ? 0 : 255;
  const channels = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16);
    const mixed = Math.round(channel + (target - channel) * Math.abs(shade));
    return mixed.toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
