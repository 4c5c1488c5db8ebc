/** Where messages go: a terminal, or a test. */
export interface Terminal {
  out(line: string): void;
  /** What went wrong, and progress. */
  err(line: string): void;
  readonly isInteractive: boolean;
}
