import type { Theme } from '../view/view.ts';

/** The colours of the ground, quiet so that the projects speak. */
export interface Palette {
  readonly water: string;
  readonly land: string;
  /** The countries that the dossier is about. */
  readonly focus: string;
  readonly river: string;
  readonly border: string;
  readonly regionBorder: string;
  readonly label: string;
  /** The countries that the dossier is about, written large. */
  readonly focusLabel: string;
  readonly townLabel: string;
  readonly waterLabel: string;
  readonly halo: string;
  /** The body of hollow marks, and the ring around solid ones. */
  readonly paper: string;
  readonly ink: string;
  /** What is pointed at or selected. */
  readonly accent: string;
}

export const PALETTES: Record<Theme, Palette> = {
  light: {
    water: '#d3dfe6',
    land: '#efece4',
    focus: '#faf8f2',
    river: '#b5c9d6',
    border: '#a49d8d',
    regionBorder: '#d9d3c5',
    label: '#756f63',
    focusLabel: '#a49c89',
    townLabel: '#4d4a43',
    waterLabel: '#5d7f94',
    halo: '#faf8f2',
    paper: '#ffffff',
    ink: '#23211d',
    accent: '#23211d',
  },
  dark: {
    water: '#0f1d28',
    land: '#0b0e12',
    focus: '#12161b',
    river: '#1b3444',
    border: '#5b6670',
    regionBorder: '#2a323a',
    label: '#98a2ab',
    focusLabel: '#5d6870',
    townLabel: '#b9c1c8',
    waterLabel: '#6d93ab',
    halo: '#12161b',
    paper: '#12161b',
    ink: '#f1eee7',
    accent: '#f1eee7',
  },
};
