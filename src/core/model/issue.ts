import type { Text } from '../../i18n/text';

/**
 * `error`: the line or sheet could not be used. `warning`: it was used, and the figure may mislead. `notice`: good to
 * know.
 */
export type IssueSeverity = 'error' | 'warning' | 'notice';

/** A problem in the person's data: a value, never thrown. Made by the entries of `ingest/issues.ts`. */
export interface Issue {
  readonly code: string;
  readonly severity: IssueSeverity;
  /** The sheet's name, '' where the problem is of the whole workbook. */
  readonly sheet: string;
  /** The row as Excel numbers it. */
  readonly row?: number;
  /** The column as Excel letters it. */
  readonly column?: string;
  /** What stands in the cell, at most 80 characters. */
  readonly value?: string;
  /** What it is. */
  readonly message: Text;
  /** What was done about it, or what to do. */
  readonly action: Text;
}
