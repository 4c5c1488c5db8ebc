declare module 'virtual:sector-icons' {
  /** SVG paths by the names of Maki icons, in a square of 15 units. */
  export const SECTOR_ICONS: Readonly<Record<string, string>>;
}
