import { SECTOR_ICONS } from 'virtual:sector-icons';

/** A plain dot, for a dossier whose icon wasn't published with the page. */
const DOT = 'M7.5 4a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z';

/** The SVG path of a Maki icon, in a square of 15 units. */
export function sectorIcon(name: string): string {
  return SECTOR_ICONS[name] ?? DOT;
}
