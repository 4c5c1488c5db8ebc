import type { Language } from '../../dossier/localized.ts';
import type { Outlines } from '../../dossier/outlines.ts';
import type { Dossier, Passage, Project } from '../../dossier/types.ts';
import type { Filters } from '../../view/view.ts';

/** Addresses that lead back into the atlas. */
export interface Links {
  /** The view that is taken away. */
  readonly view: string;
  readonly project: (id: string) => string;
  readonly passage: (passage: Passage) => string;
}

/** What is taken away. */
export interface ExportContent {
  readonly dossier: Dossier;
  /** The projects shown, in ascending order. */
  readonly rows: Uint32Array;
  /** What let them through. */
  readonly filters: Filters;
  readonly outlines: Outlines;
  readonly links: Links;
  /** The language of names, where they are translated. */
  readonly language: Language;
}

/** A kind of file. */
export interface ExportFormat {
  /** Of the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  begin: (content: ExportContent) => FileWriter;
}

/** Writes a file part by part, so that none need be held as a whole: `head`, each project, the end. */
export interface FileWriter {
  readonly head: string;
  /** A project's part of the file; empty where its part comes with the end, or there is none. */
  add: (project: Project) => string;
  end: () => string;
}
