import { timeSpan } from '../../dossier/when.ts';

/** A time as formats beside EDTF can tell it: ISO 8601 dates, each as exact as it is given. */
export interface Period {
  /** `null`: not known, or open. */
  readonly start: string | null;
  readonly end: string | null;
  readonly isInterval: boolean;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/;

/**
 * An EDTF date or interval of plain dates; `null` where it says more than these can (seasons,
 * approximations, sets), or isn't EDTF.
 */
export function periodOf(when: string): Period | null {
  if (timeSpan(when) === null) return null;
  const [start = '', end, ...others] = when.split('/');
  if (others.length > 0) return null;
  if (end === undefined) return DATE.test(start) ? { start, end: null, isInterval: false } : null;
  const isTold = [start, end].every((part) => part === '' || part === '..' || DATE.test(part));
  if (!isTold) return null;
  const told = (part: string) => (DATE.test(part) ? part : null);
  return { start: told(start), end: told(end), isInterval: true };
}
