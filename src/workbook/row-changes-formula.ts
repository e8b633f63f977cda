import { addressOf } from './address';
import type { ConditionalFormatPlan } from './plan';

type RowChanges = Extract<ConditionalFormatPlan, { kind: 'rowChanges' }>;

/**
 * The rule as a formula of the range's first cell: columns stand fast, rows move along. Without the leading `=`.
 *
 * @example day in A, person in C, first row 10 //=> AND($A10<>$A9,$C10=$C9)
 */
export function rowChangesFormula({ range, column, within }: RowChanges): string {
  const cell = (row: number, at: number): string => `$${addressOf(row, at)}`;
  const changes = `${cell(range.row, column)}<>${cell(range.row - 1, column)}`;
  return within === undefined ? changes : `AND(${changes},${cell(range.row, within)}=${cell(range.row - 1, within)})`;
}
