/** An error in a cell, as Excel writes it: `#N/A`, `#DIV/0!`. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. Days are numbers (serials); `null` is an empty cell. */
export type CellValue = string | number | boolean | null | CellError;

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}
